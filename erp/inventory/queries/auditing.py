"""Proof that the caches agree with the ledger: each line found is a fault, and an empty list is a clean bill."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from erp.foundation.organisation.models import Company


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A number that is not what the rows it stands for say; ``check`` names which rule is broken."""

    check: str
    variant_id: int
    location_id: int | None
    recorded: Decimal
    proved: Decimal


AUDIT = """
WITH moved AS (
    SELECT variant_id, location_id, sum(quantity) AS quantity
    FROM (
        SELECT variant_id, destination_id AS location_id, quantity
        FROM inventory_stockmove WHERE company_id = %(company)s
        UNION ALL
        SELECT variant_id, source_id, -quantity
        FROM inventory_stockmove WHERE company_id = %(company)s
    ) AS both_ends
    JOIN inventory_location l ON l.id = location_id AND l.holds_stock
    GROUP BY variant_id, location_id
), held AS (
    SELECT variant_id, location_id, sum(quantity) AS quantity
    FROM inventory_reservation WHERE company_id = %(company)s GROUP BY variant_id, location_id
), levels AS (
    SELECT variant_id, location_id, on_hand, reserved FROM inventory_stocklevel WHERE company_id = %(company)s
), stock AS (
    SELECT variant_id, sum(on_hand) AS quantity FROM levels GROUP BY variant_id
), worth AS (
    SELECT variant_id, sum(value) AS value FROM inventory_stockmove WHERE company_id = %(company)s GROUP BY variant_id
), costs AS (
    SELECT variant_id, quantity, value FROM inventory_variantcost WHERE company_id = %(company)s
)
SELECT 'on_hand_is_moves', variant_id, location_id, coalesce(s.on_hand, 0), coalesce(m.quantity, 0)
FROM levels s FULL JOIN moved m USING (variant_id, location_id)
WHERE coalesce(s.on_hand, 0) <> coalesce(m.quantity, 0)
UNION ALL
SELECT 'reserved_is_reservations', variant_id, location_id, coalesce(s.reserved, 0), coalesce(h.quantity, 0)
FROM levels s FULL JOIN held h USING (variant_id, location_id)
WHERE coalesce(s.reserved, 0) <> coalesce(h.quantity, 0)
UNION ALL
SELECT 'reserved_within_on_hand', variant_id, location_id, s.reserved, s.on_hand
FROM levels s WHERE s.reserved > s.on_hand OR s.reserved < 0
UNION ALL
SELECT 'valued_quantity_is_stock', variant_id, NULL, coalesce(c.quantity, 0), coalesce(t.quantity, 0)
FROM costs c FULL JOIN stock t USING (variant_id)
WHERE coalesce(c.quantity, 0) <> coalesce(t.quantity, 0)
UNION ALL
SELECT 'value_is_moves', variant_id, NULL, coalesce(c.value, 0), coalesce(w.value, 0)
FROM costs c FULL JOIN worth w USING (variant_id)
WHERE coalesce(c.value, 0) <> coalesce(w.value, 0)
UNION ALL
SELECT 'nothing_is_worth_nothing', variant_id, NULL, c.value, 0
FROM costs c WHERE c.value < 0 OR (c.quantity = 0 AND c.value <> 0)
ORDER BY 1, 2, 3
"""


def audit(company: Company) -> list[Discrepancy]:
    """
    Everything in a company's stock that does not agree; one statement, so one moment.

    Checks: on_hand_is_moves, reserved_is_reservations, reserved_within_on_hand, valued_quantity_is_stock,
    value_is_moves, nothing_is_worth_nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute(AUDIT, {"company": company.pk})
        return [Discrepancy(*row) for row in cursor.fetchall()]
