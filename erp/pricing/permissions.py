"""What one may do with prices."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare("pricing", view=_("See prices"), edit=_("Change prices and price lists"))
