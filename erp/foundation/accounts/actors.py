"""Works out the access of an actor, by the actor's kind; once per request."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from erp.foundation.accounts.access import Access, Grant
from erp.foundation.accounts.models import ApiKey, Membership, User
from erp.foundation.accounts.roles import LINK, ROLES
from erp.foundation.actor import Actor
from erp.foundation.clock import now
from erp.foundation.refs import Ref

RUNS_INSTALLATION = ("installation.found",)  # what it means besides the administration site; no company's rows

Resolver = Callable[[Actor], Access]

_known: ContextVar[dict[Actor, Access] | None] = ContextVar("known_access", default=None)
_resolvers: dict[str, Resolver] = {}


def resolves(kind: str) -> Callable[[Resolver], Resolver]:
    """Register what an actor of a kind may do; an app above does so for kinds of its own, such as channels."""

    def register(resolver: Resolver) -> Resolver:
        _resolvers[kind] = resolver
        return resolver

    return register


@contextmanager
def access_remembered() -> Iterator[None]:
    """Work out each actor's access at most once inside: a request, a delivery."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def forget_access() -> None:
    """Forget what is remembered, because roles have just changed."""
    known = _known.get()
    if known is not None:
        known.clear()


def access_of(actor: Actor) -> Access:
    """What an actor may do: one query, none when it is remembered. An unknown kind may do nothing."""
    known = _known.get()
    if known is not None and actor in known:
        return known[actor]
    resolver = _resolvers.get(actor.kind)
    access = resolver(actor) if resolver else Access(actor)
    if known is not None:
        known[actor] = access
    return access


@resolves("system")
def _of_system(actor: Actor) -> Access:
    return Access(actor, everything=True)


@resolves("user")
def _of_user(actor: Actor) -> Access:
    rows = Membership.objects.filter(user_id=int(actor.key), user__is_active=True).order_by("company_id", "pk")
    held = list(rows.values_list("company_id", "branch_id", "role", "user__runs_installation"))
    grants = tuple(
        Grant(company, branch, ROLES[role].may, ROLES[role].reads, f"role:{role}")
        for company, branch, role, _runs in held
        if role in ROLES
    )
    runs = held[0][-1] if held else _runs_installation(actor)
    return Access(actor, grants, may=RUNS_INSTALLATION if runs else ())


def _runs_installation(actor: Actor) -> bool:
    return User.objects.filter(pk=int(actor.key), is_active=True, runs_installation=True).exists()


@resolves("apikey")
def _of_key(actor: Actor) -> Access:
    key = ApiKey.objects.filter(pk=int(actor.key), revoked_at=None).first()
    if key is None or (key.expires_at is not None and key.expires_at <= now()):
        return Access(actor)
    return Access(actor, (Grant(key.company_id, key.branch_id, tuple(key.scopes), frozenset(key.reads), str(actor)),))


@resolves("link")
def _of_link(actor: Actor) -> Access:
    refs = frozenset(Ref.parse(text) for text in actor.key.split(","))
    return Access(actor, refs=refs, may=LINK.may)
