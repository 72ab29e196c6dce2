"""What comes to the hooks' door and should not, over real HTTP: the right status, nothing told, nothing guessed."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from erp.foundation.events.models import Delivery, Event
from erp.foundation.management.archive import count_rows
from erp.sync import services
from erp.sync.api.webhooks import LARGEST_BYTES
from erp.sync.models import ChannelAccount, InboundMessage, Refusal
from tests.factories.accounts import a_member
from tests.faults.hooks import Answer, announce, post, post_in_chunks, signed
from tests.running import SECRET, web_server
from tests.sync.test_webhooks import an_account

BODY = b'{"id": 450789469, "email": "ala@example.com"}'
TELLS_TOO_MUCH = re.compile(
    r"Traceback|File \"|\.py\b|line \d|Error|Exception|psycopg|django|erp[./]|SELECT|INSERT", re.I
)


@pytest.fixture
def account(own_db: str) -> ChannelAccount:
    return an_account(webhook_secret=SECRET)


@pytest.fixture
def door(account: ChannelAccount) -> Iterator[str]:
    with web_server() as address:
        yield f"{address}/hooks/shopify/{account.pk}/"


def refusals() -> dict[str, int]:
    return dict(Refusal.objects.values_list("reason", "count"))


def changed(before: dict[str, int]) -> dict[str, int]:
    """By how many rows each table has grown."""
    return {table: count - before[table] for table, count in count_rows().items() if count != before[table]}


def test_a_wrong_signature_leaves_a_number_and_nothing_else(door: str) -> None:
    before = count_rows()
    headers = signed(BODY, secret="guessed")
    unsigned = {name: value for name, value in headers.items() if "Hmac" not in name}
    answers = [post(door, BODY, headers), post(door, BODY + b" ", signed(BODY)), post(door, BODY, unsigned)]
    assert answers == [Answer(401, "")] * 3
    assert changed(before) == {"sync_refusal": 1}
    assert refusals() == {"signature": 3}


@pytest.mark.parametrize("path", ["/hooks/shopify/999999/", "/hooks/nobody/1/", "/hooks/shopify/"])
def test_a_shop_that_nobody_knows_is_not_found_and_nothing_is_kept(door: str, path: str) -> None:
    before = count_rows()
    answer = post(door.partition("/hooks/")[0] + path, BODY, signed(BODY))
    assert answer.status == 404
    assert TELLS_TOO_MUCH.search(answer.body) is None
    assert changed(before) == {}


def test_a_body_too_large_is_refused_before_it_is_sent(door: str) -> None:
    before = count_rows()
    assert announce(door, LARGEST_BYTES + 1, signed(b"")) == Answer(413, "")
    assert changed(before) == {"sync_refusal": 1}
    assert refusals() == {"too_large": 1}


def test_a_body_too_large_in_chunks_is_refused_though_nobody_told_its_length(door: str) -> None:
    chunk = b" " * 65536
    whole = BODY + chunk * (LARGEST_BYTES // len(chunk) + 4)
    sent = [BODY, *[chunk] * (LARGEST_BYTES // len(chunk) + 4)]
    assert post_in_chunks(door, sent, signed(whole)) == Answer(413, "")
    assert refusals() == {"too_large": 1}
    assert InboundMessage.objects.count() == 0


def test_a_genuine_message_in_chunks_is_taken(door: str) -> None:
    assert post_in_chunks(door, [BODY[:7], BODY[7:]], signed(BODY)) == Answer(200, "")
    message = InboundMessage.objects.get()
    assert (bytes(message.body), message.status) == (BODY, "new")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{not json", "The message is not valid JSON."),
        (b"", "The message is not valid JSON."),
        (b"[" * 200_000, "The message is not valid JSON."),
        (b'{"id": ' + b"7" * 9_000 + b"}", "The message is not valid JSON."),
        (b'{"id": "' + b"7" * 40 + b'"}', "The message has no id."),
        (b'{"id": "\xc2\xb2"}', "The message has no id."),
        (b'{"id": "1\\u0000"}', "The message has no id."),
        (b'{"email": "ala@example.com"}', "The message has no id."),
    ],
    ids=["broken", "empty", "nested", "long number", "long id", "superscript", "NUL", "no id"],
)
def test_a_genuine_message_that_can_not_be_read_is_kept_for_a_person(door: str, body: bytes, reason: str) -> None:
    assert post(door, body, signed(body)) == Answer(200, "")
    message = InboundMessage.objects.get()
    assert (message.status, message.error, bytes(message.body)) == ("dead", reason, body)
    assert not Event.objects.filter(name="sync.RemoteChanged").exists()


def test_the_person_reads_the_cause_and_no_personal_data(account: ChannelAccount, door: str) -> None:
    body = b'{"email": "ala@example.com"}'
    post(door, body, signed(body))
    page = Client()
    page.force_login(a_member("owner", account.company))
    shown = page.get("/channels/messages/?status=dead").content.decode()
    assert "The message has no id." in shown
    assert "ala@example.com" not in shown


def test_a_genuine_message_without_a_topic_waits_for_a_person(door: str) -> None:
    assert post(door, BODY, signed(BODY, topic="")) == Answer(200, "")
    assert InboundMessage.objects.get().error == "The message has no topic."


def test_a_topic_that_nobody_asked_for_is_kept_and_nothing_follows(door: str) -> None:
    deliveries = Delivery.objects.count()
    assert post(door, BODY, signed(BODY, topic="themes/publish")) == Answer(200, "")
    assert list(InboundMessage.objects.values_list("topic", "status", "error")) == [("themes/publish", "done", "")]
    assert Delivery.objects.count() == deliveries


def test_a_fault_of_ours_tells_the_shop_nothing_and_lets_it_send_again(
    door: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_given: object) -> None:
        raise RuntimeError("a secret of ours")

    with monkeypatch.context() as broken:
        broken.setattr(services, "keep_message", fail)
        answer = post(door, BODY, signed(BODY))
    assert answer.status == 500
    assert "secret" not in answer.body
    assert TELLS_TOO_MUCH.search(answer.body) is None
    assert InboundMessage.objects.count() == 0

    assert post(door, BODY, signed(BODY)) == Answer(200, "")
    assert InboundMessage.objects.get().status == "new"
