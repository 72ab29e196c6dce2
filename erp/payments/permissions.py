"""What one may do with payments."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare("payments", view=_("See payments"), record=_("Record payments and refunds"))
