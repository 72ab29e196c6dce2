"""The fiscal app."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.apps import BackroomConfig


class FiscalConfig(BackroomConfig):
    """Tax classes and rates, exchange rates, number series."""

    name = "erp.fiscal"
    label = "fiscal"
    verbose_name = _("Taxes and numbers")
