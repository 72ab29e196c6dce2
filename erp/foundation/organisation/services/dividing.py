"""Companies are divided into branches, departments and sales channels."""

from datetime import datetime
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import Invalid, NotFound
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.events import BranchChanged, DepartmentChanged, SalesChannelChanged
from erp.foundation.organisation.models import Branch, Company, Department, SalesChannel

Part = TypeVar("Part", Branch, Department, SalesChannel)


class InvalidPart(Invalid):
    """A name can't be right; ``field`` says which."""


@use_case
def create_branch(*, company: Company, code: str, name: str, actor: Actor, at: datetime) -> Branch:
    """Open a branch. Safe to repeat: the branch that has the code already is returned."""
    row, created = Branch.objects.get_or_create(company=company, code=code, defaults={"name": name})
    if created:
        publish(BranchChanged(branch_id=row.pk, opened=True), actor=actor, subjects=[row.ref, company.ref])
    return row


@use_case
def create_department(*, company: Company, code: str, name: str, actor: Actor, at: datetime) -> Department:
    """Make a department. Safe to repeat: the department that has the code already is returned."""
    row, created = Department.objects.get_or_create(company=company, code=code, defaults={"name": name})
    if created:
        publish(DepartmentChanged(department_id=row.pk, opened=True), actor=actor, subjects=[row.ref, company.ref])
    return row


@use_case
def create_sales_channel(
    *, company: Company, code: str, name: str, kind: str, actor: Actor, at: datetime
) -> SalesChannel:
    """Make a sales channel. Safe to repeat: the channel that has the code already is returned."""
    row, created = SalesChannel.objects.get_or_create(company=company, code=code, defaults={"name": name, "kind": kind})
    if created:
        publish(SalesChannelChanged(sales_channel_id=row.pk, opened=True), actor=actor, subjects=[row.ref, company.ref])
    return row


@use_case
def rename_branch(*, branch: Branch, name: str, actor: Actor, at: datetime) -> Branch:
    """Call a branch otherwise. Safe to repeat. :raises InvalidPart: without a name."""
    row, changed = _renamed(branch, name)
    if changed:
        publish(BranchChanged(branch_id=row.pk, opened=False), actor=actor, subjects=[row.ref, row.company.ref])
    return row


@use_case
def rename_department(*, department: Department, name: str, actor: Actor, at: datetime) -> Department:
    """Call a department otherwise. Safe to repeat. :raises InvalidPart: without a name."""
    row, changed = _renamed(department, name)
    if changed:
        fact = DepartmentChanged(department_id=row.pk, opened=False)
        publish(fact, actor=actor, subjects=[row.ref, row.company.ref])
    return row


@use_case
def rename_sales_channel(*, sales_channel: SalesChannel, name: str, actor: Actor, at: datetime) -> SalesChannel:
    """Call a sales channel otherwise. Safe to repeat. :raises InvalidPart: without a name."""
    row, changed = _renamed(sales_channel, name)
    if changed:
        fact = SalesChannelChanged(sales_channel_id=row.pk, opened=False)
        publish(fact, actor=actor, subjects=[row.ref, row.company.ref])
    return row


def _renamed(part: Part, name: str) -> tuple[Part, bool]:
    name = name.strip()
    if not name:
        raise InvalidPart(field="name", reason=_("it needs a name"))
    locked = lock_rows(type(part)._default_manager.filter(pk=part.pk))
    if not locked:
        raise NotFound
    row = locked[0]
    if row.name == name:
        return row, False
    row.name = name
    row.save(update_fields=["name"])
    return row, True
