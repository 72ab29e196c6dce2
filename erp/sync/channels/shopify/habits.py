"""What a shop charges and how it delivers, as its newest orders show: no field of the vendor's interface says it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from erp.sync.protocol import Habits, SeenDelivery, SeenTax


def habits_of(orders: Sequence[Mapping[str, Any]]) -> Habits:
    """Each tax and each name of a delivery with the number of orders that it stands on, the most frequent first."""
    taxes: Counter[tuple[str, Decimal, str]] = Counter()
    titles: Counter[str] = Counter()
    for order in orders:
        country = (order["shippingAddress"] or {}).get("countryCodeV2") or ""
        taxes.update(
            {
                (line["title"], Decimal(str(line["ratePercentage"])), country)
                for line in order["taxLines"]
                if line["ratePercentage"] is not None
            }
        )
        titles.update({line["title"].strip() for line in order["shippingLines"]["nodes"]} - {""})
    return Habits(
        orders=len(orders),
        taxes=tuple(SeenTax(title, rate, country, n) for (title, rate, country), n in taxes.most_common()),
        deliveries=tuple(SeenDelivery(title, n) for title, n in titles.most_common()),
    )
