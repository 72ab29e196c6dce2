"""App configuration."""

from erp.foundation.apps import BackroomConfig


class CarriersConfig(BackroomConfig):
    name = "erp.carriers"
    label = "carriers"
