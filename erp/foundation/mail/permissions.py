"""What may be done with mail."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare(
    "mail",
    view=_("See sent mail"),
    resend=_("Send a message again"),
    edit_templates=_("Change mail templates"),
)
