"""What left stands on invoices, unit by unit, and nothing stands there that did not leave."""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import IN_FLIGHT, IN_QUEUE, asked

STATEMENT = f"""
WITH billed AS (
    SELECT l.order_line_id AS id, sum(l.quantity) AS units
    FROM finance_invoiceline l JOIN finance_invoice i ON i.id = l.invoice_id
    WHERE i.company_id = %(company)s AND i.kind = 'invoice' AND l.order_line_id IS NOT NULL GROUP BY 1
), flight AS ({IN_FLIGHT}), queue AS ({IN_QUEUE}), waiting AS (
    SELECT id, min(since) AS since FROM (
        SELECT (data ->> 'order_id')::bigint AS id, since FROM flight
        WHERE handler IN ('finance.invoice_shipment', 'finance.invoice_rest')
        UNION ALL SELECT about_key::bigint, since FROM queue WHERE about_kind = 'orders.order'
    ) AS each GROUP BY id
)
SELECT o.number AS "order", ol.position AS line, ol.shipped, coalesce(b.units, 0) AS billed,
    ol.invoiced AS noted, w.since
FROM orders_orderline ol JOIN orders_order o ON o.id = ol.order_id
LEFT JOIN billed b ON b.id = ol.id LEFT JOIN waiting w ON w.id = o.id
WHERE o.company_id = %(company)s AND (
    ol.invoiced <> coalesce(b.units, 0)
    OR (ol.requires_shipping AND ol.shipped <> coalesce(b.units, 0))
    OR (NOT ol.requires_shipping AND o.status = 'completed' AND ol.quantity - ol.cancelled > coalesce(b.units, 0))
)
ORDER BY o.id, ol.position
"""  # noqa: S608  # put together from our own text
CHECK = asked("shipped_is_invoiced", _("What was shipped is invoiced"), STATEMENT)
