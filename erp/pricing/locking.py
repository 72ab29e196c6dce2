"""The lock of prices: the list's row, so that prices of one list change one after the other."""

from erp.foundation.db import lock_rows
from erp.foundation.errors import NotFound
from erp.pricing.models import PriceList


def lock_price_list(price_list_id: int) -> PriceList:
    """:raises NotFound: when there is no such list."""
    locked = lock_rows(PriceList.objects.filter(pk=price_list_id))
    if not locked:
        raise NotFound
    return locked[0]
