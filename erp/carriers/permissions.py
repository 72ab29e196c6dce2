"""What may be done with carriers."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare("carriers", view=_("See carriers and delivery methods"), edit=_("Change carriers and delivery methods"))
