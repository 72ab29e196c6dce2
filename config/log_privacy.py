"""
Keeps people's data and secrets out of the logs.

What an exception says of itself may hold anything: psycopg's `DETAIL: Key (email)=(…)`, a `KeyError` of a name, a
`ValueError` of what somebody typed. A log keeps its kind, its place and, of a database error, the names of the
constraint, table and column; never its words. Addresses lose the values of their query and long parts, which are keys.
"""

import re
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from typing import Any

Event = MutableMapping[str, Any]

# Their words are made of the program's own names.
_PLAIN = (ImportError, NameError, AttributeError, RecursionError, MemoryError, SystemExit)
_NAMED = ("constraint_name", "table_name", "column_name")
_QUERY = re.compile(r"([?&])([\w.\[\]-]{1,40})=[^&\s]*")
_LONG_PART = re.compile(r"(?<=/)[^/\s?]{33,}")
_DETAIL = re.compile(r"DETAIL:.*", re.DOTALL)
_HIDDEN = "…"
_SHORT = 4  # words of an exception that are too short to be looked for elsewhere


def describe(error: BaseException) -> str:
    """An exception in one line without values: its kind, what a database names, the code of a business error."""
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    if isinstance(error, _PLAIN):
        return f"{kind}: {error}"
    parts = [str(value) for value in (getattr(error, "sqlstate", None), _code(error)) if value]
    diagnosis = getattr(error, "diag", None)
    parts += [f"{name}={value}" for name in _NAMED if (value := getattr(diagnosis, name, None))]
    return f"{kind} ({', '.join(parts)})" if parts else kind


def hide_values(logger: Any, method: str, event: Event) -> Event:
    """A structlog processor, before exceptions are rendered: takes their words out of every other value."""
    errors = [error for error in (_error_of(event), *event.values()) if isinstance(error, BaseException)]
    words = {text: describe(one) for error in errors for one in _chain(error) for text in _texts(one)}
    for name, value in list(event.items()):
        if name in {"exc_info", "_record"}:
            continue
        event[name] = _clean(value, words)
    return event


def _clean(value: Any, words: dict[str, str]) -> Any:
    if isinstance(value, BaseException):
        return describe(value)
    if isinstance(value, str):
        return without_values(_replaced(value, words))
    if isinstance(value, dict):
        return {key: _clean(inner, words) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner, words) for inner in value]
    return value


def without_values(text: str) -> str:
    """A text without the values of addresses in it, and without what follows psycopg's DETAIL."""
    text = _DETAIL.sub(f"DETAIL: {_HIDDEN}", text)
    if "/" in text:
        text = _LONG_PART.sub(_HIDDEN, _QUERY.sub(rf"\1\2={_HIDDEN}", text))
    return text


def render_to_text(exc_info: Any) -> str:
    """For structlog's ExceptionRenderer: where it happened, and which kinds of exceptions, without their words."""
    lines: list[str] = []
    for error in reversed(list(_chain(exc_info[1]))):
        lines.append("Traceback (most recent call last):\n")
        lines += [*traceback.format_tb(error.__traceback__), f"{describe(error)}\n"]
    return "".join(lines).rstrip("\n")


def _error_of(event: Event) -> BaseException | None:
    given = event.get("exc_info")
    if isinstance(given, BaseException):
        return given
    if isinstance(given, tuple):
        return given[1] if isinstance(given[1], BaseException) else None
    return sys.exc_info()[1] if given else None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception, what is inside it, and what it came from."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            yield one
            inside = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
            waiting += [*inside, one.__cause__, None if one.__suppress_context__ else one.__context__]


def _texts(error: BaseException) -> Iterator[str]:
    """What an exception may have been written as."""
    if isinstance(error, _PLAIN):
        return
    for text in (repr(error), str(error), *(str(argument) for argument in error.args)):
        if len(text) >= _SHORT:
            yield text


def _replaced(value: str, words: dict[str, str]) -> str:
    for text in sorted(words, key=len, reverse=True):
        value = value.replace(text, words[text])
    return value


def _code(error: BaseException) -> str:
    code = getattr(error, "code", None)
    return code if isinstance(code, str) and re.fullmatch(r"[a-z][a-z0-9-]{1,60}", code) else ""
