"""Addresses under /api/v1/."""

from erp.foundation.accounts.api import views
from erp.foundation.accounts.api.schema import KeyScheme  # noqa: F401  # tells the description how to sign in
from erp.foundation.web.api.routing import ApiRouter

router = ApiRouter()
router.register("companies", views.CompanyViewSet)
router.register("branches", views.BranchViewSet)
router.register("departments", views.DepartmentViewSet)
router.register("sales-channels", views.SalesChannelViewSet)
router.register("self", views.SelfViewSet)

urlpatterns = router.urls
