"""App configuration."""

from erp.foundation.apps import BackroomConfig


class JobsConfig(BackroomConfig):
    name = "erp.foundation.jobs"
    label = "jobs"
