"""Transfers between branches."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from erp.catalog.queries import variants_by_id
from erp.foundation.web.forms import lines
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.lists import Choice, Column, Empty, Link, ListPage
from erp.foundation.web.records import Action, ActionView, Card, RecordPage, Status
from erp.inventory import services as inventory
from erp.inventory.models import Transfer
from erp.inventory.portal.choosing import language, place_for
from erp.inventory.portal.forms import ReasonForm, TransferForm, TransferLineForm
from erp.inventory.queries import pages
from erp.inventory.states import TRANSFER_FLOW, TransferStatus

NEW = Link(_("New transfer"), "inventory:transfer-new", "inventory.transfer", "arrows-exchange")
TONES = {
    TransferStatus.PLANNED: "",
    TransferStatus.DISPATCHED: "info",
    TransferStatus.RECEIVED: "good",
    TransferStatus.CANCELLED: "",
}


class TransferList(ListPage):
    """Every transfer that begins or ends where the person works."""

    permission = "inventory.view"
    name = "inventory.transfers"
    title = _("Transfers")
    sort = "-made"
    columns = (
        Column("number", _("Transfer"), "code", value="pk", main=True),
        Column("source", pgettext_lazy("place", "From"), value="source.code", sort="source__code"),
        Column("destination", pgettext_lazy("place", "To"), value="destination.code", sort="destination__code"),
        Column("status", _("Status"), "pill", value=lambda t: t.get_status_display(), tone=lambda t: TONES[t.status]),
        Column("expected", _("Expected"), "date", value="expected_on", sort="expected_on", nullable=True),
        Column("made", _("Made"), "moment", value="created_at", sort="created_at"),
    )
    filters = (Choice("status", _("Status"), TransferStatus.choices),)
    links = (NEW,)
    empty = Empty(_("No transfers yet"), _("Send goods from one branch to another."), "arrows-exchange", NEW)

    def rows(self) -> "QuerySet[Transfer]":
        return Transfer.objects.visible_to(self.actor).select_related("source", "destination")

    def search(self, rows: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
        places = Q(source__code__istartswith=text) | Q(destination__code__istartswith=text)
        return rows.filter(places | Q(lines__variant__sku=text)).distinct()

    def row_url(self, row: Transfer) -> str:
        return reverse("inventory:transfer", args=[row.pk])


class NewTransfer(FormPage):
    """The form of a transfer."""

    permission = "inventory.transfer"
    title, label, done = _("New transfer"), _("Plan transfer"), _("The transfer is planned; its stock is reserved.")
    parent = (_("Transfers"), "inventory:transfers")
    form_class, lines_class = TransferForm, lines.lines_of(TransferLineForm, least=1)

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        data = form.cleaned_data
        quantities: dict[int, Decimal] = defaultdict(Decimal)
        for line in lines:
            quantities[int(line["variant"])] += line["quantity"]
        transfer = inventory.create_transfer(
            source=place_for(self.actor, data["source"], self.permission),
            destination=place_for(self.actor, data["destination"], "inventory.view"),
            quantities=quantities,
            expected_on=data["expected_on"],
            key=str(data["key"]),
            actor=self.actor,
            at=self.now(),
        )
        return reverse("inventory:transfer", args=[transfer.pk])


class TransferPage(RecordPage):
    """A transfer with its lines."""

    permission = "inventory.view"
    model = Transfer
    parent = (_("Transfers"), "inventory:transfers")

    def find(self, pk: Any) -> Transfer | None:
        return pages.visible_transfer(self.actor, pk)

    def title(self) -> Any:
        return _("Transfer %(number)s") % {"number": self.record.pk}

    def status(self) -> Status:
        return Status(self.record.get_status_display(), TONES[self.record.status])

    def facts(self) -> Sequence[Any]:
        transfer = self.record
        return (f"{transfer.source.code} → {transfer.destination.code}", transfer.company.name)

    def actions(self) -> Sequence[Action]:
        transfer = self.record
        planned = TRANSFER_FLOW.can_move(transfer, to=TransferStatus.DISPATCHED)
        on_the_way = TRANSFER_FLOW.can_move(transfer, to=TransferStatus.RECEIVED)
        return (
            self._action(_("Send"), "dispatch", planned, "send"),
            self._action(_("Receive"), "receive", on_the_way, "package-import"),
            self._action(_("Write off the rest"), "give-up", on_the_way, "trash", danger=True),
            self._action(_("Cancel transfer"), "cancel", planned, "x", danger=True),
        )

    def _action(self, label: Any, step: str, legal: bool, icon: str, *, danger: bool = False) -> Action:
        url = reverse(f"inventory:transfer-{step}", args=[self.record.pk])
        return Action(label, url, "inventory.transfer", legal, icon, danger=danger)

    def cards(self, tab: str) -> Sequence[Card]:
        found = list(self.record.lines.select_related("variant"))
        titles = variants_by_id(line.variant_id for line in found)
        context = {"rows": [(line, titles[line.variant_id].title(language())) for line in found]}
        return (Card(_("Lines"), "inventory/staff/transferred.html", context, flush=True, count=len(found)),)


class OfTransfer(ActionView):
    """A verb of a transfer."""

    abstract = True
    model = Transfer

    def find(self, pk: Any) -> Transfer | None:
        return pages.visible_transfer(self.actor, pk)

    def told(self) -> dict[str, Any]:
        """What each verb is told."""
        return {"transfer_id": self.record.pk, "actor": self.actor, "at": self.now()}

    def done_url(self) -> str:
        return reverse("inventory:transfer", args=[self.record.pk])


class DispatchTransfer(OfTransfer):
    """The goods leave."""

    permission = "inventory.transfer"
    title, label, done = _("Send these goods?"), _("Send"), _("The goods are on their way.")

    def act(self, form: Any) -> None:
        inventory.dispatch_transfer(**self.told())


class ReceiveTransfer(OfTransfer):
    """All that is on the way has arrived."""

    permission = "inventory.transfer"
    title, label, done = _("Has everything arrived?"), _("Receive all"), _("The goods are booked in.")

    def consequences(self) -> Sequence[tuple[Any, Any]]:
        lines = [line for line in self.record.lines.all() if line.on_the_way]
        return ((len(lines), _("products are booked in at the destination")),)

    def act(self, form: Any) -> None:
        inventory.receive_transfer(number=self.record.receipts + 1, **self.told())


class GiveUpTransfer(OfTransfer):
    """What is still on the way will not come."""

    permission = "inventory.transfer"
    title, label, danger = _("Write off what has not arrived?"), _("Write off"), True
    done = _("What did not arrive is written off.")
    form_class = ReasonForm

    def act(self, form: Any) -> None:
        inventory.give_up_transfer(reason=form.cleaned_data["reason"], **self.told())


class CancelTransfer(OfTransfer):
    """The transfer does not take place."""

    permission = "inventory.transfer"
    title, label, danger = _("Cancel this transfer?"), _("Cancel transfer"), True
    done = _("The transfer is cancelled; its stock is free again.")

    def act(self, form: Any) -> None:
        inventory.cancel_transfer(**self.told())
