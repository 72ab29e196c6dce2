"""Correcting the stock of a variant and writing it off."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation.errors import NotFound
from erp.foundation.refs import Ref
from erp.foundation.web.records import ActionView
from erp.inventory import services as inventory
from erp.inventory.portal.choosing import CORRECTION, only_place, place_for
from erp.inventory.portal.forms import CorrectionForm, WriteOffForm
from erp.inventory.queries import pages


class OfVariant(ActionView):
    """An action on a variant's stock; the place that is chosen decides whether it is allowed."""

    abstract = True
    model = Variant
    permission = "inventory.adjust"

    def find(self, pk: Any) -> Variant | None:
        return pages.visible_variant(self.actor, pk)

    def load(self) -> None:
        record = self.find(self.kwargs["pk"])
        if record is None:
            raise NotFound
        self.record = record  # a variant has no branch: the permission is asked for the place

    def initial(self) -> dict[str, Any]:
        return only_place(self.actor)

    def common(self, data: dict[str, Any]) -> dict[str, Any]:
        """What both verbs are told."""
        place = place_for(self.actor, data["place"], self.permission)
        return {
            "variant_id": self.record.pk,
            "location_id": place.pk,
            "reason": data["reason"],
            "origin": Ref(CORRECTION, str(data["key"])),
            "actor": self.actor,
            "at": self.now(),
        }

    def done_url(self) -> str:
        return reverse("inventory:variant", args=[self.record.pk])


class AdjustStock(OfVariant):
    """Bring the ledger to what is really there."""

    permission = "inventory.adjust"
    title, label, done = _("Correct stock"), _("Correct"), _("The stock is corrected.")
    form_class = CorrectionForm

    def act(self, form: Any) -> None:
        data = form.cleaned_data
        inventory.adjust_stock(quantity_delta=data["difference"], **self.common(data))


class WriteOff(OfVariant):
    """Throw goods away."""

    permission = "inventory.adjust"
    title, label, danger, done = _("Write off goods"), _("Write off"), True, _("The goods are written off.")
    form_class = WriteOffForm

    def act(self, form: Any) -> None:
        data = form.cleaned_data
        inventory.write_off(quantity=data["quantity"], **self.common(data))
