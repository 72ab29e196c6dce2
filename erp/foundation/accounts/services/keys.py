"""API keys are made and revoked."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.actors import access_of, forget_access
from erp.foundation.accounts.events import ApiKeyMade, ApiKeyRevoked
from erp.foundation.accounts.models import ApiKey, User
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError, Invalid
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.models import Branch, Company
from erp.foundation.permissions import covers, permissions

MARK = "brk_"
PREFIX_LENGTH = 12


class TooWide(BusinessError):
    """The key would be allowed more than the person who makes it."""

    code = "too-wide"
    status = 403
    message = _("A key can't be allowed more than you are: %(scope)s")


@use_case
def create_api_key(
    *,
    company: Company,
    branch: Branch | None = None,
    name: str,
    scopes: Sequence[str],
    reads: Sequence[str] = (),
    expires_at: datetime | None = None,
    owner: User,
    actor: Actor,
    at: datetime,
) -> tuple[ApiKey, str]:
    """
    Make a key for a program.

    :returns: the row, and the key itself, which nobody can read again.
    :raises TooWide: when a scope or a field rule is more than the maker has in that company.
    :raises Invalid: when a scope covers no permission.
    """
    names = sorted({name for scope in scopes for name in _covered(scope, company, branch, actor)})
    for rule in reads:
        if not access_of(actor).reads(rule, company=company.pk):
            raise TooWide(scope=rule)
    key = MARK + secrets.token_urlsafe(32)
    row = ApiKey.objects.create(
        company=company,
        branch=branch,
        name=name,
        prefix=key[:PREFIX_LENGTH],
        digest=digest_of(key),
        scopes=names,
        reads=list(reads),
        expires_at=expires_at,
        created_by=owner,
        created_at=at,
    )
    publish(ApiKeyMade(key_id=row.pk), actor=actor, subjects=[row.ref, company.ref])
    return row, key


@use_case
def revoke_api_key(*, key: ApiKey, actor: Actor, at: datetime) -> None:
    """Stop a key at once. Safe to repeat: the first moment stays."""
    if ApiKey.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=at):
        publish(ApiKeyRevoked(key_id=key.pk), actor=actor, subjects=[key.ref, key.company.ref])
    forget_access()


def digest_of(key: str) -> str:
    """What the table keeps of a key; a random key of 256 bits needs no slow hash."""
    return hashlib.sha256(key.encode()).hexdigest()


def _covered(scope: str, company: Company, branch: Branch | None, actor: Actor) -> list[str]:
    """The permissions that a scope means today; one that an upgrade adds later is not given silently."""
    covered = [name for name in permissions() if covers(scope, name)]
    if not covered:
        raise Invalid(field="scopes", reason=_("there is no such permission"))
    access = access_of(actor)
    for name in covered:
        if not access.can(name, company=company.pk, branches=[branch.pk if branch else None]):
            raise TooWide(scope=name)
    return covered
