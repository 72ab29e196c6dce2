"""The pricing app."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.apps import BackroomConfig


class PricingConfig(BackroomConfig):
    """Price lists."""

    name = "erp.pricing"
    label = "pricing"
    verbose_name = _("Prices")
