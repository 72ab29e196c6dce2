"""The documents app."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.apps import BackroomConfig


class DocumentsConfig(BackroomConfig):
    """Files on records."""

    name = "erp.documents"
    label = "documents"
    verbose_name = _("Documents")
