"""App configuration."""

from erp.foundation.apps import BackroomConfig


class WorkqueueConfig(BackroomConfig):
    name = "erp.foundation.workqueue"
    label = "workqueue"
