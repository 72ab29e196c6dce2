"""Raising, closing, assigning and mending exceptions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q

from erp.foundation.accounts.models import User
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.refs import Ref
from erp.foundation.workqueue.kinds import kind_named
from erp.foundation.workqueue.models import WorkItem, WorkState


class NoSuchFix(BusinessError):
    """The kind has no fix of this name."""

    code = "no-such-fix"
    status = 404


@use_case
def raise_item(*, kind: str, about: Ref, company_id: int, params: Mapping[str, Any], actor: Actor, at: datetime) -> int:
    """
    Put a thing into the queue; safe to repeat: while the item is open only its params change.

    :param params: ids, numbers and texts for the kind's sentences; no personal data.
    :returns: the item's id.
    :raises LookupError: when the kind is not registered.
    """
    kind_named(kind)
    WorkItem.objects.bulk_create(
        [
            WorkItem(
                company_id=company_id,
                kind=kind,
                about_kind=about.kind,
                about_key=about.key,
                params=dict(params),
                raised_at=at,
            )
        ],
        ignore_conflicts=True,  # on work_item_open_once: one is open already
    )
    item = WorkItem.objects.get(_open(kind, about))
    if item.params != dict(params):
        WorkItem.objects.filter(pk=item.pk).update(params=dict(params))
    return item.pk


@use_case
def resolve_item(*, kind: str, about: Ref, actor: Actor, at: datetime, dismissed: bool = False) -> bool:
    """Close the open item of this kind about this record; returns whether there was one."""
    closed = WorkItem.objects.filter(_open(kind, about)).update(
        state=WorkState.DISMISSED if dismissed else WorkState.DONE, closed_at=at, closed_by=str(actor)
    )
    return closed > 0


@use_case
def assign_item(*, item_id: int, owner: User | None, actor: Actor, at: datetime) -> WorkItem:
    """
    Give an open item to a person, or to nobody.

    :raises NotFound: when it is closed or not there.
    """
    item = _locked(item_id)
    item.owner = owner
    item.save(update_fields=["owner"])
    return item


def mend_item(*, item_id: int, fix: str, actor: Actor, at: datetime) -> object:
    """
    Press a fix's button. Not a use case itself: a fix may have to talk to a channel first.

    :raises NotFound: when the item is closed or not there.
    :raises NoSuchFix: when the kind has no such fix.
    """
    item = WorkItem.objects.filter(pk=item_id, state=WorkState.OPEN).first()
    if item is None:
        raise NotFound
    for known in kind_named(item.kind).fixes:
        if known.code == fix:
            return known.mend(about=item.about, actor=actor, at=at)
    raise NoSuchFix


def _open(kind: str, about: Ref) -> Q:
    return Q(kind=kind, about_kind=about.kind, about_key=about.key, state=WorkState.OPEN)


def _locked(item_id: int) -> WorkItem:
    found = lock_rows(WorkItem.objects.filter(pk=item_id, state=WorkState.OPEN))
    if not found:
        raise NotFound
    return found[0]
