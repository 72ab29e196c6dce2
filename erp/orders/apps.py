"""App configuration."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.apps import BackroomConfig


class OrdersConfig(BackroomConfig):
    """Sales orders."""

    name = "erp.orders"
    label = "orders"
    verbose_name = _("Orders")
