"""What people are called and what they typed stays out of logs, error pages and answers of the API."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from psycopg import errors
from rest_framework.response import Response
from rest_framework.views import APIView

from config import log_privacy
from config.celery import app
from erp.foundation.accounts.models import User
from erp.foundation.errors import Busy
from tests.factories.accounts import a_company, a_member

EMAIL, NAME = "ewa.tajna@example.com", "Ewa Tajemnicza"
pytestmark = pytest.mark.urls("tests.foundation.test_log_privacy")
log = structlog.get_logger(__name__)


def twice(request: HttpRequest) -> HttpResponse:
    """A unique violation that nobody catches."""
    with transaction.atomic():
        User.objects.create(email=EMAIL, name=NAME, password="!")
    return HttpResponse()


def unknown(request: HttpRequest) -> HttpResponse:
    """An error of the program whose words are what somebody typed, come from another one."""
    try:
        {}[NAME]
    except KeyError as error:
        raise ValueError(f"nobody is called {NAME} <{EMAIL}>") from error
    return HttpResponse()


class Answers(APIView):
    """The same two, in the API."""

    authentication_classes = permission_classes = throttle_classes = ()

    def get(self, request: Any, which: str) -> Response:
        {"twice": twice, "unknown": unknown}[which](request)
        return Response()


urlpatterns = [
    path("twice/", twice),
    path("unknown/", unknown),
    path("api/<str:which>/", Answers.as_view()),
    path("fine/<str:key>/", lambda request, key: HttpResponse()),
]
handler500 = "erp.foundation.web.failures.server_error"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the program's own handler writes meanwhile, at the most talkative level."""
    root = logging.getLogger()
    ours = next(handler for handler in root.handlers if type(handler) is logging.StreamHandler)
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(ours.formatter)
    root.addHandler(handler)
    level = root.level
    root.setLevel(logging.DEBUG)
    yield text
    root.setLevel(level)
    root.removeHandler(handler)


@pytest.fixture
def ewa(db: None) -> User:
    return User.objects.create(email=EMAIL, name=NAME, password="!")


def lines_of(text: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.getvalue().splitlines() if line.startswith("{")]


def hides(text: str) -> bool:
    return EMAIL not in text and NAME not in text and "Tajemnicza" not in text


@pytest.mark.parametrize("address", ["/twice/", "/unknown/", "/api/twice/", "/api/unknown/"])
def test_an_error_nobody_caught_tells_its_kind_and_place_but_no_values(
    ewa: User, written: io.StringIO, address: str
) -> None:
    answer = Client(raise_request_exception=False).get(address)

    assert answer.status_code == 500
    assert hides(answer.content.decode())
    assert hides(written.getvalue())
    kinds = {"twice": ["psycopg.errors.UniqueViolation", "constraint_name=accounts_user_email_key", "23505"]}
    told = kinds.get(address.strip("/").split("/")[-1], ["ValueError", "KeyError", "test_log_privacy.py"])
    traces = [line["exception"] for line in lines_of(written) if "exception" in line]
    assert traces
    assert all(word in traces[0] for word in told)


def test_the_control_finds_the_values_in_an_unguarded_log(ewa: User, written: io.StringIO) -> None:
    ours = next(handler for handler in logging.getLogger().handlers if getattr(handler, "stream", None) is written)
    ours.setFormatter(logging.Formatter())
    try:
        twice(HttpRequest())
    except Exception:
        logging.getLogger("celery.app.trace").exception("Task failed")

    assert "DETAIL:  Key (email)=(ewa.tajna@example.com)" in written.getvalue()


def test_an_error_written_out_by_hand_loses_its_words_too(ewa: User, written: io.StringIO) -> None:
    try:
        twice(HttpRequest())
    except Exception as error:
        log.warning("delivery failed", error=str(error), why=error, more={"said": [repr(error)]}, exc_info=True)
        logging.getLogger("celery.app.trace").error("Task failed: %s", error)
        logging.getLogger("celery.app.trace").exception("Task raised unexpected: %r", error)

    assert len(lines_of(written)) == 3
    assert hides(written.getvalue())
    assert "UniqueViolation" in written.getvalue()


def test_a_task_that_fails_tells_no_values(ewa: User, written: io.StringIO) -> None:
    @app.task(name="tests.fails", shared=False)
    def fails() -> None:
        twice(HttpRequest())

    assert fails.apply(throw=False).failed()
    assert "tests.fails" in written.getvalue()
    assert hides(written.getvalue())


def test_addresses_lose_what_was_asked_for_and_keys_that_open_something(
    db: None, written: io.StringIO, client: Client
) -> None:
    client.force_login(a_member("owner", a_company()), backend="django.contrib.auth.backends.ModelBackend")
    key = "3-cabc12-0123456789abcdef0123456789abcdef"
    client.get(f"/fine/{key}/?q={EMAIL}&status=open")

    requests = [line["request"] for line in lines_of(written) if line["event"] == "request_finished"]
    assert requests == ["GET /fine/…/?q=…&status=…"]
    assert key not in written.getvalue()
    assert "ewa.tajna" not in written.getvalue()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError(EMAIL), "ValueError"),
        (AttributeError("'NoneType' object has no attribute 'name'"), None),
        (Busy(reason=EMAIL), "erp.foundation.errors.Busy (busy)"),
        (errors.NotNullViolation(EMAIL), "psycopg.errors.NotNullViolation (23502)"),
        (ExceptionGroup(EMAIL, [ValueError(EMAIL)]), "ExceptionGroup"),
    ],
)
def test_how_an_exception_is_described(error: Exception, told: str | None) -> None:
    assert log_privacy.describe(error) == (told or f"AttributeError: {error}")
