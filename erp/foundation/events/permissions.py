"""What may be done with the event log."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare("events", view=_("See the event log and what is parked"), retry=_("Run parked deliveries again"))
