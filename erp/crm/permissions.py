"""What one may do with customers."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare("crm", view=_("See customers"), edit=_("Change customers"), merge=_("Merge customers"))
