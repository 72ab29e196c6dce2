"""Mail: one message per key, one Message-ID for all attempts, and an honest state after a kill."""

import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from config.env import ENV
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.events.models import Delivery
from erp.foundation.events.relay import Relay
from erp.foundation.mail import services, templates
from erp.foundation.mail.models import MailPolicy, MailState, MailTemplate, Message
from erp.foundation.mail.templates import MailKind, UnknownPlace
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from tests.factories.organisation import CompanyFactory
from tests.foundation.events.cast import due_now

ANNA = Actor("user", "1")
ABOUT = Ref("tests.parcel", "7")
templates.register(
    MailKind(
        "tests.hello", "Hello", "Parcel {{ number }}", "Hello {{ name }}.\n\nIt is on its way.", ("number", "name")
    )
)


class MailServer(threading.Thread):
    """A mail server that keeps what it was sent and answers each recipient as the test says."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.mails: list[str] = []
        self.answer = "250 ok"

    def run(self) -> None:
        while True:
            try:
                peer, _address = self.socket.accept()
            except OSError:
                return
            with peer, peer.makefile("rwb") as stream:
                self._talk(stream)

    def _talk(self, stream: Any) -> None:
        def say(line: str) -> None:
            stream.write(line.encode() + b"\r\n")
            stream.flush()

        say("220 hello")
        while line := stream.readline().decode().strip():
            if line.upper().startswith("RCPT"):
                say(self.answer)
            elif line.upper() == "DATA":
                say("354 go")
                lines = list(iter(lambda: stream.readline().decode().rstrip("\r\n"), "."))
                self.mails.append("\n".join(lines))
                say("250 kept")
            elif line.upper() == "QUIT":
                say("221 bye")
                return
            else:
                say("250 ok")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    object.__setattr__(ENV, "email_url", f"smtp://127.0.0.1:{server.port}#shop@lipa.example")
    yield server
    object.__setattr__(ENV, "email_url", "")
    server.socket.close()


def queue(company: Company, key: str = "parcel 7", policy: MailPolicy = MailPolicy.AGAIN) -> Message:
    return services.queue_message(
        code="tests.hello",
        key=key,
        company_id=company.pk,
        to="ewa@example.com",
        language="en",
        places={"number": "7", "name": "Ewa"},
        about=ABOUT,
        policy=policy,
        actor=ANNA,
        at=clock.now(),
    )


def deliver() -> None:
    relay = Relay()
    relay.run_once()
    relay._pool.shutdown(wait=True)


def test_a_message_is_sent_with_its_words(own_db: str, server: MailServer) -> None:
    message = queue(CompanyFactory(name="Lipa"))
    deliver()

    message.refresh_from_db()
    assert (message.status, len(server.mails)) == (MailState.SENT, 1)
    mail = server.mails[0]
    assert f"Message-ID: {message.header_id}" in mail
    assert "Subject: Parcel 7" in mail
    assert "From: Lipa <shop@lipa.example>" in mail
    assert "Hello Ewa." in mail


def test_queueing_twice_makes_one_message(own_db: str, server: MailServer) -> None:
    company = CompanyFactory()
    assert queue(company).pk == queue(company).pk
    deliver()
    assert len(server.mails) == 1


def test_a_server_that_is_away_means_later_and_the_same_message_id(own_db: str, server: MailServer) -> None:
    message = queue(CompanyFactory())
    server.answer = "451 later"
    deliver()
    message.refresh_from_db()
    assert (message.status, message.error) == (MailState.QUEUED, "recipient refused (451)")
    assert Delivery.objects.get(handler="mail.send_message").state == "waiting"

    server.answer = "250 ok"
    due_now()
    deliver()
    message.refresh_from_db()
    assert (message.status, len(server.mails)) == (MailState.SENT, 1)
    assert message.header_id in server.mails[0]


def test_a_refused_recipient_is_final_and_can_be_sent_again_by_hand(own_db: str, server: MailServer) -> None:
    message = queue(CompanyFactory())
    server.answer = "550 nobody"
    deliver()
    message.refresh_from_db()
    assert (message.status, message.error) == (MailState.FAILED, "recipient refused (550)")
    assert "ewa" not in message.error

    server.answer = "250 ok"
    services.resend_message(message_id=message.pk, actor=ANNA, at=clock.now())
    deliver()
    message.refresh_from_db()
    assert message.status == MailState.SENT


@pytest.mark.parametrize(
    ("policy", "ends", "mails"), [(MailPolicy.AGAIN, MailState.SENT, 1), (MailPolicy.ASK, MailState.UNKNOWN, 0)]
)
def test_what_a_kill_left_half_sent_follows_its_policy(
    own_db: str, server: MailServer, policy: MailPolicy, ends: MailState, mails: int
) -> None:
    message = queue(CompanyFactory(), policy=policy)
    services.begin_sending(message_id=message.pk, actor=ANNA, at=clock.now())  # and then the process was killed

    deliver()

    message.refresh_from_db()
    assert (message.status, len(server.mails)) == (ends, mails)


def test_a_companys_own_words_come_first(own_db: str, server: MailServer) -> None:
    company = CompanyFactory()
    services.edit_template(
        company_id=company.pk,
        code="tests.hello",
        language="en",
        subject="Yours: {{ number }}",
        body="Dear {{ name }}",
        actor=ANNA,
        at=clock.now(),
    )
    assert (queue(company).subject, queue(company).text) == ("Yours: 7", "Dear Ewa")
    assert queue(CompanyFactory(), key="other").subject == "Parcel 7"


def test_a_template_with_an_unknown_place_is_refused(own_db: str) -> None:
    with pytest.raises(UnknownPlace, match=r"“secret” in this mail; it has: number, name"):
        services.edit_template(
            company_id=CompanyFactory().pk,
            code="tests.hello",
            language="en",
            subject="{{ secret }}",
            body="",
            actor=ANNA,
            at=clock.now(),
        )
    assert MailTemplate.objects.count() == 0
