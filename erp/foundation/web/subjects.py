"""
Kinds of records that have a page: how to link to one, name it, and ask whether somebody may see it.

Comments, attachments, panels and the palette need this of records they don't know. An app registers its kinds beside
its navigation: ``subjects.register("orders.order", Subject(...))``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.refs import Ref


@dataclass(frozen=True, slots=True)
class Subject:
    """
    A kind of record.

    ``load`` returns the row if the actor may see it, else None. ``url_name`` takes the key as ``pk``.
    """

    label: str | Promise
    url_name: str
    load: Callable[[Actor, str], Any | None]
    icon: str = "file-text"
    comment_permission: str = "signed-in"


_subjects: dict[str, Subject] = {}


def register(kind: str, subject: Subject) -> None:
    """Register a kind (``orders.order``)."""
    _subjects[kind] = subject


def of(kind: str) -> Subject:
    """:raises NotFound: for a kind that has no page."""
    try:
        return _subjects[kind]
    except KeyError:
        raise NotFound from None


def load(ref: Ref, actor: Actor) -> Any:
    """
    The row, if the actor may see it.

    :raises NotFound: when it does not exist or may not be seen.
    """
    row = of(ref.kind).load(actor, ref.key)
    if row is None:
        raise NotFound
    return row


def url_of(ref: Ref) -> str:
    """Address of the record's page."""
    return reverse(of(ref.kind).url_name, kwargs={"pk": ref.key})
