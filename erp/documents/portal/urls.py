"""Addresses of documents."""

from django.urls import URLPattern, path

from erp.documents.portal.staff import DocumentView

app_name = "documents"

urlpatterns: list[URLPattern] = [path("documents/<int:pk>/", DocumentView.as_view(), name="document")]
