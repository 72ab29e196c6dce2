"""What accounts does for each request."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from erp.foundation.accounts.actors import access_remembered


def access_middleware(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Work out an actor's access once a request, however often it is asked."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        with access_remembered():
            return get_response(request)

    return middleware
