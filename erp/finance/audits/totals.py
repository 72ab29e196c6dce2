"""
The total of every order follows from its parts, by the identity written down in orders.

A total that its source told otherwise is flagged on the order itself: known, and waiting for a person.
"""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import asked

STATEMENT = """
WITH lines AS (
    SELECT order_id, sum(total) AS goods, sum(tax) AS tax FROM orders_orderline GROUP BY 1
), charges AS (
    SELECT order_id, sum(tax) AS tax, sum(amount - discount) FILTER (WHERE kind = 'shipping') AS shipping,
        sum(amount - discount) FILTER (WHERE kind <> 'shipping') AS other
    FROM orders_ordercharge GROUP BY 1
), terms AS (
    SELECT o.id, coalesce(l.goods, 0) AS goods, coalesce(c.shipping, 0) AS shipping, coalesce(c.other, 0) AS other,
        coalesce(l.tax, 0) + coalesce(c.tax, 0) AS tax
    FROM orders_order o LEFT JOIN lines l ON l.order_id = o.id LEFT JOIN charges c ON c.order_id = o.id
    WHERE o.company_id = %(company)s
), compared AS (
    SELECT o.*, t.goods + t.shipping + t.other + CASE WHEN o.prices_include_tax THEN 0 ELSE t.tax END AS parts,
        t.goods = o.lines_total - o.discount_total AND t.shipping = o.shipping_total AND t.tax = o.tax_total
        AND t.other = o.tip_total + o.duty_total + o.fee_total + o.rounding_total AS terms_right
    FROM orders_order o JOIN terms t USING (id)
)
SELECT number AS "order", total, parts, identity_difference AS flagged,
    CASE WHEN terms_right AND total = parts + identity_difference THEN created_at END AS since
FROM compared WHERE total <> parts OR NOT terms_right ORDER BY id
"""
CHECK = asked("totals_follow", _("The totals of orders follow from their parts"), STATEMENT)
