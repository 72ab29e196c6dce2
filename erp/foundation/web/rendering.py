"""Rendering pages: everything is prepared before, so a template that reaches for the database is a defect."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from erp.foundation.web import shell


class QueryInTemplate(RuntimeError):
    """A template issued a query: the view must prepare what the page shows."""


def _refuse(execute: Any, sql: str, params: Any, many: bool, context: Any) -> NoReturn:
    raise QueryInTemplate(f"a template may not query: {sql[:200]}")


@contextmanager
def no_queries() -> Iterator[None]:
    """Refuse queries inside; on in tests and development (``FORBID_QUERIES_IN_TEMPLATES``)."""
    if not getattr(settings, "FORBID_QUERIES_IN_TEMPLATES", False):
        yield
        return
    with connection.execute_wrapper(_refuse):
        yield


def render_part(request: HttpRequest, template: str, context: Mapping[str, Any]) -> str:
    """A template as text, with no query allowed."""
    shell.prepare(request)
    with no_queries():
        return render_to_string(template, dict(context), request=request)


def render_page(request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200) -> HttpResponse:
    """A whole page: the shell is prepared first, then the template runs without the database."""
    return HttpResponse(render_part(request, template, context), status=status)
