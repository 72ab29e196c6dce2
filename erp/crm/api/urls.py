"""Addresses under /api/v1/."""

from erp.crm.api.views import CustomerViewSet
from erp.foundation.web.api.routing import ApiRouter

router = ApiRouter()
router.register("customers", CustomerViewSet)

urlpatterns = router.urls
