"""What may be done with channels."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare(
    "sync",
    view=_("See channels and their health"),
    connect=_("Connect a shop and change its settings"),
    retry=_("Try failed messages and pushes again"),
)
