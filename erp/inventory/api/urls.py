"""Addresses under /api/v1/."""

from erp.foundation.web.api.routing import ApiRouter
from erp.inventory.api.views import StockLevelViewSet

router = ApiRouter()
router.register("stock-levels", StockLevelViewSet)

urlpatterns = router.urls
