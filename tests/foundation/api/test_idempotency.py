"""Idempotency-Key: a repeated call has its effect once."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from rest_framework.test import APIClient

from erp.foundation.organisation.models import Branch
from erp.foundation.web.api.idempotency import forget_expired
from erp.foundation.web.api.models import IdempotentCall
from tests.factories.accounts import a_company
from tests.factories.api import a_client
from tests.foundation.api.things import BranchViewSet

pytestmark = pytest.mark.urls("tests.foundation.api.things")


@pytest.fixture(autouse=True)
def _nothing_during() -> Iterator[None]:
    yield
    BranchViewSet.during = None


def _open(client: APIClient, *, key: str = "first", code: str = "WAW") -> Any:
    body = {"code": code, "name": "Warszawa"}
    return client.post("/api/v1/things/", body, format="json", HTTP_IDEMPOTENCY_KEY=key)


def test_a_repeated_call_gets_the_first_answer(db: None) -> None:
    client = a_client(a_company(), "organisation.*")
    first, second = _open(client), _open(client)

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert ("Idempotency-Replayed" in first, second["Idempotency-Replayed"]) == (False, "true")
    assert Branch.objects.count() == 1


def test_the_key_with_another_body_is_refused(db: None) -> None:
    client = a_client(a_company(), "organisation.*")
    _open(client)
    other = _open(client, code="KRK")

    assert (other.status_code, other.json()["code"]) == (422, "idempotency-key-reused")
    assert Branch.objects.count() == 1


def test_two_clients_may_use_the_same_key(db: None) -> None:
    _open(a_client(a_company("Kubek"), "organisation.*"))
    other = _open(a_client(a_company("Inny"), "organisation.*"))

    assert other.status_code == 201
    assert Branch.objects.count() == 2


def test_a_call_that_failed_is_run_again(db: None) -> None:
    client = a_client(a_company(), "organisation.*")
    client.raise_request_exception = False

    def cut_off(_made: Branch) -> None:
        raise RuntimeError("cut off")

    BranchViewSet.during = staticmethod(cut_off)
    assert _open(client).status_code == 500
    assert (Branch.objects.count(), IdempotentCall.objects.count()) == (0, 0)

    BranchViewSet.during = None
    assert _open(client).status_code == 201
    assert Branch.objects.count() == 1


def test_the_key_may_be_used_anew_after_a_day(db: None) -> None:
    client = a_client(a_company(), "organisation.*")
    _open(client)
    IdempotentCall.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert _open(client, code="KRK").status_code == 201
    assert forget_expired(timezone.now()) == 0
    assert forget_expired(timezone.now() + timedelta(days=2)) == 1


def test_a_key_that_is_too_long_is_refused(db: None) -> None:
    answer = _open(a_client(a_company(), "organisation.*"), key="x" * 201)

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_a_twin_is_told_while_the_first_runs(own_db: str) -> None:
    client = a_client(a_company(), "organisation.*")
    running, go_on, answers = threading.Event(), threading.Event(), []

    def pause(_made: Branch) -> None:
        running.set()
        go_on.wait(10)

    BranchViewSet.during = staticmethod(pause)

    def call() -> None:
        answers.append(_open(client))
        connection.close()

    first = threading.Thread(target=call)
    first.start()
    assert running.wait(10)
    twin = _open(client)
    go_on.set()
    first.join()

    assert (twin.status_code, twin.json()["code"]) == (409, "call-running")
    assert [answer.status_code for answer in answers] == [201]
    assert Branch.objects.count() == 1


def test_the_database_refuses_a_second_answer_for_a_key(db: None) -> None:
    _open(a_client(a_company(), "organisation.*"))
    twin = IdempotentCall.objects.get()
    twin.pk = None

    with pytest.raises(IntegrityError, match="idempotency_key_once"), transaction.atomic():
        twin.save(force_insert=True)
