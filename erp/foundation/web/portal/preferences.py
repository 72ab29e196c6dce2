"""Switches of the shell: language, theme, density, company."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views import View

from erp.foundation.errors import NotFound
from erp.foundation.web import access, preferences
from erp.foundation.web.views import StaffView

KNOWN = {"theme": preferences.THEMES, "density": preferences.DENSITIES}


class PreferencesView(View):
    """Language, theme and density, kept in cookies; for everybody, also before signing in."""

    public = True  # declared rule: changes nothing but this browser's cookies

    def post(self, request: HttpRequest) -> HttpResponse:
        response = HttpResponseRedirect(_back(request))
        language = request.POST.get("language", "")
        if check_for_language(language) and language in dict(settings.LANGUAGES):
            self._keep(request, response, "language", language, cookie=settings.LANGUAGE_COOKIE_NAME)
        for name, values in KNOWN.items():
            if (value := request.POST.get(name, "")) in values:
                self._keep(request, response, name, value, cookie=name)
        return response

    @staticmethod
    def _keep(request: HttpRequest, response: HttpResponse, name: str, value: str, *, cookie: str) -> None:
        preferences.keep(response, cookie, value, secure=request.is_secure())
        if access.provider().actor_of(request) is not None:
            access.provider().remember(request, name, value)


class ScopeView(StaffView):
    """The company or branch one works in."""

    permission = access.SIGNED_IN

    def post(self, request: HttpRequest) -> HttpResponse:
        key = request.POST.get("scope", "")
        if key and key not in {choice.key for choice in access.provider().scopes(request)}:
            raise NotFound
        request.session[access.SCOPE_SESSION_KEY] = key
        return HttpResponseRedirect(_back(request))


def _back(request: HttpRequest) -> str:
    for address in (request.POST.get("next"), request.headers.get("Referer")):
        if address and url_has_allowed_host_and_scheme(address, {request.get_host()}):
            parts = urlsplit(address)
            return parts._replace(scheme="", netloc="").geturl() or "/"
    return "/"
