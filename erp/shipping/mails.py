"""The mail that tells a customer that the parcel has left, and how to follow it."""

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from erp.carriers import queries as carriers
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.events.registry import Delivered, handles
from erp.foundation.mail import services as mail
from erp.foundation.mail import templates
from erp.foundation.web.formats import number
from erp.orders import queries as orders_read
from erp.shipping.events import ShipmentDispatched
from erp.shipping.models import Shipment
from erp.shipping.services.packing import ordered_units

SHIPPED = "shipping.shipped"


def _places(shipment: Shipment) -> dict[str, str]:
    """What the mail of a parcel says, but for the link."""
    order = shipment.order
    return {
        "order": order.source_number or order.number,
        "lines": _lines(shipment),
        "tracking": _tracking(shipment),
        "seller": shipment.company.name,
    }


def _newest(actor: Actor, company_id: int, language: str) -> dict[str, str] | None:
    """For the preview: the newest parcel that left and that the actor may see; an example stands for the link."""
    sent = Shipment.objects.visible_to(actor).filter(
        company=company_id, order__language=language, dispatched_at__isnull=False
    )
    shipment = sent.select_related("company", "order").order_by("-pk").first()
    return _places(shipment) if shipment else None


templates.register(
    templates.MailKind(
        code=SHIPPED,
        label=_("Parcel sent"),
        subject=_("Your order {{ order }} is on its way"),
        body=_(
            "Hello,\n\nwe have just sent you a parcel of your order {{ order }}:\n\n{{ lines }}\n\n{{ tracking }}\n\n"
            "Everything about your order: {{ link }}\n\n{{ seller }}"
        ),
        places=("order", "lines", "tracking", "link", "seller"),
        examples={
            "order": "#1042",
            "lines": _("2 × Mug blue"),
            "tracking": _("The parcel's number is 620999000012345678."),
            "link": "https://shop.example/orders/…",
            "seller": "Lipa",
        },
        sample=_newest,
    )
)


@handles(ShipmentDispatched, name="shipping.mail_shipped")
def mail_shipped(fact: ShipmentDispatched, delivered: Delivered) -> None:
    """Whoever left an address is told of each parcel, once."""
    shipment = Shipment.objects.select_related("order", "company").get(pk=fact.shipment_id)
    order = shipment.order
    if not order.email:
        return
    at = clock.now()
    mail.queue_message(
        code=SHIPPED,
        key=f"{SHIPPED}:{shipment.pk}",
        company_id=shipment.company_id,
        to=order.email,
        language=order.language,
        places={**_places(shipment), "link": orders_read.customer_link(order, at=at)},
        about=shipment.ref,
        subjects=[order.ref],
        actor=delivered.actor,
        at=at,
    )


def _lines(shipment: Shipment) -> str:
    """What is in the parcel, in units of the order; a kit is one thing, whatever it is made of."""
    titles = dict(shipment.order.lines.values_list("pk", "title"))
    with translation.override(shipment.order.language):
        units = ordered_units(list(shipment.lines.all()))
        return "\n".join(f"{number(quantity)} × {titles[line]}" for line, quantity in units)


def _tracking(shipment: Shipment) -> str:
    label = carriers.label_of(shipment.ref)
    with translation.override(shipment.order.language):
        if label is None or not label.tracking_number:
            return str(_("This parcel has no tracking number."))
        told = _("The parcel's number is %(number)s.") % {"number": label.tracking_number}
        return f"{told} {label.tracking_url}".strip()
