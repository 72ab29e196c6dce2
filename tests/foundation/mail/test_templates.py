"""A company's own words for its mails: chosen, previewed, changed, put back; what is broken is told and kept."""

import html
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from erp.foundation import clock
from erp.foundation.accounts.models import User
from erp.foundation.actor import SYSTEM
from erp.foundation.mail import services, templates
from erp.foundation.mail.models import MailTemplate
from erp.foundation.organisation.models import Company
from erp.orders import services as orders
from tests.factories.accounts import AT, a_company, a_member, a_role
from tests.factories.orders import a_draft, a_shop

CODE = "orders.confirmation"
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def lipa(db: None) -> Company:
    return a_company("Lipa")


@pytest.fixture
def ewa(lipa: Company) -> User:
    return a_member("administrator", lipa, name="Ewa Lis")


def browser(person: User) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def address(company: Company, name: str = "mail:template", language: str = "pl") -> str:
    return reverse(name, args=[company.pk, CODE, language])


def edit(company: Company, subject: str, body: str = "Dzień dobry", actor: Any = SYSTEM) -> None:
    services.edit_template(
        company_id=company.pk, code=CODE, language="pl", subject=subject, body=body, actor=actor, at=AT
    )


def own() -> list[tuple[str, str, str]]:
    return list(MailTemplate.objects.order_by("pk").values_list("company__name", "language", "subject"))


def test_each_company_and_language_has_its_own_words(lipa: Company, ewa: User) -> None:
    other = a_company("Dąb")
    a_role(ewa, "administrator", other)
    client = browser(ewa)
    for company, language, subject in ((lipa, "pl", "Mamy {{ order }}"), (other, "en", "We have {{ order }}")):
        answer = client.post(address(company, language=language), {"subject": subject, "body": "Hello\r\nthere"})
        assert (answer.status_code, answer["Location"]) == (302, address(company, language=language))

    assert own() == [("Lipa", "pl", "Mamy {{ order }}"), ("Dąb", "en", "We have {{ order }}")]
    assert set(MailTemplate.objects.values_list("body", flat=True)) == {"Hello\nthere"}
    assert templates.words(code=CODE, company_id=other.pk, language="pl") == templates.built_in(CODE, "pl")
    page = client.get(reverse("mail:templates"), {"company": other.pk}).content.decode()
    assert page.count("own words") == 1
    assert address(other, language="en") in page


def test_words_of_other_companies_are_out_of_reach(lipa: Company, ewa: User) -> None:
    other = a_company("Inna")
    edit(other, "Tajne")
    a_role(ewa, "sales", other)
    client = browser(ewa)
    answers = [
        client.get(address(other)),
        client.post(address(other), {"subject": "Mine", "body": "Mine"}),
        client.post(address(other) + "?part=preview", {"subject": "Mine", "body": "Mine"}),
        client.post(address(other, "mail:reset-template")),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert own() == [("Inna", "pl", "Tajne")]
    assert "Inna" not in client.get(reverse("mail:templates"), {"company": other.pk}).content.decode().split("<main")[1]


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("subject", "Order {{ order", "Line 1: “{{ order” can"),
        ("body", "Hello\n{% if order %}", "Line 2: “{% if order %}” can"),
        ("body", "{{ order.total }}", "Line 1: “{{ order.total }}” can"),
        ("body", "All }} good", "Line 1: “}} good” can"),
        ("body", "{{ customer }}", "There is no place called “customer” in this mail"),
    ],
)
def test_what_cannot_be_filled_in_is_told_at_its_field_and_nothing_is_lost(
    lipa: Company, ewa: User, field: str, text: str, told: str
) -> None:
    edit(lipa, "Kept", "Kept")
    typed = {"subject": "New subject", "body": "New text"} | {field: text}
    client = browser(ewa)
    answer = client.post(address(lipa), typed)

    assert answer.status_code == 422
    page = answer.content.decode()
    for words in (told, *typed.values()):
        assert html.escape(words) in page
    assert f'id="id_{field}_error"' in page
    assert own() == [("Lipa", "pl", "Kept")]
    preview = client.post(address(lipa) + "?part=preview", typed, headers=HTMX).content.decode()
    assert "tone-bad" in preview


def test_the_preview_shows_what_is_typed_with_examples_and_saves_nothing(lipa: Company, ewa: User) -> None:
    typed = {"subject": "Order {{ order }}", "body": "Hello\n\n<b>{{ lines }}</b>"}
    part = browser(ewa).post(address(lipa, language="en") + "?part=preview", typed, headers=HTMX).content.decode()

    assert "Order #1042" in part
    assert "&lt;b&gt;2 × Mug blue – PLN 78.00&lt;/b&gt;" in part
    assert "With example values." in part
    assert own() == []


def test_the_preview_shows_the_newest_order_that_one_may_see_and_no_link_to_it(db: None) -> None:
    shop = a_shop()
    order = orders.place_order(draft=a_draft(shop), actor=SYSTEM, at=clock.now())
    person = a_member("administrator", shop.company)
    typed = {"subject": "{{ order }}", "body": "{{ total }} {{ link }}"}
    url = reverse("mail:template", args=[shop.company.pk, CODE, order.language])
    part = browser(person).post(url + "?part=preview", typed, headers=HTMX).content.decode()

    assert f">{order.source_number or order.number}</p>" in part
    assert "example values" not in part
    assert "https://shop.example/orders/…" in part


def test_the_built_in_words_come_back_after_a_question_and_the_own_ones_stay_in_history(
    lipa: Company, ewa: User
) -> None:
    edit(lipa, "First", actor=ewa.actor)
    edit(lipa, "Second", actor=ewa.actor)
    client = browser(ewa)
    assert "Use the built-in words again?" in client.get(address(lipa, "mail:reset-template")).content.decode()
    assert own() == [("Lipa", "pl", "Second")]
    assert client.post(address(lipa, "mail:reset-template")).status_code == 302

    assert own() == []
    assert templates.words(code=CODE, company_id=lipa.pk, language="pl") == templates.built_in(CODE, "pl")
    history = apps.get_model("mail", "MailTemplateHistory")._default_manager.order_by("pgh_id")
    kept = [(row.subject, row.pgh_label, row.pgh_context["actor"]) for row in history]
    by = str(ewa.actor)
    assert kept == [("First", "insert", by), ("Second", "update", by), ("Second", "delete", by)]
    page = client.get(address(lipa)).content.decode()
    assert page.count("Ewa Lis</td>") == 3
    assert page.count("Built-in words again") == 1
    old = client.get(address(lipa), {"version": history[0].pk}).content.decode()
    assert 'value="First"' in old
    assert client.get(address(lipa, "mail:reset-template")).status_code == 404


def test_a_version_of_another_company_is_not_shown(lipa: Company, ewa: User) -> None:
    edit(a_company("Inna"), "Tajne")
    foreign = apps.get_model("mail", "MailTemplateHistory")._default_manager.get()
    page = browser(ewa).get(address(lipa), {"version": foreign.pk})

    assert page.status_code == 200
    assert "Tajne" not in page.content.decode()


def test_every_kind_of_mail_has_an_example_for_each_place() -> None:
    kinds = [kind for kind in templates.all_kinds() if not kind.code.startswith(("tests.", "examples-"))]
    assert len(kinds) == 5
    assert {kind.code for kind in kinds if set(kind.examples) != set(kind.places)} == set()
