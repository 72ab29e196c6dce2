"""Addresses under /api/v1/."""

from erp.foundation.web.api.routing import ApiRouter
from erp.pricing.api.views import PriceListViewSet, PriceViewSet

router = ApiRouter()
router.register("price-lists", PriceListViewSet)
router.register("prices", PriceViewSet)

urlpatterns = router.urls
