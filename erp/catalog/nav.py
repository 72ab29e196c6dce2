"""Where products stand in the navigation, in lookups, and how they are named elsewhere."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import ImportRun, Product, Variant
from erp.foundation.actor import Actor
from erp.foundation.web import checklist, finding, nav, subjects
from erp.foundation.web.forms import lookups

MOST = 20

nav.register(nav.NavItem("catalog", _("Products"), "catalog:products", "box", "catalog.view", group="goods", order=10))
finding.register_action(finding.PaletteAction(_("New product"), "catalog:new", "catalog.edit"))
finding.register_action(
    finding.PaletteAction(_("Import products"), "catalog:upload", "catalog.import", icon="package-import")
)


def _product(actor: Actor, key: str) -> Product | None:
    return Product.objects.visible_to(actor).filter(pk=int(key)).first() if key.isdigit() else None


def _import(actor: Actor, key: str) -> ImportRun | None:
    return ImportRun.objects.visible_to(actor).filter(pk=int(key)).first() if key.isdigit() else None


subjects.register("catalog.product", subjects.Subject(_("Product"), "catalog:product", load=_product, icon="box"))
subjects.register(
    "catalog.importrun",
    subjects.Subject(_("Import of products"), "catalog:import", load=_import, icon="package-import"),
)


def search_variants(actor: Actor, text: str) -> list[lookups.Option]:
    """Variants that fit a text: a whole SKU or barcode first, then beginnings of SKUs and parts of titles."""
    visible = Variant.objects.visible_to(actor).filter(active=True)
    exact = list(_loaded(visible.filter(Q(sku=text) | Q(barcodes__code=text)).distinct()[:MOST]))
    near = visible.filter(Q(sku__istartswith=text) | Q(product__texts__title__icontains=text))
    rest = _loaded(near.exclude(pk__in=[one.pk for one in exact]).distinct().order_by("sku")[: MOST - len(exact)])
    return [_option(one) for one in [*exact, *rest]]


def get_variant(actor: Actor, key: str) -> lookups.Option | None:
    """A visible variant by its key."""
    if not key.isdigit():
        return None
    found = _loaded(Variant.objects.visible_to(actor).filter(pk=int(key)))
    return next((_option(one) for one in found), None)


def _loaded(variants: "QuerySet[Variant]") -> "QuerySet[Variant]":
    return variants.select_related("product").prefetch_related("product__texts")


def _option(variant: Variant) -> lookups.Option:
    from erp.catalog.portal.rows import language

    return lookups.Option(str(variant.pk), variant.sku, variant.title(language()))


lookups.register("catalog.variant", lookups.Lookup("catalog.view", search=search_variants, get=get_variant))


def _products(actor: Actor) -> checklist.State:
    count = Product.objects.visible_to(actor).count()
    words = ngettext("%(n)s product", "%(n)s products", count) % {"n": count} if count else gettext("none yet")
    return checklist.State(words, done=count > 0)


checklist.register(
    checklist.Line(
        "catalog.products",
        _("Products"),
        _("One by one, or all at once from a CSV or Excel file."),
        "box",
        "catalog:products",
        "catalog.view",
        "goods",
        _products,
        checklist.Step(_("Add products"), "catalog:upload", "catalog.import"),
        order=20,
    )
)
