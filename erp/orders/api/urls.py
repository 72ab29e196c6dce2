"""Addresses under /api/v1/."""

from erp.foundation.web.api.routing import ApiRouter
from erp.orders.api.views import OrderViewSet

router = ApiRouter()
router.register("orders", OrderViewSet)

urlpatterns = router.urls
