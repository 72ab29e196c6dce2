"""The page of a shipment."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.carriers.models import Label
from erp.carriers.states import LabelStatus
from erp.documents import queries as documents
from erp.documents.models import Document
from erp.foundation import clock
from erp.foundation.web.formats import moment_html
from erp.foundation.web.records import Action, Card, Fact, RecordPage, Status, pairs
from erp.shipping import queries
from erp.shipping.models import Shipment
from erp.shipping.portal.lists import TONES
from erp.shipping.states import SHIPMENT_FLOW, ShipmentStatus

LABEL_TONES = {"asked": "info", "bought": "good", "failed": "bad", "cancelled": ""}


class ShipmentPage(RecordPage):
    """What is sent, with which label, and where it is."""

    permission = "shipping.view"
    parent = (_("Shipments"), "shipping:list")
    live_topic = "shipping.shipment:{key}"
    record: Shipment

    def find(self, pk: Any) -> Shipment | None:
        return queries.visible_shipment(self.actor, pk)

    def title(self) -> str:
        return self.record.number

    def status(self) -> Status:
        return Status(self.record.get_status_display(), TONES[ShipmentStatus(self.record.status)])

    def facts(self) -> Sequence[Any]:
        return (self.record.order.number, self.record.location.name, str(self.record.method or ""))

    def actions(self) -> Sequence[Action]:
        record = self.record

        def action(label: Any, name: str, permission: str, *, legal: bool, **more: Any) -> Action:
            return Action(label, reverse(f"shipping:{name}", args=[record.pk]), permission, legal=legal, **more)

        def can(to: ShipmentStatus) -> bool:
            return SHIPMENT_FLOW.can_move(record, to=to)

        open_ = record.status in (ShipmentStatus.PLANNED, ShipmentStatus.PICKING)
        return (
            action(_("Pick"), "pick", "shipping.pick", legal=open_, link=True),
            action(_("Hand over"), "dispatch", "shipping.dispatch", legal=can(ShipmentStatus.DISPATCHED)),
            action(_("Ask for the label again"), "label", "shipping.pick", legal=self._label_failed()),
            action(_("It has arrived"), "deliver", "shipping.dispatch", legal=can(ShipmentStatus.DELIVERED)),
            action(_("Cancel shipment"), "cancel", "shipping.cancel", legal=can(ShipmentStatus.CANCELLED), danger=True),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        language = (get_language() or "en")[:2]
        lines = [(line, line.variant.title(language)) for line in queries.lines_of(self.record)]
        return (
            Card(_("Goods"), "shipping/staff/lines.html", {"rows": lines}, flush=True, count=len(lines)),
            Card(_("Label and parcel"), "shipping/staff/labels.html", {"rows": self._labels()}),
            pairs(_("Times"), self._times()),
        )

    def _labels(self) -> list[tuple[Label, str, Any]]:
        return [
            (label, LABEL_TONES[label.status], [_file(file) for file in documents.documents_of(label.ref)])
            for label in queries.labels_of(self.record)
        ]

    def _label_failed(self) -> bool:
        labels = queries.labels_of(self.record)
        return self.record.status == ShipmentStatus.PACKED and (not labels or labels[0].status == LabelStatus.FAILED)

    def _times(self) -> list[Fact]:
        at = clock.now()
        times = (
            (_("Planned"), self.record.planned_at),
            (_("Packed"), self.record.packed_at),
            (_("Handed over"), self.record.dispatched_at),
            (_("Delivered"), self.record.delivered_at),
        )
        return [Fact(label, moment_html(moment, at)) for label, moment in times if moment]


def _file(file: Document) -> tuple[str, str]:
    """A label's file by its format, and its address."""
    return file.name.rpartition(".")[2].upper(), reverse("documents:document", args=[file.pk])
