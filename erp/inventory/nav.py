"""Where stock stands in the navigation, and how its records are found and named."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.web import checklist, finding, nav, subjects
from erp.foundation.web.forms import lookups
from erp.foundation.web.lists.extra import add_columns
from erp.inventory import product_columns
from erp.inventory.models import Location, LocationKind, StockLevel
from erp.inventory.portal import choosing
from erp.inventory.portal.places import visible_place
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
add_columns("catalog.products", product_columns.STOCK)
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
subjects.register(
    "inventory.location", subjects.Subject(_("Place"), "inventory:place", visible_place, "building-warehouse")
)


def _places(actor: Actor) -> checklist.State:
    count = Location.objects.visible_to(actor).filter(kind=LocationKind.WAREHOUSE, active=True).count()
    words = ngettext("%(n)s warehouse", "%(n)s warehouses", count) % {"n": count} if count else gettext("none yet")
    return checklist.State(words, done=count > 0)


def _stock(actor: Actor) -> checklist.State:
    stocked = StockLevel.objects.visible_to(actor).filter(on_hand__gt=0).exists()
    return checklist.State(gettext("goods are there") if stocked else gettext("nothing yet"), done=stocked)


checklist.register(
    checklist.Line(
        "inventory.places",
        _("Warehouses and bins"),
        _("Where goods lie, which of them may be sold, and in which order they are picked."),
        "building-warehouse",
        "inventory:places",
        "inventory.view",
        "goods",
        _places,
        checklist.Step(_("Open a warehouse"), "inventory:place-new", "inventory.configure"),
        order=10,
    )
)
checklist.register(
    checklist.Line(
        "inventory.stock",
        _("Opening stock"),
        _("What lies in the warehouse when you begin, at its cost."),
        "package-import",
        "inventory:goods-in",
        "inventory.view",
        "goods",
        _stock,
        checklist.Step(_("Book the goods in that you have"), "inventory:goods-in-new", "inventory.receive"),
        order=25,
    )
)
