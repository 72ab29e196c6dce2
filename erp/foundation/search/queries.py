"""Looking things up, under rights."""

from collections.abc import Mapping, Sequence

from django.db.models import Case, IntegerField, Q, Value, When

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
    rank = Case(
        When(code=typed, then=Value(0)),
        When(code__startswith=typed, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    exact: list[SearchEntry] = list(
        SearchEntry.objects.filter(rights, code__startswith=typed).annotate(rank=rank).order_by("rank", "-id")[:limit]
    )
    if len(exact) >= limit:
        return exact
    more = SearchEntry.objects.filter(rights, has_all).exclude(pk__in=[entry.pk for entry in exact])
    return exact + list(more.order_by("-id")[: limit - len(exact)])
