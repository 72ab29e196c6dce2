"""The price of a line with the steps that led to it, so that nobody has to guess where a price comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.money import Money


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the explanation; ``str()`` gives the sentence in the reader's language."""

    message: str | Promise
    params: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return str(self.message) % self.params


@dataclass(frozen=True, slots=True)
class PricedLine:
    """What one unit costs, whether tax is in it, and why."""

    variant_id: int
    unit_price: Money
    includes_tax: bool
    source: tuple[Step, ...]


FROM_LIST_GROSS = _("Price list “%(name)s” in %(currency)s, tax included.")
FROM_LIST_NET = _("Price list “%(name)s” in %(currency)s, without tax.")
FOR_ANY_QUANTITY = _("Price for any quantity: %(amount)s.")
FROM_QUANTITY = _("Price from %(min_quantity)s on: %(amount)s.")
VALID_FROM = _("Valid from %(valid_from)s.")
VALID_TO = _("Valid to %(valid_to)s.")
