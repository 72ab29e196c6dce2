"""The web kit as a Django app."""

from erp.foundation.apps import BackroomConfig


class WebConfig(BackroomConfig):
    """The shell and the patterns of the pages."""

    name = "erp.foundation.web"
    label = "web"
    verbose_name = "Web"
