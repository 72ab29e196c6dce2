"""How facts about stock read on the timelines of those they concern."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from erp.foundation.web import timeline
from erp.foundation.web.formats import number


def _filled(data: Mapping[str, Any]) -> str:
    return _("Goods that were missing have come: %(quantity)s") % {"quantity": number(Decimal(data["quantity"]))}


def _lost(data: Mapping[str, Any]) -> str:
    return _("Reserved goods turned out to be missing: %(quantity)s") % {"quantity": number(Decimal(data["quantity"]))}


timeline.register("inventory.ShortageFilled", _filled, icon="package-import", tone="good")
timeline.register("inventory.ReservationLost", _lost, icon="alert-triangle", tone="warn")
timeline.register("inventory.StockValued", gettext_lazy("Stock moved"), icon="package")


def _place_changed(data: Mapping[str, Any]) -> str:
    words = {
        "name": _("name"),
        "pickable": _("whether it is sold from"),
        "sequence": _("order of picking"),
        "active": _("whether it is in use"),
    }
    return _("Place changed: %(details)s") % {"details": ", ".join(words.get(name, name) for name in data["changed"])}


timeline.register("inventory.PlaceOpened", gettext_lazy("Place made"), icon="building-warehouse", tone="good")
timeline.register("inventory.PlaceChanged", _place_changed, icon="edit")
