"""The door for channels' messages: genuine ones are kept once, others leave only a number."""

import base64
import hashlib
import hmac
import json
from datetime import date
from threading import Thread

import pytest
from django.db import connection
from django.test import Client

from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Delivery, Event
from erp.sync import services
from erp.sync.api import webhooks
from erp.sync.models import ChannelAccount, InboundMessage, Refusal
from tests.factories.organisation import SalesChannelFactory

SECRET = "the shop's secret"
BODY = json.dumps({"id": 450789469, "email": "ala@example.com"}).encode()


def an_account(**changes: object) -> ChannelAccount:
    channel = SalesChannelFactory()
    account = services.connect_account(
        company=channel.company,
        sales_channel=channel,
        channel="shopify",
        name="Sklep",
        settings={"address": "http://127.0.0.1:9"},
        access_token="t",
        webhook_secret=SECRET,
        actor=SYSTEM,
        at=clock.now(),
    )
    for name, value in changes.items():
        setattr(account, name, value)
    account.save()
    return account


def send(
    account_id: int,
    body: bytes = BODY,
    *,
    secret: str = SECRET,
    event: str = "e-1",
    topic: str = "orders/create",
) -> int:
    """The status that a message of the shop is answered with."""
    digest = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
    headers = {
        "X-Shopify-Hmac-SHA256": digest,
        "X-Shopify-Topic": topic,
        "X-Shopify-Event-Id": event,
        "X-Shopify-Webhook-Id": f"{event}-1",
        "X-Shopify-Triggered-At": "2026-11-02T11:59:58.123Z",
    }
    path = f"/hooks/shopify/{account_id}/"
    return Client().post(path, body, content_type="application/json", headers=headers).status_code


def refusals() -> dict[str, int]:
    return dict(Refusal.objects.values_list("reason", "count"))


def test_a_genuine_message_is_kept_and_tells_that_its_order_changed(own_db: str) -> None:
    account = an_account()
    assert send(account.pk) == 200

    message = InboundMessage.objects.get()
    assert (message.topic, message.external_id, message.kind, message.remote_id, message.status) == (
        "orders/create",
        "e-1",
        "order",
        "gid://shopify/Order/450789469",
        "new",
    )
    assert bytes(message.body) == BODY
    event = Event.objects.get(name="sync.RemoteChanged")
    assert event.data == {"account_id": account.pk, "kind": "order", "remote_id": "gid://shopify/Order/450789469"}
    assert "ala@example.com" not in json.dumps(event.data)


def test_ten_copies_at_once_are_one_message_and_nine_counted(own_db: str) -> None:
    account = an_account()
    answers: list[int] = []

    def one() -> None:
        try:
            answers.append(send(account.pk))
        finally:
            connection.close()

    threads = [Thread(target=one) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [200] * 10
    assert list(InboundMessage.objects.values_list("copies", flat=True)) == [9]
    assert Event.objects.filter(name="sync.RemoteChanged").count() == 1
    assert Delivery.objects.filter(handler="sync.pull").count() == 1


def test_a_wrong_signature_leaves_only_a_number(own_db: str) -> None:
    account = an_account()
    assert [send(account.pk, secret="guessed") for _ in range(3)] == [401, 401, 401]
    assert (InboundMessage.objects.count(), Event.objects.filter(name__startswith="sync.").count()) == (0, 0)
    assert refusals() == {"signature": 3}


def test_the_former_secret_is_accepted_while_it_rotates(own_db: str) -> None:
    account = an_account(webhook_secret="new one", previous_webhook_secret=SECRET)
    assert send(account.pk) == 200
    assert send(account.pk, secret="new one", event="e-2") == 200
    account.previous_webhook_secret = ""
    account.save()
    assert send(account.pk, event="e-3") == 401


def test_an_account_without_a_secret_takes_nothing(own_db: str) -> None:
    account = an_account(webhook_secret="")
    assert send(account.pk, secret="") == 401
    assert InboundMessage.objects.count() == 0


def test_an_unknown_shop_is_not_found(own_db: str) -> None:
    an_account()
    assert send(999_999) == 404
    assert InboundMessage.objects.count() == 0


def test_a_body_too_large_is_refused_and_counted(own_db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    account = an_account()
    monkeypatch.setattr(webhooks, "LARGEST_BYTES", 1000)
    assert send(account.pk, b'{"id": 1, "note": "' + b"x" * 1000 + b'"}') == 413
    assert refusals() == {"too_large": 1}
    assert InboundMessage.objects.count() == 0


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{not json", "The message is not valid JSON."),
        (b"[1, 2]", "The message is not a JSON object."),
        (b'{"id": "4.5e8"}', "The message has no id."),
        (b'{"id": true}', "The message has no id."),
        (b"\xff\xfe", "The message is not valid JSON."),
    ],
)
def test_a_genuine_message_that_can_not_be_read_is_kept_for_a_person(own_db: str, body: bytes, reason: str) -> None:
    account = an_account()
    assert send(account.pk, body) == 200
    message = InboundMessage.objects.get()
    assert (message.status, message.error, bytes(message.body)) == ("dead", reason, body)
    assert Event.objects.filter(name="sync.RemoteChanged").count() == 0


def test_a_topic_nobody_asked_for_is_kept_and_nothing_follows(own_db: str) -> None:
    account = an_account()
    assert send(account.pk, topic="themes/update") == 200
    assert send(account.pk, b'{"inventory_item_id": 7}', event="e-2", topic="inventory_levels/update") == 200
    assert set(InboundMessage.objects.values_list("topic", "status")) == {
        ("themes/update", "done"),
        ("inventory_levels/update", "done"),
    }
    assert Event.objects.filter(name="sync.RemoteChanged").count() == 0


def test_only_post_is_answered(own_db: str) -> None:
    account = an_account()
    assert Client().get(f"/hooks/shopify/{account.pk}/").status_code == 405


def test_bodies_are_emptied_after_their_time(own_db: str) -> None:
    account = an_account()
    send(account.pk)
    assert services.forget_bodies(before=clock.now()) == 1
    message = InboundMessage.objects.get()
    assert (bytes(message.body), message.external_id) == (b"", "e-1")


def test_refusals_are_counted_by_day(own_db: str) -> None:
    account = an_account()
    for day in (date(2026, 11, 1), date(2026, 11, 1), date(2026, 11, 2)):
        services.count_refusal(account=account, reason="signature", on=day, actor=SYSTEM, at=clock.now())
    assert services.refusals_on(account, date(2026, 11, 1)) == {"signature": 2}
    assert services.refusals_on(account, date(2026, 11, 2)) == {"signature": 1}
