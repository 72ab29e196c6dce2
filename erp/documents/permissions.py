"""What one may do with files; whether one may open a file is decided by the record that it belongs to."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare("documents", view=_("See files"), add=_("Add files"))
