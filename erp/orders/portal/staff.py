"""The page of an order and what can be done on it."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from erp.foundation.web import access, formats
from erp.foundation.web.records import Action, ActionView, Card, RecordPage, Status
from erp.orders import queries
from erp.orders import services as orders
from erp.orders.models import Order
from erp.orders.portal import shown
from erp.orders.portal.forms import CancelForm, HoldForm
from erp.orders.states import OPEN, ORDER_FLOW, OrderStatus


class OrderPage(RecordPage):
    """One order: lines, delivery, money, and what happened."""

    permission = "orders.view"
    model: ClassVar[Any] = Order
    parent = (_("Orders"), "orders:list")
    live_topic = "orders.order:{key}"
    record: Order

    def find(self, pk: Any) -> Order | None:
        return queries.with_parts(Order.objects.visible_to(self.actor)).filter(pk=pk).first()

    def title(self) -> str:
        return self.record.number

    def status(self) -> Status:
        status = OrderStatus(self.record.status)
        return Status(status.label, shown.TONES[status])

    def facts(self) -> Sequence[Any]:
        order = self.record
        personal = access.provider().reads(self.actor, "personal", order)
        return (
            f"{order.sales_channel.name} {order.source_number}".strip(),
            formats.moment_html(order.placed_at, self.now()),
            order.customer.name if personal else None,
            f"{order.get_payment_status_display()} · {formats.money_text(order.money)}",
            gettext("waits for goods") if order.short else None,
        )

    def actions(self) -> Sequence[Action]:
        order, key = self.record, self.record.pk
        held = order.status == OrderStatus.HELD
        cancellable = order.status in OPEN and any(line.open > line.to_cancel for line in order.lines.all())
        return (
            Action(
                _("Release"), reverse("orders:release", args=[key]), "orders.hold", legal=held, icon="player-play"
            ),
            Action(
                _("Link for the customer"), reverse("orders:share", args=[key]), "orders.share", icon="link",
                quiet=True,
            ),
            Action(
                _("Hold"),
                reverse("orders:hold", args=[key]),
                "orders.hold",
                legal=not held and ORDER_FLOW.can_move(order, to=OrderStatus.HELD),
                icon="player-pause",
            ),
            Action(
                _("Cancel order"), reverse("orders:cancel", args=[key]), "orders.cancel", legal=cancellable,
                icon="circle-x", danger=True,
            ),
        )  # fmt: skip

    def cards(self, tab: str) -> Sequence[Card]:
        order = self.record
        hidden = not access.provider().reads(self.actor, "personal", order)
        cards = [shown.lines_card(order)]
        if order.holds:
            reasons = [*order.hold_reason.split("; ")]
            cards.insert(0, Card(_("Held"), "orders/staff/held.html", {"reasons": reasons}))
        if order.note and not hidden:
            cards.append(Card(_("Note of the buyer"), "orders/staff/note.html", {"note": order.note}))
        if order.refunds.all():
            cards.append(shown.refunds_card(order))
        return (*cards, shown.delivery_card(order, hidden), shown.money_card(order))


class _OrderAction(ActionView):
    abstract = True
    model: ClassVar[Any] = Order
    record: Order

    def find(self, pk: Any) -> Order | None:
        return queries.with_parts(Order.objects.visible_to(self.actor)).filter(pk=pk).first()

    def done_url(self) -> str:
        return reverse("orders:order", args=[self.record.pk])


class CancelOrder(_OrderAction):
    """Cancel what has not left."""

    permission = "orders.cancel"
    title, label, danger, done = _("Cancel this order?"), _("Cancel order"), True, _("The order is cancelled.")
    form_class = CancelForm

    def consequences(self) -> Sequence[tuple[Any, Any]]:
        lines = list(self.record.lines.all())
        reserved, picked = (sum(1 for line in lines if getattr(line, name)) for name in ("reserved", "picked"))
        told = [(reserved, _("lines give their reserved goods free"))] if reserved else []
        return (*told, *([(picked, _("lines are picked and go back to the shelf first"))] if picked else []))

    def act(self, form: Any) -> None:
        orders.cancel_order(
            order_id=self.record.pk, reason=form.cleaned_data["reason"], actor=self.actor, at=self.now()
        )


class HoldOrder(_OrderAction):
    """Keep the order from shipping."""

    permission = "orders.hold"
    title, label, done = _("Hold this order?"), _("Hold"), _("The order is held.")
    form_class = HoldForm

    def question(self) -> Any:
        return _("Nothing of it leaves until somebody releases it. Its goods stay reserved.")

    def act(self, form: Any) -> None:
        orders.hold_order(order_id=self.record.pk, note=form.cleaned_data["note"], actor=self.actor, at=self.now())


class ReleaseOrder(_OrderAction):
    """Let the order go on."""

    permission = "orders.hold"
    title, label, done = _("Release this order?"), _("Release"), _("The order goes on.")

    def question(self) -> Any:
        return gettext("It is held because: %(reason)s.") % {"reason": self.record.hold_reason}

    def act(self, form: Any) -> None:
        orders.release_order(order_id=self.record.pk, actor=self.actor, at=self.now())


class ShareOrder(_OrderAction):
    """Show the link by which a customer follows the order."""

    permission = "orders.share"
    title, label, done = _("Link for the customer"), _("Close"), ""

    def question(self) -> Any:
        """The link itself; nothing is written, it carries its own end."""
        words = gettext("Whoever holds this link sees where the order is, for %(days)s days: %(link)s")
        return words % {"days": queries.LINK_LASTS.days, "link": queries.customer_link(self.record, at=self.now())}

    def act(self, form: Any) -> None:
        """Nothing is left to do."""
