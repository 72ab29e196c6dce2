"""App configuration."""

from erp.foundation.apps import BackroomConfig


class SyncConfig(BackroomConfig):
    name = "erp.sync"
    label = "sync"
