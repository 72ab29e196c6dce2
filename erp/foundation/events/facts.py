"""What a fact is: a frozen dataclass of ids, declared in an app's ``events.py``, and its way to JSON and back."""

import dataclasses
import types
import typing
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Self, dataclass_transform
from uuid import UUID

_PLAIN = (str, int, bool, Decimal, datetime, date, UUID)
_BY_NAME: dict[str, "type[Fact]"] = {}


class UnknownFact(LookupError):
    """The log holds an event whose class is gone."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Fact:
    """
    Base of all facts. ``class OrderPlaced(Fact, app="orders"): order_id: int``.

    Fields are ids, numbers, texts, days or moments; a handler reads the rows again by id. The name in the log
    is ``app.ClassName`` and never changes.
    """

    fact_name: ClassVar[str]
    _read: ClassVar[dict[str, Any]]

    def __init_subclass__(cls, *, app: str) -> None:
        dataclasses.dataclass(frozen=True, kw_only=True)(cls)
        cls.fact_name = f"{app}.{cls.__name__}"
        if _BY_NAME.setdefault(cls.fact_name, cls) is not cls:
            raise TypeError(f"{cls.fact_name} is declared twice")
        hints = typing.get_type_hints(cls)
        cls._read = {f.name: _reader(hints[f.name], f"{cls.fact_name}.{f.name}") for f in _fields(cls)}

    def to_json(self) -> dict[str, Any]:
        """The fields as JSON values; decimals, days, moments and UUIDs as text."""
        return {f.name: _plain(getattr(self, f.name)) for f in _fields(type(self))}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Unknown keys are ignored and missing ones take their default, so that old events stay readable."""
        known = {name: read(data[name]) for name, read in cls._read.items() if name in data}
        return cls(**known)


def fact_class(name: str) -> type[Fact]:
    """:raises UnknownFact: when no class of that name is declared."""
    try:
        return _BY_NAME[name]
    except KeyError:
        raise UnknownFact(name) from None


def all_facts() -> list[type[Fact]]:
    """Every declared fact, by name."""
    return [_BY_NAME[name] for name in sorted(_BY_NAME)]


def _fields(cls: type) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(cls)


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    return [_plain(item) for item in value]


def _reader(hint: Any, where: str) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType) and len(args) == 2 and type(None) in args:
        inner = _reader(next(a for a in args if a is not type(None)), where)
        return lambda value: None if value is None else inner(value)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        inner = _reader(args[0], where)
        return lambda value: tuple(inner(item) for item in value)
    if hint in (datetime, date):
        return hint.fromisoformat
    if hint in _PLAIN:
        return hint if hint in (Decimal, UUID) else (lambda value: value)
    raise TypeError(f"{where}: a fact can't hold {hint!r}")
