"""What the kit adds around every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

ADMIN = "/admin/"
ADMIN_SCRIPTS = ["'self'", "'unsafe-inline'", "'unsafe-eval'"]


class AdminContentPolicy:
    """
    The admin site's own content policy.

    Its library evaluates expressions and sets styles inline; every other page keeps the strict policy.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(ADMIN):
            response._csp_update = {"script-src": ADMIN_SCRIPTS[1:], "style-src": ADMIN_SCRIPTS[1:2]}  # type: ignore[attr-defined]
        return response
