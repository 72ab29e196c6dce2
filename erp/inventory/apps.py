"""The inventory app."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.apps import BackroomConfig


class InventoryConfig(BackroomConfig):
    """The goods ledger."""

    name = "erp.inventory"
    label = "inventory"
    verbose_name = _("Inventory")
