"""Addresses of the provider."""

from django.urls import include, path

from tests.oidc.people import be

urlpatterns = [path("o/", include("oauth2_provider.urls")), path("be/", be)]
