"""Addresses under /api/v1/."""

from erp.finance.api.views import InvoicePdfViewSet, InvoiceViewSet, TrialBalanceViewSet
from erp.foundation.web.api.routing import ApiRouter

router = ApiRouter()
router.register("invoices", InvoiceViewSet)
router.register("invoice-pdfs", InvoicePdfViewSet)
router.register("trial-balances", TrialBalanceViewSet)

urlpatterns = router.urls
