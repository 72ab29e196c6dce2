"""An invitation by mail, from the clerk's click to the invited person signing in, over real HTTP."""

import re
from collections.abc import Iterator

import httpx2
import pytest
from django.test import Client
from django.urls import reverse

from config.env import ENV
from erp.foundation import clock
from erp.foundation.accounts import services
from erp.foundation.accounts.models import User
from erp.foundation.accounts.password_links import default_token_generator
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import NotAllowed
from erp.foundation.mail.models import MailState, Message
from erp.foundation.mail.templates import sent_text
from tests.factories.accounts import PASSWORD, a_company, a_member, a_person
from tests.foundation.mail.test_sending import MailServer, server
from tests.running import run_relay, web_server

__all__ = ["server"]  # a fixture
NEW = "zielony parasol 7"


@pytest.fixture
def site(own_db: str) -> Iterator[str]:
    """Our web server, whose address the links name."""
    with web_server() as address:
        before = ENV.public_url
        object.__setattr__(ENV, "public_url", address)
        yield address
        object.__setattr__(ENV, "public_url", before)


def browser(site: str) -> httpx2.Client:
    return httpx2.Client(base_url=site, follow_redirects=True, trust_env=False)


def sign_in(client: httpx2.Client, email: str, password: str) -> bool:
    page = client.get("/accounts/login/")
    client.post("/accounts/login/", data={"login": email, "password": password, **token(page)})
    return client.get("/").url.path == "/"


def token(page: httpx2.Response) -> dict[str, str]:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
    assert found is not None, page.text
    return {"csrfmiddlewaretoken": found[1]}


def set_password(client: httpx2.Client, link: str, password: str = NEW) -> bool:
    """Open the link and set a password; whether it was taken."""
    form = client.get(link)
    if 'name="password1"' not in form.text:
        return False
    answer = client.post(form.url.path, data={"password1": password, "password2": password, **token(form)})
    assert answer.status_code == 200
    return True


def link_in(text: str) -> str:
    found = re.search(r"http://127\.0\.0\.1:\d+/accounts/password/reset/key/\S+", text)
    assert found is not None, text
    return found[0]


def invited(role: str = "sales", language: str = "en") -> User:
    """A clerk of a shop invites Ewa."""
    return services.invite_user(
        email="Ewa@Example.com",
        name="Ewa Zając",
        role=role,
        company=a_company(),
        language=language,
        actor=SYSTEM,
        at=clock.now(),
    )


def test_from_the_invitation_to_signing_in(site: str, server: MailServer) -> None:
    company = a_company()
    a_member("administrator", company, name="Adam Admin", password=PASSWORD)
    adam, ewa = browser(site), browser(site)
    assert sign_in(adam, "adam.admin@example.com", PASSWORD)
    form = adam.get("/setup/people/invite/")
    sent = {
        "name": "Ewa Zając",
        "email": "Ewa@Example.com",
        "language": "pl",
        "place": f"{company.pk}:",
        "role": "sales",
    }
    assert adam.post("/setup/people/invite/", data={**sent, **token(form)}).status_code == 200
    run_relay()

    message = Message.objects.get(code="accounts.invitation")
    assert (message.to, message.language, message.status) == ("ewa@example.com", "pl", MailState.SENT)
    assert message.subject == "Twój dostęp do Backroom w firmie Sklep Kubek"
    assert "/password/reset/key/" not in message.text, "the link is kept"
    mail = "\n".join(server.mails).replace("=\n", "").replace("=3D", "=")
    link = link_in(mail)

    assert set_password(ewa, link)
    assert not set_password(browser(site), link, "another one 99"), "the link works twice"
    again = browser(site)
    assert sign_in(again, "EWA@example.com", NEW)
    assert again.get("/orders/").status_code == 200
    assert again.get("/setup/people/").status_code == 404


def test_the_link_ends(site: str) -> None:
    person = invited()
    uid, old = link_in_the_past(person, days=3, seconds=1)
    _uid, still_good = link_in_the_past(person, days=3, seconds=-60)

    assert not set_password(browser(site), f"{site}/accounts/password/reset/key/{uid}-{old}/")
    person.refresh_from_db()
    assert not person.has_usable_password()
    assert set_password(browser(site), f"{site}/accounts/password/reset/key/{uid}-{still_good}/")


def link_in_the_past(person: User, *, days: int, seconds: int) -> tuple[str, str]:
    from allauth.account.utils import user_pk_to_url_str

    generator = default_token_generator
    age = days * 86400 + seconds
    made_at = generator._num_seconds(generator._now()) - age
    return user_pk_to_url_str(person), generator._make_token_with_timestamp(person, made_at, generator.secret)


def test_the_mailbox_shows_the_link_only_to_who_may_let_the_person_in(own_db: str) -> None:
    person = invited("owner")
    run_relay()
    message = Message.objects.get()
    page = reverse("mail:message", args=[message.pk])
    company = message.company

    def seen_by(role: str) -> str:
        client = Client()
        client.force_login(a_member(role, company), backend="django.contrib.auth.backends.ModelBackend")
        answer = client.get(page)
        assert answer.status_code == 200
        return answer.content.decode()

    assert link_opens(person, seen_by("owner"))
    for role in ("administrator", "sales", "accountant", "auditor"):
        text = seen_by(role)
        assert "/password/reset/key/" not in text
        assert "(shown to the recipient only)" in text


def link_opens(person: User, page: str) -> bool:
    found = re.search(r"/accounts/password/reset/key/[\w-]+/", page)
    return found is not None and Client().get(found[0], follow=True).context["form"].user == person


def test_inviting_again_sends_another_mail_until_the_person_is_in(own_db: str) -> None:
    person = invited()
    services.invite_again(user=person, actor=SYSTEM, at=clock.now())
    run_relay()
    assert Message.objects.filter(to=person.email).count() == 2

    person.set_password(NEW)
    person.save()
    with pytest.raises(services.AlreadyIn):
        services.invite_again(user=person, actor=SYSTEM, at=clock.now())
    run_relay()
    assert Message.objects.count() == 2


def test_only_who_manages_all_companies_of_the_person_invites_again(db: None) -> None:
    person = invited("owner")
    administrator = a_member("administrator", person.memberships.get().company)
    with pytest.raises(NotAllowed):
        services.invite_again(user=person, actor=administrator.actor, at=clock.now())


def test_who_was_stopped_gets_no_link(own_db: str) -> None:
    person = invited()
    services.deactivate_user(user=person, actor=SYSTEM, at=clock.now())
    run_relay()
    assert not Message.objects.exists()


def test_a_link_that_waited_is_empty_for_who_was_stopped_meanwhile(own_db: str) -> None:
    person = invited()
    run_relay()
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert "/password/reset/key/" not in sent_text(Message.objects.get())


def test_a_forgotten_password_is_set_anew_by_mail_and_strangers_get_none(site: str, server: MailServer) -> None:
    a_member("sales", a_company(), name="Ewa Lis", password=PASSWORD)
    a_person("Bez Roli", password=PASSWORD)
    client = browser(site)
    answers = []
    for email in ("Ewa.Lis@example.com", "bez.roli@example.com", "stranger@example.com"):
        form = client.get("/accounts/password/reset/")
        answer = client.post("/accounts/password/reset/", data={"email": email, **token(form)})
        answers.append((answer.status_code, answer.url.path))
    run_relay()

    assert answers == [(200, "/accounts/password/reset/done/")] * 3
    assert [message.to for message in Message.objects.all()] == ["ewa.lis@example.com"]
    assert len(server.mails) == 1
    link = link_in(server.mails[0].replace("=\n", "").replace("=3D", "="))
    assert set_password(browser(site), link)
    assert sign_in(browser(site), "ewa.lis@example.com", NEW)
    assert not sign_in(browser(site), "ewa.lis@example.com", PASSWORD)


def test_the_link_for_a_new_password_is_in_no_mailbox(own_db: str) -> None:
    person = a_member("sales", a_company(), name="Ewa Lis", password=PASSWORD)
    services.ask_new_password(user=person, actor=person.actor, at=clock.now())
    run_relay()
    message = Message.objects.get()
    client = Client()
    client.force_login(a_member("owner", message.company), backend="django.contrib.auth.backends.ModelBackend")

    assert "/password/reset/key/" not in client.get(reverse("mail:message", args=[message.pk])).content.decode()
