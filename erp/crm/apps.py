"""The crm app."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.apps import BackroomConfig


class CrmConfig(BackroomConfig):
    """Customers and their identities."""

    name = "erp.crm"
    label = "crm"
    verbose_name = _("Customers")
