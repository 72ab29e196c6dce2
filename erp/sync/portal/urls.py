"""Addresses of the sync engine's pages, and of the channels' messages."""

from django.urls import include, path

urlpatterns = [path("hooks/", include("erp.sync.api.hook_urls"))]
