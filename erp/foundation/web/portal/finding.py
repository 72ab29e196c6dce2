"""The search page, the palette and the lookups of forms."""

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse

from erp.foundation.errors import NotFound
from erp.foundation.web import access, finding, nav
from erp.foundation.web.finding import Hit
from erp.foundation.web.forms import lookups
from erp.foundation.web.rendering import render_part
from erp.foundation.web.views import StaffView

PALETTE_HITS, SEARCH_HITS, LOOKUP_OPTIONS = 12, 60, 20


class PaletteView(StaffView):
    """Pages, actions and records that fit what is typed; all pages for nothing."""

    permission = access.SIGNED_IN

    def get(self, request: HttpRequest) -> HttpResponse:
        text = request.GET.get("q", "").strip()
        context = {
            "text": text,
            "pages": [hit for hit in self._pages() if _fits(text, hit)],
            "actions": [hit for hit in self._actions() if _fits(text, hit)],
            "hits": finding.find(self.actor, text, PALETTE_HITS),
        }
        return HttpResponse(render_part(request, "web/shell/palette_results.html", context))

    def _pages(self) -> list[Hit]:
        items = [item for item in nav.items() if self.can(item.permission)]
        return [Hit("", str(item.label), url, icon=item.icon) for item in items if (url := _url(item.url_name))]

    def _actions(self) -> list[Hit]:
        items = [action for action in finding.actions() if self.can(action.permission)]
        return [
            Hit(action.words, str(action.label), url, icon=action.icon)
            for action in items
            if (url := _url(action.url_name))
        ]


class SearchView(StaffView):
    """The whole answer to a search, grouped by kind."""

    permission = access.SIGNED_IN

    def get(self, request: HttpRequest) -> HttpResponse:
        text = request.GET.get("q", "").strip()
        groups: dict[str, list[Hit]] = {}
        for hit in finding.find(self.actor, text, SEARCH_HITS):
            groups.setdefault(str(hit.kind), []).append(hit)
        return self.render("web/shell/search.html", {"search_text": text, "groups": list(groups.items())})


class LookupView(StaffView):
    """The options of a lookup field."""

    permission = access.SIGNED_IN

    def get(self, request: HttpRequest, name: str) -> HttpResponse:
        lookup = lookups.lookup_of(name)
        if lookup is None or not self.can(lookup.permission):
            raise NotFound
        text = request.GET.get("q", "").strip()
        options = lookup.search(self.actor, text)[:LOOKUP_OPTIONS]
        context = {"options": options, "base": request.GET.get("base", "option")}
        return HttpResponse(render_part(request, "web/form/options.html", context))


def _fits(text: str, hit: Hit) -> bool:
    """Whether every word typed begins a word of the label or of its other words."""
    words = f"{hit.label} {hit.kind}".casefold().split()
    return all(any(word.startswith(part) for word in words) for part in text.casefold().split())


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
