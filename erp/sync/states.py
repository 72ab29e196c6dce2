"""States of connections and messages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from erp.foundation.states import StateMachine


class AccountStatus(models.TextChoices):
    CONNECTING = "connecting", _("being connected")
    LIVE = "live", _("live")
    PAUSED = "paused", _("paused")
    BROKEN = "broken", _("needs attention")


A = AccountStatus
ACCOUNT_FLOW = StateMachine(
    AccountStatus,
    moves={
        A.CONNECTING: [A.LIVE, A.PAUSED],
        A.LIVE: [A.PAUSED, A.BROKEN],
        A.PAUSED: [A.LIVE, A.CONNECTING],
        A.BROKEN: [A.LIVE, A.PAUSED],
    },
)


class MessageStatus(models.TextChoices):
    NEW = "new", _("waiting")
    DONE = "done", pgettext_lazy("message", "done")
    DEAD = "dead", pgettext_lazy("message", "failed")


class Kind(models.TextChoices):
    """What a binding or a change is about, in the channel's terms."""

    ORDER = "order", _("order")
    PRODUCT = "product", _("product")
    VARIANT = "variant", _("variant")
    STOCK_ITEM = "stock_item", _("stock item")
    CUSTOMER = "customer", _("customer")
    STOCK = "stock", _("stock")
    APP = "app", _("connection")


# Messages about these cause a look at the channel; all others are kept, and the comparison sees to what they mean.
FETCHED = frozenset({Kind.ORDER, Kind.PRODUCT, Kind.CUSTOMER, Kind.APP})


class PushKind(models.TextChoices):
    STOCK = "stock", _("stock")
    TRACKING = "tracking", _("tracking")
