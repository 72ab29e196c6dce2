"""Saved views of lists: own ones and those that others share."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.web.models import SavedView


class NameMissing(BusinessError):
    """A view without a name."""

    code = "view-name-missing"
    status = 422
    message = _("Give the view a name.")


def saved_views(list_name: str, actor: Actor) -> Sequence[SavedView]:
    """The actor's own views of a list and the shared ones, by name; one query."""
    own = Q(owner_kind=actor.kind, owner_key=actor.key)
    return list(SavedView.objects.filter(own | Q(shared=True), list_name=list_name).order_by("name", "pk"))


@use_case
def save_view(*, list_name: str, name: str, query: str, shared: bool, actor: Actor, at: datetime) -> SavedView:
    """
    Keep a list as it is; the same name of the same person is replaced.

    :raises NameMissing: when the name is empty.
    """
    name = " ".join(name.split())[:60]
    if not name:
        raise NameMissing
    view, _made = SavedView.objects.update_or_create(
        list_name=list_name,
        owner_kind=actor.kind,
        owner_key=actor.key,
        name=name,
        defaults={"query": query[:2000], "shared": shared},
        create_defaults={"query": query[:2000], "shared": shared, "created_at": at},
    )
    return view


@use_case
def delete_view(*, view_id: int, list_name: str, actor: Actor) -> None:
    """
    Remove an own view.

    :raises NotFound: when there is none, or it is somebody else's.
    """
    deleted, _rows = SavedView.objects.filter(
        pk=view_id, list_name=list_name, owner_kind=actor.kind, owner_key=actor.key
    ).delete()
    if not deleted:
        raise NotFound
