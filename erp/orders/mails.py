"""The mail that confirms an order to whoever placed it."""

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from erp.foundation import clock
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
    )
)


@handles(OrderPlaced, name="orders.mail_confirmation")
def mail_confirmation(fact: OrderPlaced, delivered: Delivered) -> None:
    """Whoever left an address gets a confirmation, once; an order that came in cancelled needs none."""
    order = Order.objects.select_related("company").get(pk=fact.order_id)
    if not order.email or order.status == OrderStatus.CANCELLED:
        return
    at = clock.now()
    with translation.override(order.language):
        delivery, total = money_text(Money(order.shipping_total, order.currency)), money_text(order.money)
        lines = "\n".join(
            f"{number(line.quantity)} × {line.title} – {money_text(Money(line.total, order.currency))}"
            for line in order.lines.order_by("position")
        )
    mail.queue_message(
        code=CONFIRMATION,
        key=f"{CONFIRMATION}:{order.pk}",
        company_id=order.company_id,
        to=order.email,
        language=order.language,
        places={
            "order": order.source_number or order.number,
            "lines": lines,
            "delivery": f"{order.delivery_method}, {delivery}" if order.delivery_method else delivery,
            "total": total,
            "link": queries.customer_link(order, at=at),
            "seller": order.company.name,
        },
        about=order.ref,
        actor=delivered.actor,
        at=at,
    )
