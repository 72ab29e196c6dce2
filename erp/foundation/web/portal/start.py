"""The start page."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from erp.foundation.web import access, start
from erp.foundation.web.records.parts import Card
from erp.foundation.web.views import StaffView


class StartView(StaffView):
    """What somebody has to do now: the cards that the role may see."""

    permission = access.SIGNED_IN

    def get(self, request: HttpRequest) -> HttpResponse:
        if url := start.first_thing(self.actor):
            return HttpResponseRedirect(url)
        cards = [card for one in start.cards() if (card := self._shown(one))]
        context = {
            "main": [card for card in cards if card.column == "main"],
            "side": [card for card in cards if card.column == "side"],
            "name": access.provider().person(request).name.split(" ")[0],
        }
        return self.render("web/start/page.html", context)

    def _shown(self, one: start.StartCard) -> Card | None:
        context = one.load(self.actor) if self.can(one.permission) else None
        if not context or context.get("work") == []:
            return None
        return Card(one.title, one.template, context, column=one.column, flush=one.flush, key=one.key)
