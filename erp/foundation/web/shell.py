"""What the frame of every page shows: navigation, person, scopes, theme. Prepared before a template runs."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language

from erp.foundation.web import access, alerts, nav, preferences
from erp.foundation.web.requests import wants_part


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the navigation as shown."""

    label: str | Promise
    url: str
    icon: str
    count: int = 0
    alert: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame. ``groups`` are (label, entries)."""

    theme: str
    density: str
    language: str
    languages: list[tuple[str, str]]
    groups: list[tuple[str | Promise, list[Entry]]] = field(default_factory=list)
    person: access.Person | None = None
    user_key: str = ""
    scopes: list[access.ScopeChoice] = field(default_factory=list)
    scope: access.ScopeChoice | None = None
    alerts: int = 0
    alerts_topic: str = ""


LANGUAGES = [("pl", "Polski"), ("en", "English")]


def prepare(request: HttpRequest) -> Shell:
    """The shell of a request, made once; runs the queries of counters."""
    made: Shell | None = getattr(request, "backroom_shell", None)
    if made is None:
        made = _make(request)
        request.backroom_shell = made  # type: ignore[attr-defined]  # kept for the context processor
    return made


def context(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``shell`` on every page, also on those of libraries."""
    return {"shell": prepare(request)}


def _make(request: HttpRequest) -> Shell:
    bare = Shell(
        theme=preferences.theme_of(request),
        density=preferences.density_of(request),
        language=get_language() or settings.LANGUAGE_CODE,
        languages=LANGUAGES,
    )
    provider = access.provider()
    actor = provider.actor_of(request)
    if actor is None or wants_part(request):
        return bare
    scopes = list(provider.scopes(request))
    key = access.scope_of(request)
    return Shell(
        theme=bare.theme,
        density=bare.density,
        language=bare.language,
        languages=bare.languages,
        groups=_groups(request, actor),
        person=provider.person(request),
        user_key=str(actor),
        scopes=scopes,
        scope=next((choice for choice in scopes if choice.key == key), None),
        alerts=alerts.waiting(actor),
        alerts_topic=alerts.topic_of(actor),
    )


def _groups(request: HttpRequest, actor: Any) -> list[tuple[str | Promise, list[Entry]]]:
    groups: dict[str, list[Entry]] = {}
    open_items = [item for item in nav.items() if access.can(actor, item.permission)]
    here = _lit(request.path, open_items)
    for item in open_items:
        url = _url(item.url_name)
        if url:
            count = item.counter(actor) if item.counter else 0
            entry = Entry(item.label, url, item.icon, count, item.alert, item is here)
            groups.setdefault(item.group, []).append(entry)
    return [(nav.GROUPS[group], entries) for group, entries in groups.items()]


def _lit(path: str, items: list[nav.NavItem]) -> nav.NavItem | None:
    """The entry whose address is the longest beginning of this page's."""
    best, length = None, 0
    for item in items:
        for prefix in (_url(item.url_name), *item.also):
            fits = path == prefix or (prefix not in {"", "/"} and path.startswith(prefix))
            if fits and len(prefix) > length:
                best, length = item, len(prefix)
    return best


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
