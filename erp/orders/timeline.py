"""How the facts of orders read on timelines."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from erp.foundation.web import timeline

timeline.register("orders.OrderPlaced", _("Order taken, stock reserved"), icon="shopping-cart")
timeline.register("orders.OrderReady", _("May ship"), icon="circle-check", tone="good")
timeline.register("orders.OrderHeld", pgettext_lazy("order", "Held"), icon="player-pause", tone="bad")
timeline.register("orders.OrderReleased", _("Released"), icon="player-play", tone="good")
timeline.register("orders.OrderChanged", _("Contact or address changed at the shop"), icon="edit")
timeline.register("orders.CancellationRequested", _("Goods are no longer wanted"), icon="arrow-back-up", tone="warn")
timeline.register("orders.OrderCancelled", pgettext_lazy("order", "Cancelled"), icon="circle-x")
timeline.register("orders.OrderShipped", _("Goods left the warehouse"), icon="truck", tone="good")
timeline.register("orders.RefundRecorded", _("Refund recorded"), icon="receipt-refund", tone="info")
timeline.register("orders.OrderCompleted", pgettext_lazy("order", "Completed"), icon="circle-check", tone="good")
timeline.register("payments.TenderPaid", _("Payment came in"), icon="cash", tone="good")
timeline.register("payments.TenderRefunded", _("Money went back to the buyer"), icon="cash", tone="info")
