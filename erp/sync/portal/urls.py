"""Addresses of the sync engine's pages, and of the channels' messages."""

from django.urls import include, path

from erp.sync.portal.accounts import AccountList, AccountPage, PauseAccount, ReconcileNow, ResumeAccount
from erp.sync.portal.connecting import ConnectShop, MapPlaces, PlanPage
from erp.sync.portal.messages import MessageList

app_name = "sync"
urlpatterns = [
    path("hooks/", include("erp.sync.api.hook_urls")),
    path("channels/", AccountList.as_view(), name="list"),
    path("channels/connect/", ConnectShop.as_view(), name="connect"),
    path("channels/messages/", MessageList.as_view(), name="messages"),
    path("channels/<int:pk>/", AccountPage.as_view(), name="account"),
    path("channels/<int:pk>/places/", MapPlaces.as_view(), name="places"),
    path("channels/<int:pk>/plan/", PlanPage.as_view(), name="plan"),
    path("channels/<int:pk>/pause/", PauseAccount.as_view(), name="pause"),
    path("channels/<int:pk>/resume/", ResumeAccount.as_view(), name="resume"),
    path("channels/<int:pk>/reconcile/", ReconcileNow.as_view(), name="reconcile"),
]
