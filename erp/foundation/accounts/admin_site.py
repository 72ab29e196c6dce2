"""
The administration site at /admin/: for looking, and for what belongs to the installation and to no company.

Signing in goes through the one sign-in page, so that locks and second factors hold here too. Rows of Backroom are
shown as they are visible to the person, and are read-only unless their admin names a permission for changing:
what the program does, it does through services. Of libraries only the models named here are shown, and only to
who runs the installation, since they reach into every company; the others hold tokens and secrets.
"""

from collections.abc import Callable
from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, resolve_url
from unfold.admin import ModelAdmin
from unfold.sites import UnfoldAdminSite

from erp.foundation.accounts import scoping
from erp.foundation.accounts.models import User
from erp.foundation.actor import Actor
from erp.foundation.permissions import permissions

OPEN = "admin.open"
OF_LIBRARIES = frozenset(
    {
        "axes.accessattempt",
        "axes.accessfailurelog",
        "axes.accesslog",
        "django_celery_beat.crontabschedule",
        "django_celery_beat.intervalschedule",
        "django_celery_beat.periodictask",
        "oauth2_provider.application",
    }
)
# Unfold's Alpine evaluates expressions and its pages carry styles; it gets its way here and nowhere else.
POLICY = {
    "script-src": ["'self'", "'unsafe-eval'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
}


class BackroomAdminSite(UnfoldAdminSite):
    """The site."""

    site_header = site_title = "Backroom"

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Take models of Backroom, and of libraries only the harmless ones."""
        several: list[Any] = [model_or_iterable] if isinstance(model_or_iterable, type) else list(model_or_iterable)
        for model in several:
            if model.__module__.startswith("erp."):
                super().register(model, admin_class, **options)
            elif model._meta.label_lower in OF_LIBRARIES:
                super().register(model, _in_our_look(admin_class), **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether the person may open the site: an administrator of a company, or who runs the installation."""
        user = request.user
        return _may(request, OPEN) or (isinstance(user, User) and user.is_active and user.runs_installation)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Send strangers to sign in, answer 404 to people without the permission, relax the content policy."""
        inner = super().admin_view(view, cacheable)

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return self.login(request)
            if not self.has_permission(request):
                raise Http404
            answer: HttpResponseBase = inner(request, *args, **kwargs)
            return answer

        relaxed: Callable[..., HttpResponseBase] = csp_replace(POLICY)(guarded)
        return relaxed

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """There is one page to sign in, with its locks and second factors."""
        return redirect(f"{resolve_url(settings.LOGIN_URL)}?next={request.path}")

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """There is one page to change a password."""
        return redirect("account_change_password")


class ScopedModelAdmin(ModelAdmin):
    """
    Base of the admins of Backroom's models: rows as visible to the person, read-only unless ``changed_by``
    names a permission.
    """

    changed_by: str = ""

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> HttpResponse:
        """Answer 404 as every page does, whether the row is missing or another company's."""
        raise Http404

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        return scoping.visible(super().get_queryset(request), _actor(request))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may(request, scoping.scope_of(self.model).view, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(self.changed_by) and _may(request, self.changed_by, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Leave out values that the person doesn't read."""
        masked = scoping.masked_fields(_actor(request), self.model)
        return [*(super().get_exclude(request, obj) or ()), *sorted(masked)]

    def get_list_display(self, request: HttpRequest) -> list[str]:
        """Leave out columns that the person doesn't read."""
        masked = scoping.masked_fields(_actor(request), self.model)
        return [name for name in super().get_list_display(request) if name not in masked]


def _actor(request: HttpRequest) -> Actor:
    """Who looks; nobody gets here without signing in."""
    assert isinstance(request.user, User)
    return request.user.actor


def _may(request: HttpRequest, permission: str, row: Any = None) -> bool:
    user = request.user
    if not isinstance(user, User) or not user.is_active or permission not in permissions():
        return False
    return scoping.can(user.actor, permission, row)


def _in_our_look(admin_class: Any) -> Any:
    if admin_class is None or issubclass(admin_class, ModelAdmin):
        return admin_class or ModelAdmin
    return type(admin_class.__name__, (admin_class, ModelAdmin), {})
