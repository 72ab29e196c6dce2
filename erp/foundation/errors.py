"""Errors that a person or a program is meant to read; anything else is a defect."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class BusinessError(Exception):
    """
    A use case said no, and this is why.

    Subclasses live beside the service that raises them. ``code`` is stable and for programs;
    ``message`` is a translatable sentence with ``%(name)s`` places filled from ``params``. Pages
    show it at the form, the API answers problem+json with ``status``.
    """

    code = "refused"
    status = 409
    message: str | Promise = _("This can't be done.")

    def __init__(self, **params: Any) -> None:
        self.params: Mapping[str, Any] = params
        super().__init__(self.code)

    def __str__(self) -> str:
        return str(self.message) % self.params if self.params else str(self.message)


class NotFound(BusinessError):
    """The record does not exist, or the actor may not know that it does."""

    code = "not-found"
    status = 404
    message = _("There is no such record, or you may not see it.")


class NotAllowed(BusinessError):
    """The actor sees the record but may not do this with it."""

    code = "not-allowed"
    status = 403
    message = _("You may not do this.")


class Invalid(BusinessError):
    """The input can't be used; ``field`` in the params says where."""

    code = "invalid"
    status = 422
    message = _("This value can't be used: %(reason)s")


class Busy(BusinessError):
    """Somebody else holds the record; nothing was changed, trying again is right."""

    code = "busy"
    status = 503
    message = _("Somebody else is changing this record right now. Nothing was changed; please try again.")


class Conflict(BusinessError):
    """The record changed since it was read."""

    code = "conflict"
    status = 409
    message = _("The record has changed in the meantime. Nothing was changed; please look at it again.")
