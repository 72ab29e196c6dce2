"""Reads of people."""

from collections.abc import Iterable, Mapping, Sequence

from erp.foundation.accounts.access import Reach
from erp.foundation.accounts.actors import access_of
from erp.foundation.accounts.models import ApiKey, Membership, User
from erp.foundation.actor import Actor
from erp.foundation.organisation.models import Company

MENTIONS = 24  # more than are offered: not everybody may see what the comment is about


def actor_names(actors: Iterable[Actor]) -> Mapping[Actor, str]:
    """Names of people and API keys; what has no name here is left out. One query for each kind."""
    wanted = list(actors)
    people = [int(actor.key) for actor in wanted if actor.kind == "user" and actor.key.isdecimal()]
    keys = [int(actor.key) for actor in wanted if actor.kind == "apikey" and actor.key.isdecimal()]
    names: dict[Actor, str] = {}
    if people:
        names |= {
            Actor("user", str(pk)): name for pk, name in User.objects.filter(pk__in=people).values_list("pk", "name")
        }
    if keys:
        names |= {
            Actor("apikey", str(pk)): name for pk, name in ApiKey.objects.filter(pk__in=keys).values_list("pk", "name")
        }
    return names


def colleagues(actor: Actor, text: str) -> Sequence[tuple[str, str]]:
    """(key, name) of active people in the actor's companies whose name, or a word of it, begins with the text."""
    text = text.strip()
    rows = User.objects.filter(
        is_active=True,
        pk__in=Membership.objects.filter(company__in=access_of(actor).companies).values("user"),
    )
    if text:
        rows = rows.filter(name__istartswith=text) | rows.filter(name__icontains=f" {text}")
    return [(str(pk), name) for pk, name in rows.order_by("name").values_list("pk", "name")[:MENTIONS]]


def runs_installation(actor: Actor) -> bool:
    """Whether the actor runs the installation: a person who was given it, or Backroom itself."""
    if actor.kind == "system":
        return True
    if actor.kind != "user":
        return False
    return User.objects.filter(pk=int(actor.key), is_active=True, runs_installation=True).exists()


def is_run_by_somebody() -> bool:
    """Whether anybody who can sign in runs the installation."""
    return User.objects.filter(is_active=True, runs_installation=True).exists()


def first_company(user: User) -> int | None:
    """The company that the person has worked in longest, which speaks to them by mail; None without any role."""
    return Membership.objects.filter(user=user).order_by("pk").values_list("company_id", flat=True).first()


def company_zone(user: User) -> str:
    """The time zone of the person's first company, "" without one."""
    companies = access_of(user.actor).companies
    zone = Company.objects.filter(pk__in=companies).order_by("pk").values_list("time_zone", flat=True).first()
    return zone or ""


def members(company: Company) -> Sequence[Membership]:
    """The roles in a company, with their people."""
    return list(
        Membership.objects.filter(company=company).select_related("user", "branch").order_by("user__name", "pk")
    )


def reach_of(actor: Actor, permission: str) -> Reach:
    """Where the actor holds a permission."""
    return access_of(actor).reach(permission)
