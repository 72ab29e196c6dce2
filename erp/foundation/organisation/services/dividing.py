"""Companies are divided into branches, departments and sales channels."""

from datetime import datetime

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.organisation.models import Branch, Company, Department, SalesChannel


@use_case
def create_branch(*, company: Company, code: str, name: str, actor: Actor, at: datetime) -> Branch:
    """Open a branch. Safe to repeat: the branch that has the code already is returned."""
    return Branch.objects.get_or_create(company=company, code=code, defaults={"name": name})[0]


@use_case
def create_department(*, company: Company, code: str, name: str, actor: Actor, at: datetime) -> Department:
    """Make a department. Safe to repeat: the department that has the code already is returned."""
    return Department.objects.get_or_create(company=company, code=code, defaults={"name": name})[0]


@use_case
def create_sales_channel(
    *, company: Company, code: str, name: str, kind: str, actor: Actor, at: datetime
) -> SalesChannel:
    """Make a sales channel. Safe to repeat: the channel that has the code already is returned."""
    return SalesChannel.objects.get_or_create(company=company, code=code, defaults={"name": name, "kind": kind})[0]
