"""Points to a record without a foreign key, so that a lower app can name what an upper app owns."""

from typing import NamedTuple, Self


class Ref(NamedTuple):
    """
    A record by kind and key, written ``orders.order:17``.

    ``kind`` is ``app.model`` in lower case, ``key`` the primary key as text.
    """

    kind: str
    key: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """:raises ValueError: when the text is not ``kind:key``."""
        kind, colon, key = text.partition(":")
        if not (kind and colon and key):
            raise ValueError(f"not a reference: {text!r}")
        return cls(kind, key)


class HasRef:
    """Mixed into models: gives a row its ``ref``."""

    @property
    def ref(self) -> Ref:
        return ref_of(type(self), self.pk)  # type: ignore[attr-defined]  # mixed into models only


def ref_of(model: type, key: object) -> Ref:
    """The reference of the row of ``model`` with this primary key."""
    return Ref(model._meta.label_lower, str(key))  # type: ignore[attr-defined]  # a model class, seen without Django
