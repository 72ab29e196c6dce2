"""What may be done with the queue of exceptions."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare("workqueue", view=_("See what needs a person"), assign=_("Give an exception to somebody"))
