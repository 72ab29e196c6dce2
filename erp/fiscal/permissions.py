"""What one may do with rates and number series."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare("fiscal", view=_("See tax rates and number series"), edit=_("Change tax rates and number series"))
