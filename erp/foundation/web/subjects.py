"""
Kinds of records that have a page: how to link to one, name it, and ask whether somebody may see it.

Comments, attachments, panels and the palette need this of records they don't know. An app registers its kinds beside
its navigation: ``subjects.register("orders.order", Subject(...))``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import Promise

from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.refs import Ref


@dataclass(frozen=True, slots=True)
class Subject:
    """
    A kind of record.

    ``load`` returns the row if the actor may see it, else None. ``url_name`` takes the key as ``pk``. ``numbers``
    gives what people call the records with these keys, in one query; without it they are called by their key.
    """

    label: str | Promise
    url_name: str
    load: Callable[[Actor, str], Any | None]
    icon: str = "file-text"
    comment_permission: str = "signed-in"
    numbers: Callable[[Sequence[str]], Mapping[str, str]] | None = None


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


def numbered(model: type[Model], field: str = "number") -> Callable[[Sequence[str]], Mapping[str, str]]:
    """How records are called by a field of theirs; for :attr:`Subject.numbers`."""

    def numbers(keys: Sequence[str]) -> Mapping[str, str]:
        wanted = [int(key) for key in keys if key.isdecimal()]
        rows = model._default_manager.filter(pk__in=wanted).values_list("pk", field)
        return {str(key): str(number) for key, number in rows}

    return numbers


def names_of(refs: Iterable[Ref]) -> dict[Ref, str]:
    """What the records are called ("Order S-17"); those of kinds without a page are left out. One query a kind."""
    by_kind: dict[str, list[Ref]] = {}
    for ref in dict.fromkeys(refs):
        by_kind.setdefault(ref.kind, []).append(ref)
    named: dict[Ref, str] = {}
    for kind in by_kind.keys() & _subjects.keys():
        subject = _subjects[kind]
        numbers = subject.numbers([ref.key for ref in by_kind[kind]]) if subject.numbers else {}
        named |= {ref: f"{subject.label} {numbers.get(ref.key, ref.key)}" for ref in by_kind[kind]}
    return named


def url_of(ref: Ref) -> str:
    """Address of the record's page."""
    return reverse(of(ref.kind).url_name, kwargs={"pk": ref.key})
