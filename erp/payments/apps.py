"""The payments app."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.apps import BackroomConfig


class PaymentsConfig(BackroomConfig):
    """Tenders and refunds."""

    name = "erp.payments"
    label = "payments"
    verbose_name = _("Payments")
