"""The URL table: each app brings its own, nothing is decided here."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
