"""
The URL table: each app brings its own, nothing is decided here.

Every installed app of Backroom that has ``portal/urls.py`` is included at the root, ``api/urls.py`` under
``/api/v1/``; both write their own beginnings (``orders/…``).
"""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from erp.foundation.web import health

handler400 = "erp.foundation.web.failures.bad_request"
handler403 = "erp.foundation.web.failures.not_found"
handler404 = "erp.foundation.web.failures.not_found"
handler500 = "erp.foundation.web.failures.server_error"


def of_apps(part: str) -> list[URLPattern | URLResolver]:
    """The URLs that installed apps of Backroom bring under ``portal`` or ``api``."""
    found: list[URLPattern | URLResolver] = []
    for config in apps.get_app_configs():
        if config.name.startswith("erp.") and _exists(f"{config.name}.{part}.urls"):
            found.append(path("", include(import_module(f"{config.name}.{part}.urls"))))
    return found


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", health.metrics, name="metrics"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("oauth/", include("erp.foundation.accounts.portal.oauth_urls")),
    path("api/v1/", include("config.api")),
    *of_apps("portal"),
]
