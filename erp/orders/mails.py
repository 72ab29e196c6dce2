"""The mail that confirms an order to whoever placed it."""

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.events.registry import Delivered, handles
from erp.foundation.mail import services as mail
from erp.foundation.mail import templates
from erp.foundation.money import Money
from erp.foundation.web.formats import money_text, number
from erp.orders import queries
from erp.orders.events import OrderPlaced
from erp.orders.models import Order
from erp.orders.states import OrderStatus

CONFIRMATION = "orders.confirmation"


def _places(order: Order) -> dict[str, str]:
    """What the confirmation of an order says, but for the link."""
    with translation.override(order.language):
        delivery, total = money_text(Money(order.shipping_total, order.currency)), money_text(order.money)
        lines = "\n".join(
            f"{number(line.quantity)} × {line.title} – {money_text(Money(line.total, order.currency))}"
            for line in order.lines.order_by("position")
        )
    return {
        "order": order.source_number or order.number,
        "lines": lines,
        "delivery": f"{order.delivery_method}, {delivery}" if order.delivery_method else delivery,
        "total": total,
        "seller": order.company.name,
    }


def _newest(actor: Actor, company_id: int, language: str) -> dict[str, str] | None:
    """For the preview: the newest order that the actor may see; its link opens it, so an example stands there."""
    orders = Order.objects.visible_to(actor).filter(company=company_id, language=language).select_related("company")
    order = orders.order_by("-pk").first()
    return _places(order) if order else None


templates.register(
    templates.MailKind(
        code=CONFIRMATION,
        label=_("Order confirmation"),
        subject=_("We have received your order {{ order }}"),
        body=_(
            "Hello,\n\nthank you for your order {{ order }}. This is what you bought:\n\n{{ lines }}\n\n"
            "Delivery: {{ delivery }}\nTotal: {{ total }}\n\n"
            "You can follow your order here: {{ link }}\n\n{{ seller }}"
        ),
        places=("order", "lines", "delivery", "total", "link", "seller"),
        examples={
            "order": "#1042",
            "lines": _("2 × Mug blue – PLN 78.00"),
            "delivery": _("Courier, PLN 15.00"),
            "total": _("PLN 93.00"),
            "link": "https://shop.example/orders/…",
            "seller": "Lipa",
        },
        sample=_newest,
    )
)


@handles(OrderPlaced, name="orders.mail_confirmation")
def mail_confirmation(fact: OrderPlaced, delivered: Delivered) -> None:
    """Whoever left an address gets a confirmation, once; an order that came in cancelled needs none."""
    order = Order.objects.select_related("company").get(pk=fact.order_id)
    if not order.email or order.status == OrderStatus.CANCELLED:
        return
    at = clock.now()
    mail.queue_message(
        code=CONFIRMATION,
        key=f"{CONFIRMATION}:{order.pk}",
        company_id=order.company_id,
        to=order.email,
        language=order.language,
        places={**_places(order), "link": queries.customer_link(order, at=at)},
        about=order.ref,
        actor=delivered.actor,
        at=at,
    )
