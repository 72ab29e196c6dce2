"""Registers an app's endpoints, and refuses those that don't say who may call them."""

from typing import Any

from rest_framework.routers import SimpleRouter

from erp.foundation.permissions import permissions
from erp.foundation.web.access import SIGNED_IN
from erp.foundation.web.api.rules import NoRule, permission_of
from erp.foundation.web.api.views import ApiViewSet

STANDARD = ("list", "retrieve", "create", "update", "partial_update", "destroy")


class ApiRouter(SimpleRouter):
    """
    ``router.register("orders", OrderViewSet)`` in an app's ``api/urls.py``.

    :raises NoRule: when an action has no declared permission, or changes rows by anything but a verb.
    """

    def __init__(self) -> None:
        super().__init__(use_regex_path=False)

    def register(self, prefix: str, viewset: Any, basename: str | None = None) -> None:
        check_rules(viewset)
        super().register(prefix, viewset, basename=basename or prefix.replace("/", "-"))


def check_rules(viewset: type[Any]) -> None:
    """:raises NoRule: see :class:`ApiRouter`."""
    if not issubclass(viewset, ApiViewSet):
        raise NoRule(f"{viewset.__qualname__} must be an ApiViewSet")
    for name in actions_of(viewset):
        permission = permission_of(viewset, name)
        if permission not in permissions() and permission != SIGNED_IN:
            raise NoRule(f"{viewset.__qualname__}.{name} asks for {permission}, which no app declares")
        if name not in {"list", "retrieve"} and not hasattr(getattr(viewset, name), "verb"):
            raise NoRule(f"{viewset.__qualname__}.{name} must be a verb")


def actions_of(viewset: type[ApiViewSet[Any]]) -> list[str]:
    """The names of all actions of a view set."""
    extra = [action.__name__ for action in viewset.get_extra_actions()]
    return [name for name in STANDARD if hasattr(viewset, name)] + extra
