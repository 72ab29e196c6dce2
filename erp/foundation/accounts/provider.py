"""What accounts gives to the pages; see :class:`erp.foundation.web.access.Provider`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise

from erp.foundation.accounts import explaining, queries, scoping
from erp.foundation.accounts.actors import access_of
from erp.foundation.accounts.models import Theme, User
from erp.foundation.actor import Actor
from erp.foundation.organisation.models import Branch, Company
from erp.foundation.web.access import Person, ScopeChoice

COMPANY, BRANCH = "company", "branch"
ZONE = "backroom_zone"  # kept on the request: it is asked for several times a page


class AccountsProvider:
    """Answers for the people of the memberships table."""

    def actor_of(self, request: HttpRequest) -> Actor | None:
        """The signed-in person; nobody whose access was stopped since."""
        user = _user(request)
        return user.actor if user else None

    def can(self, actor: Actor, permission: str, row: Any = None) -> bool:
        return scoping.can(actor, permission, row)

    def reads(self, actor: Actor, rule: str, row: Any = None) -> bool:
        return scoping.reads(actor, rule, company=scoping.company_of(row) if row is not None else None)

    def scopes(self, request: HttpRequest) -> Sequence[ScopeChoice]:
        user = _user(request)
        if user is None:
            return ()
        access = access_of(user.actor)
        whole = {grant.company for grant in access.grants if grant.branch is None}
        single = {grant.branch for grant in access.grants if grant.branch is not None}
        choices = []
        for company in Company.objects.filter(pk__in=access.companies).prefetch_related("branches"):
            key = f"{COMPANY}:{company.pk}"
            choices.append(ScopeChoice(key, company.name))
            choices += [
                ScopeChoice(f"{BRANCH}:{branch.pk}", branch.name, under=key)
                for branch in company.branches.all()
                if company.pk in whole or branch.pk in single
            ]
        return choices

    def person(self, request: HttpRequest) -> Person:
        user = _user(request)
        if user is None:
            return Person("")
        zone = getattr(request, ZONE, None)
        if zone is None:
            zone = user.time_zone or queries.company_zone(user)
            setattr(request, ZONE, zone)
        return Person(str(user), user.email, zone)

    def names(self, actors: Iterable[Actor]) -> Mapping[Actor, str]:
        return queries.actor_names(actors)

    def people(self, actor: Actor, text: str) -> Sequence[tuple[str, str]]:
        return queries.colleagues(actor, text)

    def why_visible(self, actor: Actor, row: Any) -> Sequence[str]:
        return explaining.explain(actor, row).chain

    def remember(self, request: HttpRequest, name: str, value: str) -> None:
        user = _user(request)
        allowed: dict[str, list[str | Promise]] = {"language": ["pl", "en"], "theme": list(Theme.values)}
        if user is not None and value in allowed.get(name, []):
            User.objects.filter(pk=user.pk).update(**{name: value})


def _user(request: HttpRequest) -> User | None:
    user = getattr(request, "user", None)
    return user if isinstance(user, User) and user.is_active else None


def scope_filter(key: str) -> tuple[type[Company] | type[Branch], int] | None:
    """The company or branch that a choice of the switch means; None for all."""
    kind, _colon, number = key.partition(":")
    if not number.isdecimal():
        return None
    return (Company if kind == COMPANY else Branch), int(number)
