"""The catalog app."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.apps import BackroomConfig


class CatalogConfig(BackroomConfig):
    """Products and variants."""

    name = "erp.catalog"
    label = "catalog"
    verbose_name = _("Catalogue")
