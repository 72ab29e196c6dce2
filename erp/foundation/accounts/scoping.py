"""
Which rows an actor sees, what the actor may do with one, and which of its values show.

A model says how it belongs to a company with ``scope = Scope(...)``; pages, API, export and search then ask
only this module. The only module that knows guardian, which keeps the sharing of single records.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Self, TypeVar, cast

from django.apps import apps
from django.db import models
from django.db.models import Q
from guardian.models import UserObjectPermissionBase
from guardian.shortcuts import assign_perm, remove_perm

from erp.foundation.accounts.access import Reach
from erp.foundation.accounts.actors import access_of
from erp.foundation.accounts.models import ApiKey, Membership, User
from erp.foundation.actor import Actor
from erp.foundation.errors import NotAllowed, NotFound
from erp.foundation.organisation.models import Branch, Company, Department, SalesChannel
from erp.foundation.refs import Ref

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Scope:
    """
    How rows of a model belong to somebody.

    ``view`` is the permission that opens them. ``company`` and ``branch`` are lookup paths, several branches
    meaning any of them; ``company=None`` is for reference data, open to whoever holds ``view`` anywhere.
    ``record`` is the path to the record whose signed links and shares open this row too (a line's order).
    ``rule`` replaces the paths where they can't say it.
    """

    view: str
    company: str | None = "company"
    branch: str | tuple[str, ...] = ()  # none: the row is the company's, whatever the branch
    record: str = ""
    rule: Callable[[Reach], Q] | None = None

    @property
    def branches(self) -> tuple[str, ...]:
        return (self.branch,) if isinstance(self.branch, str) else self.branch


_scopes: dict[type[models.Model], Scope] = {}


def register_scope(model: type[models.Model], scope: Scope) -> None:
    """Give a scope to a model that lies below accounts and can't name it itself."""
    _scopes[model] = scope


def scope_of(model: type[models.Model]) -> Scope:
    """:raises LookupError: for a model that says nothing of its scope; such rows can't be shown to anybody."""
    scope: Scope | None = _scopes.get(model) or getattr(model, "scope", None)
    if scope is None:
        raise LookupError(f"{model._meta.label} declares no scope")
    return scope


class ScopedQuerySet(models.QuerySet[M]):
    """A queryset whose rows can be narrowed to what an actor sees: ``objects = ScopedQuerySet.as_manager()``."""

    def visible_to(self, actor: Actor) -> Self:
        """The rows that the actor may see."""
        return cast(Self, visible(self, actor))


class RecordShare(UserObjectPermissionBase):
    """Base of an app's table of single records shared with people; declare ``content_object`` as a foreign key."""

    class Meta(UserObjectPermissionBase.Meta):
        abstract = True


def visible(rows: "models.QuerySet[M]", actor: Actor, *, permission: str | None = None) -> "models.QuerySet[M]":
    """The rows that the actor may see, or may treat by another permission."""
    access = access_of(actor)
    if access.everything:
        return rows
    scope = scope_of(rows.model)
    wanted = permission or scope.view
    conditions = [_reached(scope, access.reach(wanted))]
    if access.refs and access.can(wanted):
        conditions.append(_linked(rows.model, scope, access.refs))
    if actor.kind == "user" and permission is None:
        conditions.append(_shared(rows.model, scope, actor))
    opened = [condition for condition in conditions if condition is not None]
    if not opened:
        return rows.none()
    either = opened[0]
    for condition in opened[1:]:
        either |= condition
    return rows.filter(either)


def get_visible(rows: "models.QuerySet[M]", actor: Actor, **lookup: Any) -> M:
    """:raises NotFound: when there is no such row or the actor may not see it; nobody can tell which."""
    row = visible(rows, actor).filter(**lookup).first()
    if row is None:
        raise NotFound
    return row


def can(actor: Actor, permission: str, row: models.Model | None = None) -> bool:
    """Whether the actor holds a permission: anywhere, or on this row (which it must see as well)."""
    access = access_of(actor)
    if row is None or access.everything:
        return access.can(permission)
    scope = scope_of(type(row))
    if access.refs:
        return access.can(permission) and record_ref(row) in access.refs
    if scope.rule is not None:
        return visible(type(row)._default_manager.filter(pk=row.pk), actor, permission=permission).exists()
    branches = branches_of(row) if scope.branches else None
    return access.can(permission, company=company_of(row), branches=branches)


def require(actor: Actor, permission: str, row: models.Model | None = None) -> None:
    """:raises NotAllowed: unless the actor holds the permission (on this row)."""
    if not can(actor, permission, row):
        raise NotAllowed(permission=permission)


def reads(actor: Actor, rule: str, *, company: int | None = None) -> bool:
    """Whether values of a field rule (``cost``) show to the actor; see :meth:`Access.reads`."""
    return access_of(actor).reads(rule, company=company)


def masked_fields(actor: Actor, model: type[models.Model], *, company: int | None = None) -> frozenset[str]:
    """The fields of a model, by its ``field_rules`` (field -> rule), whose values the actor doesn't read."""
    rules: dict[str, str] = getattr(model, "field_rules", {})
    access = access_of(actor)
    return frozenset(field for field, rule in rules.items() if not access.reads(rule, company=company))


def visible_fields(actor: Actor, model: type[models.Model], *, company: int | None = None) -> list[str]:
    """The names of a model's columns that the actor reads, in their order."""
    hidden = masked_fields(actor, model, company=company)
    return [field.name for field in model._meta.concrete_fields if field.name not in hidden]


def share_record(row: models.Model, user: User) -> None:
    """
    Let a person see one record that their roles don't open. Safe to repeat.

    :raises LookupError: when the model has no table of shares.
    """
    if share_model(type(row)) is None:
        raise LookupError(f"{row._meta.label} can't be shared")
    assign_perm(f"view_{row._meta.model_name}", user, row)


def unshare_record(row: models.Model, user: User) -> None:
    """Take a shared record back. Safe to repeat."""
    remove_perm(f"view_{row._meta.model_name}", user, row)


def is_shared(row: models.Model, actor: Actor) -> bool:
    """Whether this single record, or the record it is part of, is shared with the person."""
    shared = _shared(type(row), scope_of(type(row)), actor)
    return shared is not None and type(row)._default_manager.filter(shared, pk=row.pk).exists()


def company_of(row: models.Model) -> int | None:
    """The company that a row belongs to; None for reference data."""
    path = scope_of(type(row)).company
    return _value(row, path) if path else None


def branches_of(row: models.Model) -> list[int | None]:
    """The branches that a row belongs to."""
    return [_value(row, path) for path in scope_of(type(row)).branches]


def record_ref(row: models.Model) -> Ref:
    """The record whose links and shares open this row: itself, or the one that it is part of."""
    scope = scope_of(type(row))
    model = _model_at(type(row), scope.record)
    return Ref(model._meta.label_lower, str(_value(row, scope.record or "pk")))


@cache
def share_model(model: type[models.Model]) -> type[UserObjectPermissionBase] | None:
    """The table that keeps with whom single records of a model are shared, if it has one."""
    for candidate in apps.get_models():
        if not issubclass(candidate, RecordShare):
            continue
        if candidate._meta.get_field("content_object").related_model is model:
            return candidate
    return None


def _reached(scope: Scope, reach: Reach) -> Q | None:
    if not reach:
        return None
    if scope.rule is not None:
        return scope.rule(reach)
    if scope.company is None:
        return Q()
    if not scope.branches:
        return Q(**{f"{scope.company}__in": reach.anywhere})
    condition = Q(**{f"{scope.company}__in": reach.companies})
    for path in scope.branches if reach.branches else ():
        condition |= Q(**{f"{path}__in": reach.branches})
    return condition


def _linked(model: type[models.Model], scope: Scope, refs: Iterable[Ref]) -> Q:
    record = _model_at(model, scope.record)
    keys = [ref.key for ref in refs if ref.kind == record._meta.label_lower]
    return Q(**{f"{scope.record or 'pk'}__in": keys})


def _shared(model: type[models.Model], scope: Scope, actor: Actor) -> Q | None:
    record = _model_at(model, scope.record)
    shares = share_model(record)
    if shares is None:
        return None
    granted = shares._default_manager.filter(
        user_id=int(actor.key), permission__codename=f"view_{record._meta.model_name}"
    )
    return Q(**{f"{scope.record or 'pk'}__in": granted.values("content_object_id")})


def _model_at(model: type[models.Model], path: str) -> type[models.Model]:
    """The model at the end of a path of foreign keys; the model itself at the end of none."""
    for step in path.split("__") if path else ():
        model = cast("type[models.Model]", model._meta.get_field(step).related_model)
    return model


def _value(row: models.Model, path: str) -> int | None:
    """The key at the end of a path of foreign keys, without loading the last row."""
    *steps, last = path.split("__")
    at: Any = row
    for step in steps:
        at = getattr(at, step)
        if at is None:
            return None
    if last == "pk":
        return cast("int | None", at.pk)
    return cast("int | None", getattr(at, at._meta.get_field(last).attname))


def _people(reach: Reach) -> Q:
    """People who have a role where the actor may look."""
    within = Q(company__in=reach.companies) | Q(branch__in=reach.branches)
    return Q(pk__in=Membership.objects.filter(within).values("user"))


register_scope(Company, Scope(view="organisation.view", company="pk"))
register_scope(Branch, Scope(view="organisation.view"))
register_scope(Department, Scope(view="organisation.view"))
register_scope(SalesChannel, Scope(view="organisation.view"))
register_scope(Membership, Scope(view="accounts.view_people", branch="branch"))
register_scope(ApiKey, Scope(view="accounts.manage_keys", branch="branch"))
register_scope(User, Scope(view="accounts.view_people", rule=_people))
