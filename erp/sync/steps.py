"""The way from an address to a live shop, in steps: each can be left, taken up again and gone back to."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from erp.sync.models import ChannelAccount
from erp.sync.states import AccountStatus


@dataclass(frozen=True, slots=True)
class Step:
    """A step, by the name of its page."""

    name: str
    label: str | Promise
    done: bool


def steps(account: ChannelAccount) -> Sequence[Step]:
    """All steps in their order."""
    said = account.settings
    places = account.locations.filter(warehouse__isnull=False).exists()
    return (
        Step("access", _("Access"), done=True),
        Step("checks", _("Checks"), done="reached_at" in said),
        Step("places", _("Places"), done=places),
        Step("taxes", _("Taxes"), done="tax_classes" in said),
        Step("deliveries", _("Deliveries"), done="deliveries_at" in said),
        Step("products", _("Products"), done="products_at" in said),
        Step("plan", pgettext_lazy("connecting a shop", "Plan"), done=account.status != AccountStatus.CONNECTING),
    )


def next_step(account: ChannelAccount) -> str:
    """The page to go on with: the first step that is not done."""
    return next((step.name for step in steps(account) if not step.done), "plan")
