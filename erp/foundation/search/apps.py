"""App configuration."""

from erp.foundation.apps import BackroomConfig


class SearchConfig(BackroomConfig):
    name = "erp.foundation.search"
    label = "search"
