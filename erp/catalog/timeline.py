"""How facts about products read."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.web import timeline

timeline.register("catalog.ProductCreated", _("Product added"), icon="plus", tone="good")
timeline.register("catalog.ProductChanged", _("Product changed"), icon="edit")
timeline.register("catalog.VariantChanged", _("Variant changed"), icon="edit")
