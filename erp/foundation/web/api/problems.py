"""Errors of the API as problem+json (RFC 9457): a stable code for programs, a sentence in the caller's language."""

from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.response import Response

from erp.foundation.errors import BusinessError, NotFound

log = structlog.get_logger(__name__)

CONTENT_TYPE = "application/problem+json"


def handle(error: Exception, context: Mapping[str, Any]) -> Response:
    """
    The answer to any error in the API; DRF's EXCEPTION_HANDLER.

    What is nobody's fault outside is logged, told as 500 without any of its insides, and still reported to
    Django, so that a test client raises it.
    """
    if isinstance(error, (Http404, PermissionDenied)):
        error = NotFound()
    if isinstance(error, BusinessError):
        return _response(of_business_error(error))
    if isinstance(error, exceptions.ValidationError):
        return _response(_of_validation(error))
    if isinstance(error, exceptions.APIException):
        headers = _headers(error)
        return _response(problem(error.status_code, _code(error), _text(error.detail)), headers)
    log.error("api failed", view=type(context.get("view")).__name__, exc_info=error)
    got_request_exception.send(sender=None, request=getattr(context.get("request"), "_request", None))
    return _response(internal())


def problem(status: int, code: str, detail: str, errors: Sequence[Mapping[str, str]] = ()) -> dict[str, Any]:
    """The body of an error; ``request`` is what to quote to the administrator."""
    body: dict[str, Any] = {
        "type": f"urn:backroom:problem:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
    }
    if reference := structlog.contextvars.get_contextvars().get("request_id"):
        body["request"] = str(reference)
    if errors:
        body["errors"] = list(errors)
    return body


def of_business_error(error: BusinessError) -> dict[str, Any]:
    """A use case said no; a ``field`` among its params becomes a pointer."""
    field = error.params.get("field")
    errors = [{"pointer": f"#/{field}", "detail": str(error)}] if isinstance(field, str) else ()
    return problem(error.status, error.code, str(error), errors)


def internal() -> dict[str, Any]:
    """The body of an error of ours."""
    return problem(500, "internal", _("Something broke on our side. Nothing was changed."))


def not_found_page(request: HttpRequest, path: str = "") -> JsonResponse:
    """The answer to an address that the API does not have."""
    body = problem(404, "not-found", _("The API has no such address."))
    return JsonResponse(body, status=404, content_type=CONTENT_TYPE)


def _of_validation(error: exceptions.ValidationError) -> dict[str, Any]:
    errors = list(_pointed(error.get_full_details(), "#"))
    return problem(400, "invalid-input", _("Some values can't be used; see errors."), errors)


def _pointed(details: Any, at: str) -> Iterator[dict[str, str]]:
    """The leaves of DRF's nested details, each with a JSON pointer to the value it is about."""
    if isinstance(details, Mapping) and set(details) == {"message", "code"} and isinstance(details["code"], str):
        yield {"pointer": at, "code": details["code"], "detail": str(details["message"])}
    elif isinstance(details, Mapping):
        for name, inner in details.items():
            yield from _pointed(inner, at if name == "non_field_errors" else f"{at}/{_escaped(str(name))}")
    elif isinstance(details, Sequence) and details and set(details[0]) == {"message", "code"}:
        for leaf in details:
            yield from _pointed(leaf, at)
    elif isinstance(details, Sequence):
        for number, inner in enumerate(details):
            yield from _pointed(inner, f"{at}/{number}")


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _code(error: exceptions.APIException) -> str:
    codes = error.get_codes()
    return str(codes if isinstance(codes, str) else error.default_code).replace("_", "-")


def _text(detail: Any) -> str:
    return str(detail) if isinstance(detail, str) else _("This request can't be answered.")


def _headers(error: exceptions.APIException) -> dict[str, str]:
    headers = {}
    if authenticate := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = str(authenticate)
    wait = getattr(error, "wait", None)
    if wait is not None:
        headers["Retry-After"] = str(int(wait) + 1)
    return headers


def _response(body: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    return Response(body, status=body["status"], headers=headers, content_type=CONTENT_TYPE)
