"""OAuth2: scopes are the declared permissions, and an actor of kind ``oauth`` is a person cut to them."""

from typing import Any

from oauth2_provider.models import get_access_token_model
from oauth2_provider.scopes import BaseScopes

from erp.foundation.accounts.access import Access, Grant
from erp.foundation.accounts.actors import access_of, resolves
from erp.foundation.actor import Actor
from erp.foundation.clock import now
from erp.foundation.permissions import field_rules, permissions

READS = "reads:"


class PermissionScopes(BaseScopes):
    """Every declared permission is a scope, and ``reads:cost`` for each kind of masked values."""

    def get_all_scopes(self) -> dict[str, str]:
        """Scope -> what it means."""
        may = {name: str(permission.label) for name, permission in permissions().items()}
        return may | {f"{READS}{rule}": str(label) for rule, label in field_rules().items()}

    def get_available_scopes(
        self, application: Any = None, request: Any = None, *args: Any, **kwargs: Any
    ) -> list[str]:
        return list(self.get_all_scopes())

    def get_default_scopes(self, application: Any = None, request: Any = None, *args: Any, **kwargs: Any) -> list[str]:
        """None: an application says what it wants."""
        return []


@resolves("oauth")
def access_by_token(actor: Actor) -> Access:
    """What the person holds, as far as the token goes; nothing once it has ended."""
    user, _application, token = actor.key.split(".")
    row = get_access_token_model().objects.filter(pk=int(token), expires__gt=now()).first()
    if row is None:
        return Access(actor)
    scopes = set(row.scope.split())
    reads = frozenset(scope.removeprefix(READS) for scope in scopes if scope.startswith(READS))
    grants = tuple(
        Grant(
            grant.company, grant.branch, tuple(filter(grant.holds, sorted(scopes))), grant.reads & reads, grant.source
        )
        for grant in access_of(Actor("user", user)).grants
    )
    return Access(actor, grants)
