"""The journal, the lines of accounts, and the page of an entry."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import Q, QuerySet, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from erp.finance import services as finance
from erp.finance.models import Account, Entry, EntryLine, Journal
from erp.finance.portal import shown
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.foundation.web import access
from erp.foundation.web.formats import moment_html
from erp.foundation.web.lists import Choice, Column, DateRange, Empty, Hidden, ListPage, NumberRange
from erp.foundation.web.records import Action, ActionView, Card, Fact, RecordPage, Status, pairs
from erp.foundation.web.records.history import name_of

MOST = 200  # documents that a search looks at


class EntryList(ListPage):
    """All entries, newest first."""

    permission = "finance.view"
    name = "finance.entries"
    title = gettext_lazy("Journal")
    sort = "-number"
    columns = (
        Column(
            "number", gettext_lazy("Entry"), "code", value="pk", sort="pk", main=True,
            url=lambda e: reverse("finance:entry", args=[e.pk]),
        ),
        Column("on", gettext_lazy("Day"), "date", sort="on"),
        Column("journal", gettext_lazy("Journal"), value=lambda e: e.get_journal_display()),
        Column("why", gettext_lazy("Why"), value=shown.purpose_name),
        Column("origin", gettext_lazy("Document"), value=lambda e: shown.origin_name(e.origin, e.document_number)),
        Column("posted", gettext_lazy("Posted"), "moment", value="at", shown=False),
        Column("by", gettext_lazy("By"), value="actor", shown=False),
        Column("amount", gettext_lazy("Amount"), "money", value=lambda e: Money(e.amount or 0, e.company.currency)),
    )  # fmt: skip
    filters = (
        Choice("journal", gettext_lazy("Journal"), Journal.choices),
        DateRange("on", gettext_lazy("Day"), moment=False),
    )
    search_hint = gettext_lazy("Number of an entry or of its document")
    empty = Empty(
        gettext_lazy("No entries yet"),
        gettext_lazy("Sales, payments and goods are posted here by themselves."),
        "books",
    )

    def rows(self) -> "QuerySet[Any]":
        seen = Entry.objects.visible_to(self.actor).select_related("company").annotate(amount=Sum("lines__debit"))
        rows = shown.with_document_number(seen)
        return shown.in_company(self.request, rows)  # type: ignore[no-any-return]  # any rows go in and come out

    def search(self, rows: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
        return _by_document(rows, text.strip())

    def row_url(self, row: Entry) -> str:
        return reverse("finance:entry", args=[row.pk])


def _document(line: Any) -> str:
    return shown.origin_name(line.entry.origin, line.document_number)


def _on_account(rows: "QuerySet[Any]", key: str) -> "QuerySet[Any]":
    return rows.filter(account=key) if key.isdecimal() else rows.none()


def _by_document(rows: "QuerySet[Any]", text: str, path: str = "") -> "QuerySet[Any]":
    """By the number of the document, or by the key of one that has none."""
    wanted = Q(**{f"{path}origin_key__iexact": text})
    for model in shown.NUMBERED:
        found = model._default_manager.filter(number__istartswith=text).values_list("pk", flat=True)[:MOST]
        keys = [str(key) for key in found]
        wanted |= Q(**{f"{path}origin_kind": model._meta.label_lower, f"{path}origin_key__in": keys})
    return rows.filter(wanted)


class LineList(ListPage):
    """Lines of entries: what a figure of the trial balance is made of."""

    permission = "finance.view"
    name = "finance.lines"
    title = gettext_lazy("Lines of accounts")
    sort = "-number"
    columns = (
        Column(
            "number", gettext_lazy("Entry"), "code", value="entry_id", sort="pk", main=True,
            url=lambda line: reverse("finance:entry", args=[line.entry_id]),
        ),
        Column("on", gettext_lazy("Day"), "date", value="entry.on"),
        Column("account", gettext_lazy("Account"), value=lambda line: str(line.account)),
        Column("why", gettext_lazy("Why"), value=lambda line: shown.purpose_name(line.entry)),
        Column("origin", gettext_lazy("Document"), value=_document),
        Column("branch", gettext_lazy("Branch"), value="branch.name", shown=False),
        Column("channel", gettext_lazy("Channel"), value="sales_channel.name", shown=False),
        Column(
            "debit", gettext_lazy("Debit"), "money", sort="debit",
            value=lambda line: Money(line.debit, line.entry.company.currency) if line.debit else None,
        ),
        Column(
            "credit", gettext_lazy("Credit"), "money", sort="credit",
            value=lambda line: Money(line.credit, line.entry.company.currency) if line.credit else None,
        ),
    )  # fmt: skip
    filters = (
        DateRange("on", gettext_lazy("Day"), path="entry__on", moment=False),
        Choice("journal", gettext_lazy("Journal"), Journal.choices, path="entry__journal"),
        NumberRange("debit", gettext_lazy("Debit")),
        NumberRange("credit", gettext_lazy("Credit")),
        Hidden("account", gettext_lazy("Account"), _on_account, lambda key: f"#{key}"),
    )
    search_hint = gettext_lazy("Number of the document")
    empty = Empty(gettext_lazy("No lines yet"), gettext_lazy("Nothing was posted on this account."), "books")

    def load(self) -> None:
        """The chip names the account that the address asks for, read before the template, which issues no query."""
        key = self.request.GET.get("account", "")
        seen = Account.objects.visible_to(self.actor).filter(pk=key).first() if key.isdecimal() else None
        if seen is not None:
            account = Hidden("account", gettext_lazy("Account"), _on_account, lambda _key: str(seen))
            self.filters = (*type(self).filters[:-1], account)  # type: ignore[misc]  # this request's own
        super().load()

    def rows(self) -> "QuerySet[Any]":
        parts = ("entry__company", "account", "branch", "sales_channel")
        rows = shown.with_document_number(EntryLine.objects.visible_to(self.actor).select_related(*parts), "entry__")
        return shown.in_company(self.request, rows, "entry__company")  # type: ignore[no-any-return]  # any rows

    def search(self, rows: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
        return _by_document(rows, text.strip(), "entry__")

    def row_url(self, row: EntryLine) -> str:
        return reverse("finance:entry", args=[row.entry_id])


class EntryPage(RecordPage):
    """One entry with its lines, and the document that posted it."""

    permission = "finance.view"
    model: ClassVar[Any] = Entry
    parent = (gettext_lazy("Journal"), "finance:entries")
    record: Any  # an Entry with its document_number

    def find(self, pk: Any) -> Any:
        seen = Entry.objects.visible_to(self.actor).select_related("company", "reverses", "reversed_by")
        rows = shown.with_document_number(seen)
        return rows.prefetch_related("lines__account").filter(pk=pk).first()

    def title(self) -> str:
        return _("Entry %(number)s") % {"number": self.record.pk}

    def status(self) -> Status:
        if hasattr(self.record, "reversed_by"):
            return Status(gettext_lazy("Taken back"), "warn")
        return Status(self.record.get_journal_display(), "")

    def facts(self) -> Sequence[Any]:
        return (self.record.on.isoformat(), shown.purpose_name(self.record), self.record.company.name)

    def actions(self) -> Sequence[Action]:
        legal = not hasattr(self.record, "reversed_by") and self.record.reverses_id is None
        url = reverse("finance:reverse", args=[self.record.pk])
        return (
            Action(
                gettext_lazy("Take back"), url, "finance.reverse", legal=legal, icon="arrow-back-up", danger=True
            ),
        )  # fmt: skip

    def cards(self, tab: str) -> Sequence[Card]:
        entry = self.record
        lines = shown.postings(entry.lines.all(), entry.company.currency)
        total = Money.total((line.debit for line in lines if line.debit), entry.company.currency)
        table = Card(
            gettext_lazy("Lines"), "finance/staff/entry.html", {"lines": lines, "total": total}, flush=True,
            count=len(lines),
        )  # fmt: skip
        other = getattr(entry, "reversed_by", None) or entry.reverses
        origin = {
            "name": shown.origin_name(entry.origin, entry.document_number),
            "url": shown.origin_url(entry.origin, self.actor),
            "other": (other.pk, reverse("finance:entry", args=[other.pk])) if other else None,
        }
        facts = [
            Fact(_("Day"), entry.on.isoformat()),
            Fact(_("Journal"), entry.get_journal_display()),
            Fact(_("Posted"), moment_html(entry.at, self.now())),
            Fact(_("By"), self._by()),
        ]
        document = Card(gettext_lazy("Document"), "finance/staff/origin.html", origin, column="side")
        return (table, document, pairs(gettext_lazy("Posting"), facts))

    def _by(self) -> str:
        by = Actor(*Ref.parse(self.record.actor))
        return name_of(by, access.provider().names([by]))


class ReverseEntry(ActionView):
    """Take an entry back by one with the sides swapped."""

    permission = "finance.reverse"
    title = gettext_lazy("Take this entry back?")
    label, danger, done = gettext_lazy("Take back"), True, gettext_lazy("The entry is taken back.")
    model: ClassVar[Any] = Entry
    record: Entry

    def find(self, pk: Any) -> Entry | None:
        return Entry.objects.visible_to(self.actor).select_related("company").filter(pk=pk).first()

    def question(self) -> Any:
        return _(
            "A second entry with the sides swapped is posted today; the first one stays. "
            "Entries that a document posted are better corrected by a document: the audit shows what no longer agrees."
        )

    def act(self, form: Any) -> None:
        on = clock.day_in(self.record.company.time_zone, self.now())
        self.reversal = finance.reverse_entry(entry_id=self.record.pk, on=on, actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return reverse("finance:entry", args=[self.record.pk])
