"""What may be allowed about orders."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare(
    "orders",
    view=_("See orders"),
    place=_("Take orders by hand"),
    hold=_("Hold and release orders"),
    cancel=_("Cancel orders"),
    share=_("Send a customer the link to an order"),
    track=_("Follow one order by its link"),
)
