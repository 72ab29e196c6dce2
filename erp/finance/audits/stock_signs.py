"""Nowhere lies less than nothing, and nothing is promised that is not there."""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import asked

STATEMENT = """
SELECT v.sku, l.code AS location, s.on_hand, s.reserved
FROM inventory_stocklevel s
JOIN catalog_variant v ON v.id = s.variant_id JOIN inventory_location l ON l.id = s.location_id
WHERE s.company_id = %(company)s AND (s.on_hand < 0 OR s.reserved < 0 OR s.reserved > s.on_hand)
UNION ALL
SELECT v.sku, NULL, c.quantity, NULL FROM inventory_variantcost c JOIN catalog_variant v ON v.id = c.variant_id
WHERE c.company_id = %(company)s AND c.quantity < 0
ORDER BY 1, 2
"""
CHECK = asked("stock_not_negative", _("No stock is negative or promised twice"), STATEMENT)
