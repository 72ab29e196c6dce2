"""The life of an order: its statuses, the legal moves, and the other fixed vocabularies of orders."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from erp.foundation.states import StateMachine


class OrderStatus(models.TextChoices):
    """How far an order has come."""

    NEW = "new", pgettext_lazy("order", "Waiting for payment")
    HELD = "held", pgettext_lazy("order", "Held")
    CONFIRMED = "confirmed", pgettext_lazy("order", "Confirmed")
    PART_SHIPPED = "part_shipped", pgettext_lazy("order", "Partly shipped")
    SHIPPED = "shipped", pgettext_lazy("order", "Shipped")
    COMPLETED = "completed", pgettext_lazy("order", "Completed")
    CANCELLED = "cancelled", pgettext_lazy("order", "Cancelled")


S = OrderStatus
ORDER_FLOW = StateMachine(
    OrderStatus,
    moves={
        S.NEW: (S.HELD, S.CONFIRMED, S.COMPLETED, S.CANCELLED),
        S.HELD: (S.NEW, S.CONFIRMED, S.PART_SHIPPED, S.SHIPPED, S.COMPLETED, S.CANCELLED),
        S.CONFIRMED: (S.NEW, S.HELD, S.PART_SHIPPED, S.SHIPPED, S.COMPLETED, S.CANCELLED),
        S.PART_SHIPPED: (S.HELD, S.SHIPPED, S.COMPLETED),
        S.SHIPPED: (S.COMPLETED,),
        S.COMPLETED: (),
        S.CANCELLED: (),
    },
)
OPEN = (S.NEW, S.HELD, S.CONFIRMED, S.PART_SHIPPED)


class PaymentStatus(models.TextChoices):
    """How much of an order is paid."""

    UNPAID = "unpaid", pgettext_lazy("order", "Unpaid")
    PART_PAID = "part_paid", pgettext_lazy("order", "Partly paid")
    PAID = "paid", pgettext_lazy("order", "Paid")
    PART_REFUNDED = "part_refunded", pgettext_lazy("order", "Partly refunded")
    REFUNDED = "refunded", pgettext_lazy("order", "Refunded")


class Terms(models.TextChoices):
    """When an order may ship; the values are those of :class:`erp.orders.drafts.PaymentTerms`."""

    PREPAID = "prepaid", _("Paid before shipping")
    ON_DELIVERY = "cod", _("Paid on delivery")
    ON_ACCOUNT = "on_account", _("On account")


class Hold(models.TextChoices):
    """Why an order must not ship before a person has looked."""

    UNKNOWN_SKU = "unknown_sku", _("A product is not known here")
    TOTAL_DIFFERS = "total_differs", _("The total does not follow from its parts")
    CHANGED_AT_SOURCE = "changed_at_source", _("The order was changed at the shop")
    REFUND_DIFFERS = "refund_differs", _("A refund does not follow from its parts")
    BY_HAND = "by_hand", _("Held by a person")
