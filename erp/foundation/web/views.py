"""The bases of every staff view: who may open it is declared on the class, what it shows is loaded as visible."""

from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View

from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.web import access, failures, rendering
from erp.foundation.web.requests import StaffRequest, wants_part


class NoRule(TypeError):
    """A view says nothing of who may open it."""


class StaffView(View):
    """
    A page for people who work here.

    ``permission`` is a declared permission or ``access.SIGNED_IN``; a class without one fails when it is imported
    (``abstract = True`` in the class body is for bases). Anonymous visitors are sent to sign in; whoever may not
    open the page gets 404. ``load`` runs before anything else and finds the record by ``visible_to(self.actor)``.
    """

    abstract: ClassVar[bool] = True
    permission: ClassVar[str]
    template_name: ClassVar[str] = ""

    request: StaffRequest
    actor: Actor

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.abstract = bool(cls.__dict__.get("abstract", False))
        if not cls.abstract and not getattr(cls, "permission", ""):
            raise NoRule(f"{cls.__module__}.{cls.__qualname__} must declare its permission")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actor = access.provider().actor_of(request)
        if actor is None:
            return self.sign_in()
        self.actor = self.request.actor = actor
        with timezone.override(zone_of(request)):
            try:
                if not access.can(actor, self.permission):
                    raise NotFound
                self.load()
                return super().dispatch(request, *args, **kwargs)
            except BusinessError as error:
                return self.refused(error)

    def load(self) -> None:
        """Find what the page is about, as visible to the actor; :raises NotFound: otherwise."""

    def sign_in(self) -> HttpResponse:
        """Send to the sign-in page and back here; a part of a page makes the whole page go there."""
        if wants_part(self.request):
            response = HttpResponse(status=401)
            response["HX-Redirect"] = access.sign_in_url(self.came_from("/"))
            return response
        path = self.request.get_full_path() if self.request.method == "GET" else self.came_from("/")
        return HttpResponseRedirect(access.sign_in_url(path))

    def refused(self, error: BusinessError) -> HttpResponse:
        """An error for people that nothing nearer has shown."""
        if error.status in {403, 404} or self.request.method == "GET":
            return failures.page(self.request, error.status if error.status != 403 else 404, reason=str(error))
        if wants_part(self.request):
            response = HttpResponse(failures.toast(self.request, str(error), tone="bad"), status=error.status)
            response["HX-Reswap"] = "none"
            return response
        messages.error(self.request, str(error))
        return HttpResponseRedirect(self.came_from("/"))

    def render(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """A whole page, or with htmx the part that the template is."""
        values = {"view": self, "actor": self.actor} | context
        if wants_part(self.request):
            return HttpResponse(rendering.render_part(self.request, template, values), status=status)
        return rendering.render_page(self.request, template, values, status=status)

    def can(self, permission: str, row: Any = None) -> bool:
        """Whether the actor holds a permission, on this row."""
        return access.can(self.actor, permission, row)

    def came_from(self, default: str) -> str:
        """Address of the page the person was on, if it is ours."""
        for address in (self.request.POST.get("next"), self.request.headers.get("Referer")):
            if address and url_has_allowed_host_and_scheme(address, {self.request.get_host()}):
                return address
        return default

    def now(self) -> Any:
        """The present moment, to pass into services."""
        return clock.now()


def zone_of(request: HttpRequest) -> ZoneInfo | Any:
    """The time zone a person reads times in."""
    name = access.provider().person(request).zone
    return ZoneInfo(name) if name else timezone.get_default_timezone()


def go(request: HttpRequest, url: str) -> HttpResponse:
    """After a change: show another page, from a form with or without htmx."""
    if wants_part(request):
        response = HttpResponse(status=204)
        response["HX-Redirect"] = url
        return response
    return HttpResponseRedirect(url)
