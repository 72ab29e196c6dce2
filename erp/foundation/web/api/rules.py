"""Every action of the API has a declared permission; one without fails when it is registered."""

from typing import TYPE_CHECKING, Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from erp.foundation.errors import NotAllowed
from erp.foundation.web import access
from erp.foundation.web.api.credentials import actor_of

if TYPE_CHECKING:
    from erp.foundation.web.api.views import ApiViewSet


class NoRule(TypeError):
    """An action says nothing of who may call it."""


class DeclaredPermission(BasePermission):
    """Lets through whoever holds the action's permission somewhere; on which rows is the rows' question."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """:raises NotAuthenticated: 401, :raises NotAllowed: 403."""
        actor = actor_of(request)
        if view.action is None:  # a method that the address doesn't have: DRF answers 405 to whoever is known
            return True
        permission = permission_of(type(view), view.action)
        if not access.can(actor, permission):
            raise NotAllowed(permission=permission)
        return True


def permission_of(view: "type[ApiViewSet[Any]]", action: str) -> str:
    """
    The permission that an action asks for: its own, or the view's ``permission`` for reading.

    :raises NoRule: when there is none.
    """
    own = getattr(getattr(view, action, None), "permission", "")
    reading = view.permission if action in {"list", "retrieve"} else ""
    if not (own or reading):
        raise NoRule(f"{view.__module__}.{view.__qualname__}.{action} must declare its permission")
    return str(own or reading)
