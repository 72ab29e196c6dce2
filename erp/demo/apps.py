"""App configuration."""

from erp.foundation.apps import BackroomConfig


class DemoConfig(BackroomConfig):
    name = "erp.demo"
    label = "demo"
