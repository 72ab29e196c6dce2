"""Live hints: once per topic and transaction, none from a rollback, only to those who asked, only for the signed in."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import psycopg
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from erp.foundation.web import live
from erp.foundation.web.live.hub import Hub
from tests.factories.accounts import a_company, a_member


def heard(database: str, work: Callable[[], None]) -> list[str]:
    """The hints that arrive while ``work`` runs."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("LISTEN live")
        work()
        return [hint.payload for hint in connection.notifies(timeout=0.5)]


def test_a_topic_is_told_once_per_transaction(own_db: str) -> None:
    def work() -> None:
        with transaction.atomic():
            for _ in range(3):
                live.notify("stock.level:17")
            live.notify("stock.list")

    assert heard(own_db, work) == ["stock.level:17", "stock.list"]


def test_a_rollback_tells_nothing(own_db: str) -> None:
    def work() -> None:
        with suppress(RuntimeError), transaction.atomic():
            live.notify("stock.list")
            raise RuntimeError

    assert heard(own_db, work) == []


@pytest.mark.parametrize("topic", ["", "Stock", "stock list", "stock:'; --", "a" * 200])
def test_a_malformed_topic_is_refused(topic: str) -> None:
    with pytest.raises(ValueError, match="not a topic"):
        live.notify(topic)


def test_the_hub_tells_those_who_asked(own_db: str) -> None:
    async def scenario() -> tuple[str, bool]:
        hub = Hub()
        asked, other = hub.subscribe(frozenset({"stock.list"})), hub.subscribe(frozenset({"orders.list"}))
        await asyncio.wait_for(hub.listening.wait(), 5)
        async with await psycopg.AsyncConnection.connect(own_db, autocommit=True) as connection:
            await connection.execute("SELECT pg_notify('live', 'stock.list')")
        topic = await asyncio.wait_for(asked.get(), 5)
        hub.unsubscribe(asked)
        hub.unsubscribe(other)
        return topic, other.empty()

    assert asyncio.run(scenario()) == ("stock.list", True)


def test_a_lost_listener_comes_back_and_lets_everything_be_read_again(own_db: str) -> None:
    async def scenario() -> str:
        hub = Hub()
        queue = hub.subscribe(frozenset({"stock.list"}))
        await asyncio.wait_for(hub.listening.wait(), 5)
        async with await psycopg.AsyncConnection.connect(own_db, autocommit=True) as connection:
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN live'"
                " AND pid <> pg_backend_pid() AND datname = current_database()"
            )
        topic = await asyncio.wait_for(queue.get(), 10)
        hub.unsubscribe(queue)
        return topic

    assert asyncio.run(scenario()) == "*"


async def stream(path: str, cookie: str, until: Callable[[bytes], Awaitable[bool]]) -> tuple[int, bytes]:
    """Open the stream and read it until ``until`` says enough."""
    sent: list[dict[str, Any]] = []
    enough = asyncio.Event()

    async def receive() -> dict[str, Any]:
        await enough.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)
        if await until(b"".join(part.get("body", b"") for part in sent)):
            enough.set()

    raw_path, _question, query = path.partition("?")
    scope = {
        "type": "http",
        "method": "GET",
        "path": raw_path,
        "query_string": query.encode(),
        "headers": [(b"cookie", f"sessionid={cookie}".encode())],
    }
    await asyncio.wait_for(live.events_app(scope, receive, send), 10)
    return sent[0]["status"], b"".join(part.get("body", b"") for part in sent)


def test_the_stream_is_for_the_signed_in_only(own_db: str) -> None:
    async def never(body: bytes) -> bool:
        return False

    assert asyncio.run(stream("/events?topic=stock.list", "nonsense", never)) == (401, b"")
    assert asyncio.run(stream("/other", "nonsense", never)) == (404, b"")


def test_a_signed_in_browser_hears_its_topics(own_db: str) -> None:
    user = a_member("owner", a_company(), name="Anna Nowak")
    session = SessionStore()
    session.update(
        {
            "_auth_user_id": str(user.pk),
            "_auth_user_backend": "django.contrib.auth.backends.ModelBackend",
            "_auth_user_hash": user.get_session_auth_hash(),
        }
    )
    session.save()

    async def until(body: bytes) -> bool:
        if b"event: ready" in body and b"change" not in body:
            async with await psycopg.AsyncConnection.connect(own_db, autocommit=True) as connection:
                await connection.execute("SELECT pg_notify('live', 'orders.list')")
                await connection.execute("SELECT pg_notify('live', 'stock.list')")
        return b"event: change" in body

    status, body = asyncio.run(stream("/events?topic=stock.list", str(session.session_key), until))
    assert status == 200
    assert b"event: change\ndata: stock.list\n\n" in body
    assert b"orders.list" not in body
