"""What one may do with products."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare(
    "catalog",
    view=_("See products"),
    edit=_("Change products"),
    **{"import": _("Import a catalogue")},
)
