"""App configuration."""

from erp.foundation.apps import BackroomConfig


class ShippingConfig(BackroomConfig):
    name = "erp.shipping"
    label = "shipping"
