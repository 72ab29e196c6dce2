"""Where prices stand in the navigation."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.web import checklist, nav, subjects
from erp.pricing.models import Price, PriceList

nav.register(nav.NavItem("pricing", _("Price lists"), "pricing:lists", "tag", "pricing.view", group="sell", order=40))


def _price_list(actor: Actor, key: str) -> PriceList | None:
    return PriceList.objects.visible_to(actor).filter(pk=int(key)).first() if key.isdigit() else None


subjects.register("pricing.pricelist", subjects.Subject(_("Price list"), "pricing:list", load=_price_list, icon="tag"))


def _prices(actor: Actor) -> checklist.State:
    count = Price.objects.visible_to(actor).count()
    words = ngettext("%(n)s price", "%(n)s prices", count) % {"n": count}
    return checklist.State(words if count else gettext("none yet"), done=count > 0)


checklist.register(
    checklist.Line(
        "pricing.prices",
        _("Prices"),
        _("Price lists by currency, with or without VAT, from a day to a day."),
        "tag",
        "pricing:lists",
        "pricing.view",
        "sell",
        _prices,
        checklist.Step(_("Set prices"), "pricing:lists", "pricing.edit"),
        order=40,
    )
)
