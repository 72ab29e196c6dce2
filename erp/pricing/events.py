"""Facts about prices."""

from erp.foundation.events.facts import Fact


class PriceChanged(Fact, app="pricing"):
    """A price of a variant on a list is new, changed or ended."""

    variant_id: int
    price_list_id: int
