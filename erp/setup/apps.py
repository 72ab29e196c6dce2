"""The app that sets companies up."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.apps import BackroomConfig


class SetupConfig(BackroomConfig):
    """Founding companies, and the pages of their parts."""

    name = "erp.setup"
    label = "setup"
    verbose_name = _("Settings")
