"""Where prices stand in the navigation."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.web import nav, subjects
from erp.pricing.models import PriceList

nav.register(nav.NavItem("pricing", _("Price lists"), "pricing:lists", "tag", "pricing.view", group="sell", order=40))


def _price_list(actor: Actor, key: str) -> PriceList | None:
    return PriceList.objects.visible_to(actor).filter(pk=int(key)).first() if key.isdigit() else None


subjects.register("pricing.pricelist", subjects.Subject(_("Price list"), "pricing:list", load=_price_list, icon="tag"))
