"""Addresses under /api/v1/."""

from erp.catalog.api.views import ProductViewSet, VariantViewSet
from erp.foundation.web.api.routing import ApiRouter

router = ApiRouter()
router.register("products", ProductViewSet)
router.register("variants", VariantViewSet)

urlpatterns = router.urls
