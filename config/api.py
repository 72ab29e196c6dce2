"""
The API under /api/v1/: the endpoints of every app that has ``api/urls.py``, the description, the docs page.

An app's module holds ``urlpatterns``, usually those of an ``ApiRouter``.
"""

from importlib import import_module
from importlib.util import find_spec

from csp.decorators import csp_replace
from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from erp.foundation.web.api.problems import not_found_page

# The docs page of drf-spectacular writes styles into the page; it gets its way here and nowhere else.
docs = csp_replace(
    {"style-src": ["'self'", "'unsafe-inline'"], "img-src": ["'self'", "data:"], "script-src": ["'self'"]}
)(SpectacularSwaggerSplitView.as_view(url_name="api-schema"))
schema = SpectacularAPIView.as_view()


def of_apps() -> list[URLPattern | URLResolver]:
    """The endpoints that installed apps of Backroom bring."""
    found: list[URLPattern | URLResolver] = []
    for config in apps.get_app_configs():
        if config.name.startswith("erp.") and _exists(f"{config.name}.api.urls"):
            found.append(path("", include(import_module(f"{config.name}.api.urls"))))
    return found


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


urlpatterns: list[URLPattern | URLResolver] = [
    path("", docs, name="api-docs"),
    path("openapi.json", schema, name="api-schema"),
    *of_apps(),
    re_path(r"^(?P<path>.*)$", not_found_page, name="api-not-found"),
]
