"""What may be done with long jobs."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare("jobs", view=_("See long jobs"), cancel=_("Stop a long job"))
