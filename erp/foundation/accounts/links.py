"""Signed links: whoever holds one sees exactly the records that it names, without signing in."""

from collections.abc import Iterable
from datetime import datetime

from django.core import signing
from django.utils.crypto import constant_time_compare

from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.refs import Ref

_SALT = "erp.foundation.accounts.links"
_BEGIN = "erp.foundation.accounts.links.begin"


def sign(refs: Iterable[Ref], *, until: datetime) -> str:
    """A token for a link to these records, good until a moment."""
    body = {"refs": sorted(str(ref) for ref in refs), "until": int(until.timestamp())}
    return signing.dumps(body, salt=_SALT, compress=True)


def read(token: str, *, at: datetime) -> Actor:
    """
    The actor who holds a link.

    :raises NotFound: for a token that is forged, damaged or too old; nobody can tell which.
    """
    try:
        body = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        raise NotFound from None
    if body["until"] <= at.timestamp():
        raise NotFound
    return Actor("link", ",".join(body["refs"]))


def begin_key() -> str:
    """What stands in the address by which the first person of this installation comes in."""
    return signing.Signer(salt=_BEGIN).signature("begin")


def is_begin_key(text: str) -> bool:
    """Whether it is that key; compared in constant time."""
    return constant_time_compare(text, begin_key())
