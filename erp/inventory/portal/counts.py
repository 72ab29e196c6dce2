"""Counting."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.catalog.queries import variants_by_id
from erp.foundation.errors import NotFound
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.lists import Choice, Column, Empty, Link, ListPage
from erp.foundation.web.records import Action, ActionView, Card, RecordPage, Status
from erp.inventory import services as inventory
from erp.inventory.models import StockCount
from erp.inventory.portal.choosing import get_place, language, place_for
from erp.inventory.portal.forms import CountForm, EntryForm
from erp.inventory.queries import pages
from erp.inventory.states import COUNT_FLOW, CountStatus

NEW = Link(_("New count"), "inventory:count-new", "inventory.count", "clipboard-list")
TONES = {CountStatus.OPEN: "info", CountStatus.CLOSED: "good", CountStatus.CANCELLED: ""}


class CountList(ListPage):
    """Every count."""

    permission = "inventory.view"
    name = "inventory.counts"
    title = _("Counts")
    sort = "-opened"
    columns = (
        Column("place", _("Place"), "code", value="location.code", sort="location__code", main=True),
        Column("branch", _("Branch"), value="location.branch.name"),
        Column("status", _("Status"), "pill", value=lambda c: c.get_status_display(), tone=lambda c: TONES[c.status]),
        Column("entries", _("Entries"), "number"),
        Column("opened", _("Opened"), "moment", value="opened_at", sort="opened_at"),
        Column("closed", _("Closed"), "moment", value="closed_at", sort="closed_at", nullable=True),
    )
    filters = (Choice("status", _("Status"), CountStatus.choices),)
    search_fields = ("location__code__istartswith",)
    links = (NEW,)
    empty = Empty(
        _("No counts yet"), _("Count a warehouse or a single bin, while work goes on."), "clipboard-list", NEW
    )

    def rows(self) -> "QuerySet[StockCount]":
        rows = StockCount.objects.visible_to(self.actor).select_related("location__branch")
        return rows.annotate(entries=Count("lines"))

    def row_url(self, row: StockCount) -> str:
        return reverse("inventory:count", args=[row.pk])


class NewCount(FormPage):
    """Choose what to count."""

    permission = "inventory.count"
    title, label, done = _("New count"), _("Start counting"), ""
    parent = (_("Counts"), "inventory:counts")
    form_class = CountForm

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        place = place_for(self.actor, form.cleaned_data["place"], self.permission)
        count = inventory.open_count(location=place, actor=self.actor, at=self.now())
        return reverse("inventory:count", args=[count.pk])


class CountPage(RecordPage):
    """A count with what was entered so far, and what nobody has counted yet."""

    permission = "inventory.view"
    model = StockCount
    parent = (_("Counts"), "inventory:counts")

    def find(self, pk: Any) -> StockCount | None:
        return pages.visible_count(self.actor, pk)

    def title(self) -> Any:
        return _("Count of %(place)s") % {"place": self.record.location.code}

    def status(self) -> Status:
        return Status(self.record.get_status_display(), TONES[self.record.status])

    def facts(self) -> Sequence[Any]:
        return (self.record.location.name, self.record.location.branch.name)

    def actions(self) -> Sequence[Action]:
        key, legal = [self.record.pk], COUNT_FLOW.can_move(self.record, to=CountStatus.CLOSED)
        return (
            Action(
                _("Enter"), reverse("inventory:count-enter", args=key), "inventory.count", legal, "pencil", link=True
            ),
            Action(_("Close"), reverse("inventory:count-close", args=key), "inventory.count", legal, "check"),
            Action(
                _("Give up"), reverse("inventory:count-cancel", args=key), "inventory.count", legal, "x", danger=True
            ),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        lines = pages.count_lines(self.record, self.actor)
        titles = variants_by_id(line.variant_id for line in lines)
        entered = [(line, titles[line.variant_id].title(language())) for line in lines]
        cards = [Card(_("Entered"), "inventory/staff/entered.html", {"rows": entered}, flush=True, count=len(entered))]
        if self.record.status == CountStatus.OPEN:
            left = pages.not_counted(self.record, self.actor)
            cards.append(Card(_("Not counted yet"), "inventory/staff/not_counted.html", {"levels": left}, flush=True))
        return cards


class EnterCount(FormPage):
    """One entry after another: scan the place, scan the product, type the number."""

    permission = "inventory.count"
    model = StockCount
    title, label, done = _("Enter what you counted"), _("Enter"), _("Entered.")
    parent = (_("Counts"), "inventory:counts")
    form_class = EntryForm

    def load(self) -> None:
        count = pages.visible_count(self.actor, self.kwargs["pk"])
        if count is None or not self.can(self.permission, count):
            raise NotFound
        self.record = count

    def initial(self) -> dict[str, Any]:
        chosen = get_place(self.actor, self.request.GET.get("place", ""))
        count = self.record.location
        return {"place": (chosen.value, chosen.label) if chosen else (str(count.pk), count.code)}

    def parent_context(self) -> dict[str, Any]:
        label = _("Count of %(place)s") % {"place": self.record.location.code}
        return {"parent": (label, reverse("inventory:count", args=[self.record.pk]))}

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        data = form.cleaned_data
        inventory.enter_count(
            count_id=self.record.pk,
            variant_id=int(data["variant"]),
            location_id=int(data["place"]),
            counted=data["counted"],
            actor=self.actor,
            at=self.now(),
        )
        return f"{self.request.path}?place={data['place']}"


class OfCount(ActionView):
    """A verb of a count."""

    abstract = True
    model = StockCount

    def find(self, pk: Any) -> StockCount | None:
        return pages.visible_count(self.actor, pk)

    def done_url(self) -> str:
        return reverse("inventory:count", args=[self.record.pk])


class CloseCount(OfCount):
    """Move the differences."""

    permission = "inventory.count"
    title, label, done = _("Close this count?"), _("Close"), _("The count is closed; the stock is as counted.")

    def consequences(self) -> Sequence[tuple[Any, Any]]:
        lines = pages.count_lines(self.record, self.actor)
        return (
            (sum(1 for line in lines if line.difference > 0), _("places have more than was recorded")),
            (sum(1 for line in lines if line.difference < 0), _("places have less than was recorded")),
            (len(pages.not_counted(self.record, self.actor)), _("were not counted and stay as they are")),
        )

    def act(self, form: Any) -> None:
        inventory.close_count(count_id=self.record.pk, actor=self.actor, at=self.now())


class CancelCount(OfCount):
    """Forget the entries."""

    permission = "inventory.count"
    title, label, danger = _("Give up this count?"), _("Give up"), True
    done = _("The count is given up; no stock was changed.")

    def act(self, form: Any) -> None:
        inventory.cancel_count(count_id=self.record.pk, actor=self.actor, at=self.now())
