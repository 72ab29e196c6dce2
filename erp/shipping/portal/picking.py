"""The picker's page: one shipment, its lines by place, scan after scan."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from erp.catalog import queries as catalog
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.web.requests import wants_part
from erp.foundation.web.views import StaffView
from erp.shipping import queries, services
from erp.shipping.models import Shipment, ShipmentLine


class UnknownCode(BusinessError):
    """Nothing in this shipment has the scanned code."""

    code = "unknown-code"
    status = 422
    message = _("Nothing in this shipment has the code %(code)s.")


class PickPage(StaffView):
    """
    One scan counts one piece. A scan message says how many are picked *after* it, so a repeated one changes nothing.
    """

    permission = "shipping.pick"
    template_name = "shipping/staff/pick.html"
    shipment: Shipment

    def load(self) -> None:
        shipment = queries.visible_shipment(self.actor, self.kwargs["pk"])
        if shipment is None:
            raise NotFound
        self.shipment = shipment

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The lines, what is picked of each, and the field for the scanner."""
        return self.show()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A scan, or a quantity typed for a line."""
        try:
            line, picked, code = self._scan(request)
            services.confirm_pick(
                shipment_id=pk, line_id=line.pk, quantity=picked, code=code, actor=self.actor, at=self.now()
            )
        except BusinessError as error:
            return self.show(verdict="bad", told=str(error), status=error.status)
        if all(row.picked == row.quantity for row in queries.lines_of(self.shipment)):
            return self.show(verdict="good", told=gettext("Everything is picked. Close the parcel."))
        return self.show(verdict="good", told=gettext("Picked: %(sku)s") % {"sku": line.variant.sku})

    def _scan(self, request: HttpRequest) -> tuple[ShipmentLine, Decimal, str]:
        lines = queries.lines_of(self.shipment)
        code = request.POST.get("code", "").strip()
        if not code:
            line = next((row for row in lines if str(row.pk) == request.POST.get("line")), None)
            if line is None:
                raise UnknownCode(code="–")
            return line, _number(request.POST.get("picked", "")), ""
        by_code = catalog.variants_by_barcode(self.shipment.company, [code])
        wanted = by_code[code].pk if code in by_code else None
        matching = [row for row in lines if row.variant.sku == code or row.variant_id == wanted]
        open_ = [row for row in matching if row.picked < row.quantity]
        if not matching:
            raise UnknownCode(code=code)
        line = (open_ or matching)[0]
        return line, line.picked + 1, code

    def show(self, *, verdict: str = "", told: str = "", status: int = 200) -> HttpResponse:
        """The page, or the part that a scan replaces."""
        language = (get_language() or "en")[:2]
        lines = queries.lines_of(self.shipment)
        context: dict[str, Any] = {
            "shipment": self.shipment,
            "rows": [(line, line.variant.title(language), line.picked == line.quantity) for line in lines],
            "complete": all(line.picked == line.quantity for line in lines),
            "verdict": verdict,
            "told": told,
            "pack_url": reverse("shipping:pack", args=[self.shipment.pk]),
        }
        template = "shipping/staff/pick_part.html" if wants_part(self.request) else self.template_name
        return self.render(template, context, status=status)


def _number(text: str) -> Decimal:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise UnknownCode(code=text) from None
