"""Why an actor sees a row, or does not: the chain of rules, in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _

from erp.foundation.accounts import scoping
from erp.foundation.accounts.access import Access, Grant
from erp.foundation.accounts.actors import access_of
from erp.foundation.accounts.roles import ROLES
from erp.foundation.actor import Actor
from erp.foundation.organisation.models import Branch, Company
from erp.foundation.permissions import covers, field_rules, permissions


@dataclass(frozen=True, slots=True)
class Explanation:
    """Whether the row is seen, the rules that open it, and what stays hidden on it."""

    seen: bool
    chain: tuple[str, ...]


def explain(actor: Actor, row: models.Model) -> Explanation:
    """
    The rules by which an actor sees a row, each a sentence; when none opens it, what would.

    ``seen`` is asked of the same query that pages use, so the answer can't drift from what is shown.
    """
    scope = scoping.scope_of(type(row))
    seen = scoping.visible(type(row)._default_manager.filter(pk=row.pk), actor).exists()
    access = access_of(actor)
    if access.everything:
        return Explanation(True, (_("Backroom itself sees everything."),))
    label = str(permissions()[scope.view].label) if scope.view in permissions() else scope.view
    if not seen:
        return Explanation(
            False,
            (
                _("Nothing opens this record; it takes the permission “%(label)s” where the record belongs.")
                % {"label": label},
            ),
        )
    chain = [*_by_role(access, row, scope, label), *_by_link(access, row, scope), *_by_share(actor, row, scope)]
    return Explanation(True, (*chain, *_masked(access, row, scope)))


def _by_role(access: Access, row: models.Model, scope: scoping.Scope, label: str) -> Iterator[str]:
    company = scoping.company_of(row) if scope.rule is None else None
    branches = scoping.branches_of(row)
    opening = [
        grant
        for grant in access.grants
        if grant.holds(scope.view)
        and (company is None or grant.company == company)
        and (grant.branch is None or not scope.branches or grant.branch in branches)
    ]
    companies = Company.objects.in_bulk({grant.company for grant in opening})
    named = Branch.objects.in_bulk({grant.branch for grant in opening if grant.branch is not None})
    for grant in opening:
        place = named[grant.branch].name if grant.branch is not None else _("all branches")
        yield _("%(source)s in %(company)s (%(place)s) holds “%(label)s” by the rule %(pattern)s.") % {
            "source": _source(grant),
            "company": companies[grant.company].name,
            "place": place,
            "label": label,
            "pattern": next(pattern for pattern in grant.may if covers(pattern, scope.view)),
        }
    if opening and company is not None:
        yield _("The record belongs to %(company)s.") % {"company": companies[company].name}


def _source(grant: Grant) -> str:
    kind, __, name = grant.source.partition(":")
    if kind == "role":
        return _("The role “%(role)s”") % {"role": ROLES[name].label}
    return _("The API key")


def _by_link(access: Access, row: models.Model, scope: scoping.Scope) -> Iterator[str]:
    if access.refs and scoping.record_ref(row) in access.refs:
        yield _("The signed link names this record.")


def _by_share(actor: Actor, row: models.Model, scope: scoping.Scope) -> Iterator[str]:
    if actor.kind == "user" and scoping.is_shared(row, actor):
        yield _("This single record has been shared with the person.")


def _masked(access: Access, row: models.Model, scope: scoping.Scope) -> Iterator[str]:
    company = scoping.company_of(row) if scope.rule is None else None
    rules = sorted(set(getattr(type(row), "field_rules", {}).values()))
    for rule in rules:
        if not access.reads(rule, company=company):
            yield _("Left out: %(values)s.") % {"values": field_rules().get(rule, rule)}
