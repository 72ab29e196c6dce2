"""Mentions: who may be named, whom it tells, the bell's number, opening, taking back."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import psycopg
import pytest
from django.test import Client
from django.urls import reverse

from erp.foundation.accounts.models import User
from erp.foundation.errors import NotFound
from erp.foundation.organisation.models import Company
from erp.foundation.web import alerts
from erp.foundation.web.models import Comment, Notice
from erp.foundation.web.records.comments import add_comment, withdraw_comment
from erp.foundation.web.records.mentions import mentionable, open_notice
from tests.factories.accounts import a_company, a_member, a_role
from tests.factories.catalog import ProductFactory

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def lipa(db: None) -> Company:
    return a_company("Lipa")


@pytest.fixture
def anna(lipa: Company) -> User:
    return a_member("sales", lipa, name="Anna Nowak")


@pytest.fixture
def piotr(lipa: Company) -> User:
    return a_member("sales", lipa, name="Piotr Zając")


def browser(person: User) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def say(author: User, record: object, text: str, *people: User, at: datetime = AT) -> Comment:
    keys = [str(person.pk) for person in people]
    return add_comment(
        subject=record.ref,  # type: ignore[attr-defined]  # a product
        text=text,
        mentions=keys,
        request_key=uuid4(),
        actor=author.actor,
        at=at,
    )


def test_a_mention_written_on_a_page_tells_the_person_and_opening_it_marks_it_read(
    lipa: Company, anna: User, piotr: User
) -> None:
    product = ProductFactory(company=lipa)
    at_annas, at_piotrs = browser(anna), browser(piotr)
    sent = {"text": "Please look, @Piotr Zając", "request_key": str(uuid4())}
    url = reverse("web:comment", args=["catalog.product", product.pk])
    assert at_annas.post(url, sent, headers=HTMX).status_code == 200

    assert (alerts.waiting(piotr.actor), alerts.waiting(anna.actor)) == (1, 0)
    listed = at_piotrs.get(reverse("web:alerts")).content.decode()
    assert "Anna Nowak mentioned you: Please look, @Piotr Zając" in listed
    assert '<span class="badge">1</span>' in listed
    notice = Notice.objects.get()
    opened = at_piotrs.get(reverse("web:notice", args=[notice.pk]))
    assert (opened.status_code, opened["Location"]) == (
        302,
        reverse("catalog:product", args=[product.pk]) + "#timeline",
    )
    assert alerts.waiting(piotr.actor) == 0
    assert 'class="badge"' not in at_piotrs.get(reverse("web:alerts")).content.decode()


def test_only_who_may_see_the_record_is_offered_and_mentioned(lipa: Company, anna: User, piotr: User) -> None:
    product = ProductFactory(company=lipa)
    foreign = a_member("sales", a_company("Inna"), name="Piotr Obcy")
    a_role(anna, "sales", Company.objects.get(name="Inna"))
    assert [name for _key, name in mentionable(product.ref, anna.actor, "Piotr", limit=8)] == ["Piotr Zając"]

    comment = say(anna, product, "@Piotr Zając @Piotr Obcy", piotr, foreign)
    assert comment.mentions == [str(piotr.pk)]
    assert list(Notice.objects.values_list("person_key", flat=True)) == [str(piotr.pk)]
    assert alerts.waiting(foreign.actor) == 0


def test_people_are_offered_for_a_record_one_sees_only(lipa: Company, anna: User, piotr: User) -> None:
    product = ProductFactory(company=lipa)
    asked = {"kind": "catalog.product", "key": product.pk, "q": "Pio"}
    foreign = browser(a_member("sales", a_company("Inna"), name="Obca"))

    assert "Piotr Zając" in browser(anna).get(reverse("web:people"), asked, headers=HTMX).content.decode()
    assert foreign.get(reverse("web:people"), asked, headers=HTMX).status_code == 404


def test_nobody_is_told_of_what_they_wrote_or_twice(lipa: Company, anna: User, piotr: User) -> None:
    product, key = ProductFactory(company=lipa), uuid4()
    for _ in range(2):
        add_comment(
            subject=product.ref,
            text="@both",
            mentions=[str(anna.pk), str(piotr.pk)],
            request_key=key,
            actor=anna.actor,
            at=AT,
        )
    assert list(Notice.objects.values_list("person_key", flat=True)) == [str(piotr.pk)]


def test_a_notice_is_its_persons_alone(lipa: Company, anna: User, piotr: User) -> None:
    product = ProductFactory(company=lipa)
    say(anna, product, "@Piotr Zając", piotr)
    notice = Notice.objects.get()

    assert browser(anna).get(reverse("web:notice", args=[notice.pk])).status_code == 404
    with pytest.raises(NotFound):
        open_notice(notice_id=notice.pk, actor=anna.actor, at=AT)
    notice.refresh_from_db()
    assert notice.read_at is None


def test_opening_again_keeps_the_first_time(lipa: Company, anna: User, piotr: User) -> None:
    say(anna, ProductFactory(company=lipa), "@Piotr Zając", piotr)
    notice = Notice.objects.get()
    for minutes in (1, 2):
        open_notice(notice_id=notice.pk, actor=piotr.actor, at=AT + timedelta(minutes=minutes))
    notice.refresh_from_db()
    assert notice.read_at == AT + timedelta(minutes=1)


def test_all_are_marked_as_read_at_once(lipa: Company, anna: User, piotr: User) -> None:
    product = ProductFactory(company=lipa)
    say(anna, product, "one", piotr)
    say(anna, product, "two", piotr)
    say(piotr, product, "three", anna)
    answer = browser(piotr).post(reverse("web:alerts"))

    assert (answer.status_code, alerts.waiting(piotr.actor), alerts.waiting(anna.actor)) == (302, 0, 1)


def test_taking_back_asks_first_and_takes_the_notice_along(lipa: Company, anna: User, piotr: User) -> None:
    comment = say(anna, ProductFactory(company=lipa), "@Piotr Zając", piotr)
    url, client = reverse("web:withdraw", args=[comment.pk]), browser(anna)
    question = client.get(url, headers=HTMX).content.decode()
    comment.refresh_from_db()
    assert "Take this comment back?" in question
    assert comment.withdrawn_at is None

    assert browser(piotr).post(url).status_code == 404
    assert client.post(url, headers=HTMX)["HX-Redirect"].endswith("#timeline")
    comment.refresh_from_db()
    assert comment.withdrawn_at is not None
    assert alerts.waiting(piotr.actor) == 0
    assert alerts.newest(piotr.actor) == []


def test_who_lost_sight_of_the_record_reads_nothing_of_it(lipa: Company, anna: User, piotr: User) -> None:
    say(anna, ProductFactory(company=lipa), "tajne @Piotr Zając", piotr)
    piotr.memberships.update(role="warehouse", company=a_company("Inna"))
    client, notice = browser(piotr), Notice.objects.get()

    assert "tajne" not in client.get(reverse("web:alerts")).content.decode()
    assert client.get(reverse("web:notice", args=[notice.pk]))["Location"] == reverse("web:alerts")


def test_the_list_costs_a_fixed_number_of_queries_beside_the_records(
    lipa: Company, anna: User, piotr: User, django_assert_max_num_queries: object
) -> None:
    for _ in range(3):
        say(anna, ProductFactory(company=lipa), "look", piotr)
    with django_assert_max_num_queries(3 + 2 * 3):  # type: ignore[operator]  # pytest-django's fixture
        assert len(alerts.newest(piotr.actor)) == 3


def test_the_bell_is_told_at_once_when_somebody_is_mentioned_reads_or_takes_back(own_db: str) -> None:
    company = a_company("Lipa")
    anna, piotr = (a_member("sales", company, name=name) for name in ("Anna Nowak", "Piotr Zając"))
    product = ProductFactory(company=company)
    with psycopg.connect(own_db, autocommit=True) as connection:
        connection.execute("LISTEN live")
        comment = say(anna, product, "@Piotr Zając", piotr)
        open_notice(notice_id=Notice.objects.get().pk, actor=piotr.actor, at=AT + timedelta(minutes=1))
        withdraw_comment(comment_id=comment.pk, actor=anna.actor, at=AT + timedelta(minutes=2))
        told = [hint.payload for hint in connection.notifies(timeout=0.5)]

    assert told == [f"web.notices:{piotr.pk}"] * 3
    page = browser(piotr).get("/").content.decode()
    assert f'data-live-topic="web.notices:{piotr.pk}"' in page
