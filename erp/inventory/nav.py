"""Where stock stands in the navigation, and how its records are found and named."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.web import finding, nav, subjects
from erp.foundation.web.forms import lookups
from erp.inventory.portal import choosing
from erp.inventory.queries import pages

nav.register(
    nav.NavItem(
        "inventory", _("Stock"), "inventory:stock", "building-warehouse", "inventory.view", group="goods", order=10
    )
)
nav.register(
    nav.NavItem(
        "inventory", _("Goods-in"), "inventory:goods-in", "package-import", "inventory.view", group="goods", order=20
    )
)
nav.register(
    nav.NavItem(
        "inventory", _("Counts"), "inventory:counts", "clipboard-list", "inventory.view", group="goods", order=30
    )
)
nav.register(
    nav.NavItem(
        "inventory", _("Transfers"), "inventory:transfers", "arrows-exchange", "inventory.view", group="goods", order=40
    )
)
finding.register_action(
    finding.PaletteAction(_("Book goods in"), "inventory:goods-in-new", "inventory.receive", "package-import")
)
finding.register_action(
    finding.PaletteAction(_("New transfer"), "inventory:transfer-new", "inventory.transfer", "arrows-exchange")
)
lookups.register("inventory.location", lookups.Lookup("inventory.view", choosing.find_places, choosing.get_place))
lookups.register("inventory.variant", lookups.Lookup("inventory.view", choosing.find_variants, choosing.get_variant))
subjects.register(
    "inventory.goodsin",
    subjects.Subject(_("Goods-in"), "inventory:goods-in-record", pages.visible_goods_in, "package-import"),
)
subjects.register(
    "inventory.stockcount", subjects.Subject(_("Count"), "inventory:count", pages.visible_count, "clipboard-list")
)
subjects.register(
    "inventory.transfer",
    subjects.Subject(_("Transfer"), "inventory:transfer", pages.visible_transfer, "arrows-exchange"),
)
