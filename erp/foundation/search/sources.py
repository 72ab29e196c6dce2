"""What is in the index: apps register where entries come from and which facts make them stale."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from erp.foundation.events.facts import Fact
from erp.foundation.events.registry import Delivered, handles
from erp.foundation.search.models import SearchEntry


@dataclass(frozen=True, slots=True)
class Found:
    """An entry to be: ``code`` is what people type whole (number, SKU), ``words`` everything else they may type."""

    key: str
    company_id: int
    title: str
    detail: str
    code: str
    words: Iterable[str]


@dataclass(frozen=True, slots=True)
class Source:
    """
    One kind of record in the index.

    ``stale`` maps each fact to the keys it makes stale; ``read(keys)`` gives the entries of those keys that
    should be in the index now (a missing one is removed); ``url(key)`` leads to the record.
    """

    kind: str
    label: str | Promise
    permission: str
    stale: dict[type[Fact], Callable[[Any], Iterable[str]]]
    read: Callable[[Sequence[str]], Iterable[Found]]
    url: Callable[[str], str]


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Register a source and the handler that keeps its entries fresh."""
    if source.kind in _sources:
        raise ValueError(f"search source {source.kind} is registered twice")
    _sources[source.kind] = source

    def index(pairs: list[tuple[Fact, Delivered]]) -> None:
        keys = sorted({key for fact, _delivered in pairs for key in source.stale[type(fact)](fact)})
        refresh(source, keys)

    handles(*source.stale, name=f"search.{source.kind}", batch=True)(index)


def sources() -> dict[str, Source]:
    return dict(_sources)


def refresh(source: Source, keys: Sequence[str]) -> None:
    """Write the entries of these keys as they are now."""
    entries = [
        SearchEntry(
            company_id=found.company_id,
            kind=source.kind,
            key=found.key,
            permission=source.permission,
            title=found.title[:200],
            detail=found.detail[:300],
            code=plain(found.code)[:80],
            words=" ".join(plain(word) for word in (found.code, *found.words) if word),
        )
        for found in source.read(keys)
    ]
    SearchEntry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=["company", "permission", "title", "detail", "code", "words"],
    )
    gone = set(keys) - {entry.key for entry in entries}
    if gone:
        SearchEntry.objects.filter(kind=source.kind, key__in=gone).delete()


def plain(text: str) -> str:
    """Lower case, without accents, so that "Łódź" is found by "lodz"."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("ł", "l"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
