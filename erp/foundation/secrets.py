"""
Encrypted columns for secrets of other systems: channel tokens, webhook secrets, passwords of carriers.

AES-256-GCM with a random nonce. What is authenticated along with the value is table, column and the row's
``seal``: a random UUID that the row gets before it has a primary key, unique in its table and never changed. So
a ciphertext copied to another row, column or table does not open, and the seal can't be copied with it. (The
primary key would serve as well, but is unknown when the row is inserted; binding to it would need a second
write, and a row that was cut off between the two would not open.)

A stored value is ``key id.base64(nonce + ciphertext)``. FIELD_KEYS lists the keys, ``id:base64,id:base64``: the
first encrypts, all decrypt. To rotate: put a new key first, restart, run ``bin/erp rotate_field_keys``, then
remove the old one.
"""

import base64
import binascii
import os
import uuid
from functools import lru_cache
from typing import Any, NoReturn

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from config.env import ENV

NONCE = 12


class CannotOpen(Exception):
    """A stored secret does not open: its key is gone, or the value was damaged or moved from another row."""


class Secret:
    """A value that shows only when asked by name; printing, logging and pickling it show nothing."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value itself, to hand to the system it belongs to."""
        return self._value

    def __repr__(self) -> str:
        return "[secret]"

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    __hash__ = None  # type: ignore[assignment]  # a secret is no key of anything

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written anywhere but into its own column")


class Sealed(str):
    """A stored value as it stands in the database."""

    __slots__ = ()

    @property
    def key_id(self) -> str:
        return self.partition(".")[0]


class HoldsSecrets(models.Model):
    """Base of models with encrypted columns: gives a row the seal that its secrets are bound to."""

    seal = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


class _SecretAttribute:
    """Opens a stored value when it is read, with the seal of its row."""

    def __init__(self, field: "EncryptedTextField") -> None:
        self.field = field

    def __get__(self, row: models.Model | None, owner: type | None = None) -> Any:
        if row is None:
            return self
        if self.field.attname not in row.__dict__:
            row.refresh_from_db(fields=[self.field.attname])
        value = row.__dict__[self.field.attname]
        return Secret(unseal(value, _bound_to(row, self.field))) if isinstance(value, Sealed) else value

    def __set__(self, row: models.Model, value: object) -> None:
        if isinstance(value, str) and not isinstance(value, Sealed):
            value = Secret(value)
        row.__dict__[self.field.attname] = value


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]  # the attribute is a Secret, see above
    """
    A column that holds a :class:`Secret`: assign a text, read by ``row.token.reveal()``.

    Written by ``save`` and ``bulk_create`` only; ``update`` and filters refuse it, since they know no row. Never
    part of history, forms or serialised rows.
    """

    in_history = False

    def __init__(self, *args: Any, **options: Any) -> None:
        options["editable"] = False
        super().__init__(*args, **options)

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _SecretAttribute(self))

    def check(self, **options: Any) -> list[checks.CheckMessage]:
        found = super().check(**options)
        if not issubclass(self.model, HoldsSecrets):
            found.append(checks.Error("A model with encrypted columns must inherit HoldsSecrets.", obj=self))
        return found

    def from_db_value(self, value: str | None, *_: object) -> Sealed | None:
        return None if value is None else Sealed(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed | None:
        value = model_instance.__dict__[self.attname]
        return Sealed(seal(value.reveal(), _bound_to(model_instance, self))) if isinstance(value, Secret) else value

    def get_prep_value(self, value: object) -> str | None:
        if value is None or isinstance(value, Sealed):
            return None if value is None else str(value)
        raise TypeError(f"{self.name} is encrypted: write it by save(), and don't search for it")

    def value_to_string(self, obj: models.Model) -> NoReturn:
        raise TypeError(f"{self.name} is encrypted and is not serialised")


def seal(text: str, bound_to: bytes) -> str:
    """Encrypt a text with the first key."""
    key_id, cipher = next(iter(_keys(ENV.field_keys).items()))
    nonce = os.urandom(NONCE)
    return f"{key_id}.{base64.b64encode(nonce + cipher.encrypt(nonce, text.encode(), bound_to)).decode()}"


def unseal(sealed: str, bound_to: bytes) -> str:
    """:raises CannotOpen: when the key is gone, or the value was damaged or moved."""
    key_id, _dot, body = sealed.partition(".")
    cipher = _keys(ENV.field_keys).get(key_id)
    if cipher is None:
        raise CannotOpen(f"the key {key_id!r} is not among FIELD_KEYS")
    try:
        data = base64.b64decode(body, validate=True)
        return cipher.decrypt(data[:NONCE], data[NONCE:], bound_to).decode()
    except (InvalidTag, binascii.Error, ValueError):
        raise CannotOpen("the stored secret is damaged, or belongs to another row") from None


def first_key_id() -> str:
    """The key that encrypts now."""
    return next(iter(_keys(ENV.field_keys)))


def reseal(row: models.Model, field: EncryptedTextField) -> Sealed | None:
    """The row's stored value under the first key; None when it is empty or has that key already."""
    stored = row.__dict__[field.attname]
    if not isinstance(stored, Sealed) or stored.key_id == first_key_id():
        return None
    bound_to = _bound_to(row, field)
    return Sealed(seal(unseal(stored, bound_to), bound_to))


def _bound_to(row: models.Model, field: EncryptedTextField) -> bytes:
    return f"{row._meta.db_table}:{field.column}:{row.seal}".encode()  # type: ignore[attr-defined]  # HoldsSecrets, checked


@lru_cache(maxsize=8)
def _keys(listed: str) -> dict[str, AESGCM]:
    """:raises ImproperlyConfigured: when FIELD_KEYS is empty or malformed; the message shows no key."""
    keys = {}
    for entry in filter(None, (part.strip() for part in listed.split(","))):
        key_id, colon, body = entry.partition(":")
        try:
            if not colon or not key_id.isalnum():
                raise ValueError
            keys[key_id] = AESGCM(base64.b64decode(body, validate=True))
        except (ValueError, binascii.Error):
            raise ImproperlyConfigured("FIELD_KEYS must be id:base64,... with keys of 32 bytes.") from None
    if not keys:
        raise ImproperlyConfigured("FIELD_KEYS is empty, so secrets can't be stored: id:base64 of 32 random bytes.")
    return keys
