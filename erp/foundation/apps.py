"""The base of every app's configuration: finds the app's registrations when Django is ready."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig

REGISTERING_MODULES = (
    "permissions",
    "events",
    "handlers",
    "nav",
    "panels",
    "timeline",
    "search_index",
    "work",
    "jobs",
    "mails",
)


class BackroomConfig(AppConfig):
    """
    An app of Backroom.

    At start-up it imports those of the app's modules that register something (handlers of facts,
    permissions, navigation, panels), so that nobody has to list them anywhere.
    """

    default_auto_field = "django.db.models.BigAutoField"
    default = False  # every apps.py imports this class; Django must not take it for the app's own

    def __init_subclass__(cls) -> None:
        cls.default = True

    def ready(self) -> None:
        for module in REGISTERING_MODULES:
            for name in (f"{self.name}.{module}", f"{self.name}.portal.{module}"):
                if self._exists(name):
                    import_module(name)

    @staticmethod
    def _exists(name: str) -> bool:
        try:
            return find_spec(name) is not None
        except ModuleNotFoundError:
            return False


class FoundationConfig(BackroomConfig):
    name = "erp.foundation"
    label = "foundation"
