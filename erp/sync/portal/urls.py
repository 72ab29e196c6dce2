"""Addresses of the sync engine's pages, and of the channels' messages."""

from django.urls import include, path

from erp.sync.portal.access import ChangeAccess, ConnectShop
from erp.sync.portal.accounts import AccountList, AccountPage, PauseAccount, ReconcileNow, ResumeAccount
from erp.sync.portal.checking import CheckShop
from erp.sync.portal.going_live import PlanPage
from erp.sync.portal.mapping import MapDeliveries, MapPlaces, MapTaxes
from erp.sync.portal.messages import MessageList
from erp.sync.portal.taking_over import TakeOver, TakeOverJob

app_name = "sync"
urlpatterns = [
    path("hooks/", include("erp.sync.api.hook_urls")),
    path("channels/", AccountList.as_view(), name="list"),
    path("channels/connect/", ConnectShop.as_view(), name="connect"),
    path("channels/messages/", MessageList.as_view(), name="messages"),
    path("channels/<int:pk>/", AccountPage.as_view(), name="account"),
    path("channels/<int:pk>/access/", ChangeAccess.as_view(), name="access"),
    path("channels/<int:pk>/checks/", CheckShop.as_view(), name="checks"),
    path("channels/<int:pk>/places/", MapPlaces.as_view(), name="places"),
    path("channels/<int:pk>/taxes/", MapTaxes.as_view(), name="taxes"),
    path("channels/<int:pk>/deliveries/", MapDeliveries.as_view(), name="deliveries"),
    path("channels/<int:pk>/products/", TakeOver.as_view(), name="products"),
    path("channels/<int:pk>/products/job/", TakeOverJob.as_view(), name="products-job"),
    path("channels/<int:pk>/plan/", PlanPage.as_view(), name="plan"),
    path("channels/<int:pk>/pause/", PauseAccount.as_view(), name="pause"),
    path("channels/<int:pk>/resume/", ResumeAccount.as_view(), name="resume"),
    path("channels/<int:pk>/reconcile/", ReconcileNow.as_view(), name="reconcile"),
]
