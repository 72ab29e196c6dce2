"""What accounts does for each request."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from erp.foundation.accounts.actors import access_remembered
from erp.foundation.accounts.models import User


def access_middleware(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Work out an actor's access once a request, however often it is asked."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        with access_remembered():
            return get_response(request)

    return middleware


def language_middleware(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Speak a signed-in person's own language, unless they chose another one on this device."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        user = request.user
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES and isinstance(user, User):
            translation.activate(user.language)
            request.LANGUAGE_CODE = user.language
        return get_response(request)

    return middleware
