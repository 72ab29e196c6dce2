"""The addresses that channels are given."""

from django.urls import path

from erp.sync.api.reachable import ReachedView
from erp.sync.api.webhooks import WebhookView

urlpatterns = [
    path("check/", ReachedView.as_view(), name="reached"),
    path("<slug:channel>/<int:account_id>/", WebhookView.as_view(), name="channel-webhook"),
]
