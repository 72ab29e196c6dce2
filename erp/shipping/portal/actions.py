"""The verbs of a shipment."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.carriers import queries as carriers
from erp.carriers import talking
from erp.carriers.protocol import CarrierError
from erp.carriers.states import LabelStatus
from erp.foundation.errors import BusinessError
from erp.foundation.web.forms.base import Form
from erp.foundation.web.records import ActionView
from erp.shipping import queries, services
from erp.shipping.models import Shipment


class CarrierRefuses(BusinessError):
    """The carrier said no."""

    code = "carrier-refuses"
    message = _("The carrier says: %(reason)s")


class _ShipmentAction(ActionView):
    abstract = True
    record: Shipment

    def find(self, pk: Any) -> Shipment | None:
        return queries.visible_shipment(self.actor, pk)

    def done_url(self) -> str:
        return reverse("shipping:shipment", args=[self.record.pk])


class StartPicking(_ShipmentAction):
    """Take a shipment to pick."""

    permission = "shipping.pick"
    title, label, done = _("Start picking?"), _("Start"), _("The shipment is yours to pick.")

    def act(self, form: Any) -> None:
        services.start_picking(shipment_id=self.record.pk, actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return reverse("shipping:pick", args=[self.record.pk])


class WeightForm(Form):
    """The parcel as weighed."""

    weight_g = forms.IntegerField(label=_("Weight in grams"), min_value=1, required=False)


class Pack(_ShipmentAction):
    """Close the parcel."""

    permission = "shipping.pick"
    title, label, done = _("Close the parcel?"), _("Packed"), _("Packed; the label is on its way.")
    form_class = WeightForm

    def act(self, form: Any) -> None:
        services.pack_shipment(
            shipment_id=self.record.pk, weight_g=form.cleaned_data["weight_g"], actor=self.actor, at=self.now()
        )


class RetryLabel(_ShipmentAction):
    """Ask for the label again after a refusal."""

    permission = "shipping.pick"
    title, label, done = _("Ask for the label again?"), _("Ask again"), _("The label is asked for.")

    def act(self, form: Any) -> None:
        services.request_label(shipment_id=self.record.pk, actor=self.actor, at=self.now())


class Dispatch(_ShipmentAction):
    """The goods leave."""

    permission = "shipping.dispatch"
    title, label, done = _("Hand the parcel over?"), _("Hand over"), _("Handed over.")

    def consequences(self) -> Sequence[tuple[Any, Any]]:
        return ((len(queries.lines_of(self.record)), _("lines leave the stock")),)

    def act(self, form: Any) -> None:
        services.dispatch_shipment(shipment_id=self.record.pk, actor=self.actor, at=self.now())


class Deliver(_ShipmentAction):
    """It has arrived, says a person."""

    permission = "shipping.dispatch"
    title, label, done = _("Has it arrived?"), _("It has arrived"), _("Noted.")

    def act(self, form: Any) -> None:
        services.record_delivery(shipment_id=self.record.pk, actor=self.actor, at=self.now())


class CancelShipment(_ShipmentAction):
    """Take it back: its label is cancelled at the carrier first."""

    permission = "shipping.cancel"
    title, label, done = _("Cancel this shipment?"), _("Cancel shipment"), _("The shipment is cancelled.")
    danger = True

    def question(self) -> Any:
        return _("The goods stay reserved for the order; a new shipment can be planned.")

    def act(self, form: Any) -> None:
        label = carriers.label_of(self.record.ref)
        if label is not None and label.status == LabelStatus.BOUGHT:
            try:
                talking.cancel_label(label_id=label.pk, actor=self.actor)
            except CarrierError as error:
                raise CarrierRefuses(reason=error.reason) from error
        services.cancel_shipment(shipment_id=self.record.pk, actor=self.actor, at=self.now())
