"""Pages for what went wrong: what happened, what was kept, what to do, and a reference to quote."""

import secrets
from http import HTTPStatus

import structlog
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from erp.foundation.web import preferences
from erp.foundation.web.requests import wants_part

log = structlog.get_logger(__name__)


def page(request: HttpRequest, status: int, *, reason: str = "") -> HttpResponse:
    """The page for a status; touches no database, so that it also works when that is what failed."""
    reference = structlog.contextvars.get_contextvars().get("request_id") or secrets.token_hex(6)
    title, text = _words(status)
    context = {
        "title": title,
        "text": reason or text,
        "status": status,
        "reference": str(reference)[:12],
        "theme": preferences.theme_of(request),
        "safe": request.method not in {"GET", "HEAD"},
    }
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("failed", reference=context["reference"], path=request.path)
    if wants_part(request):
        response = HttpResponse(toast(request, f"{title}. {context['text']}", tone="bad"), status=status)
        response["HX-Reswap"] = "none"
        return response
    return HttpResponse(render_to_string("web/failure.html", context), status=status)


def toast(request: HttpRequest, text: str, *, tone: str = "good") -> str:
    """A message for an answer to htmx; it lands among the toasts whatever else the answer holds."""
    return render_to_string("web/toast.html", {"text": text, "tone": tone, "apart": True})


def _words(status: int) -> tuple[str, str]:
    known = {
        400: (_("This request can't be read"), _("Nothing was changed. Go back and try again.")),
        404: (_("Nothing to see here"), _("This page does not exist, or you may not see it.")),
        429: (_("Too many attempts"), _("Please wait a few minutes and try again. Nothing was changed.")),
        503: (_("Please try again"), _("Somebody else is changing this record right now. Nothing was changed.")),
    }
    other = (
        _("Something broke on our side"),
        _("What you saved before is kept. Try again; if it happens again, tell your administrator this reference."),
    )
    return known.get(status, other)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, 400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, 404)


def forgery(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token: signed in or out in another tab, or cookies are off."""
    return page(request, 400, reason=_("The form has expired. Go back, load the page again and send it once more."))


def too_many(request: HttpRequest, credentials: object = None, *args: object, **kwargs: object) -> HttpResponse:
    return page(request, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    return page(request, 500)
