"""Looking things up, under rights."""

from collections.abc import Mapping, Sequence

from django.db.models import IntegerField, Q, Value

from erp.foundation.search.models import SearchEntry
from erp.foundation.search.sources import plain

SHORTEST = 2


def look_up(text: str, *, allowed: Mapping[str, Sequence[int]], limit: int = 20) -> list[SearchEntry]:
    """
    Entries for what was typed: a whole code first, then codes that begin so, then any that have all the words.

    :param allowed: per permission the companies in which the actor holds it; nothing else is looked at.
    """
    words = plain(text).split()
    typed = " ".join(words)
    if len(typed) < SHORTEST or not allowed:
        return []
    rights = Q()
    for permission, companies in allowed.items():
        rights |= Q(permission=permission, company_id__in=list(companies))
    has_all = Q()
    for word in words:
        has_all &= Q(words__contains=word)
    # Newest first within each part, so that an index gives the first rows where half of all records begin so. Where the
    # parts before are enough, PostgreSQL does not begin with the next.
    entries, begins, same = SearchEntry.objects.filter(rights), Q(code__startswith=typed), Q(code=typed)
    parts = [
        rows.annotate(rank=Value(rank, IntegerField())).order_by("-id")[:limit]
        for rank, rows in enumerate(
            (entries.filter(same), entries.filter(begins).exclude(same), entries.filter(has_all).exclude(begins))
        )
    ]
    found: list[SearchEntry] = list(parts[0].union(*parts[1:], all=True)[:limit])
    return sorted(found, key=lambda entry: (entry.rank, -entry.pk))  # type: ignore[attr-defined]  # annotated
