"""Who may open a page, and what everybody else gets."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse

from erp.foundation.accounts.models import User
from erp.foundation.errors import Conflict, NotFound
from erp.foundation.web import access
from erp.foundation.web.rendering import QueryInTemplate, render_part
from erp.foundation.web.views import NoRule, StaffView
from tests.foundation.web.asking import ask, text_of


class PeoplePage(StaffView):
    permission = "accounts.manage_people"
    opened = 0

    def get(self, request: HttpRequest) -> HttpResponse:
        PeoplePage.opened += 1
        return HttpResponse("people")

    def post(self, request: HttpRequest) -> HttpResponse:
        raise Conflict


class HiddenRecord(StaffView):
    permission = access.SIGNED_IN

    def load(self) -> None:
        raise NotFound


def test_a_view_without_a_rule_fails_where_it_is_written() -> None:
    with pytest.raises(NoRule, match="Careless"):
        type("Careless", (StaffView,), {})


def test_an_abstract_base_needs_no_rule_but_its_children_do() -> None:
    base = type("Base", (StaffView,), {"abstract": True})
    with pytest.raises(NoRule):
        type("Child", (base,), {})


def test_an_anonymous_visitor_is_sent_to_sign_in_and_back(db: None) -> None:
    response = ask(PeoplePage, None, "/people/?q=a b")
    assert response.status_code == 302
    assert response["Location"] == "/accounts/login/?next=/people/%3Fq%3Da%2520b"


def test_a_part_for_an_anonymous_visitor_sends_the_whole_page_to_sign_in(db: None) -> None:
    response = ask(PeoplePage, None, "/people/", htmx=True)
    assert response.status_code == 401
    assert response["HX-Redirect"] == "/accounts/login/?next=/"


def test_who_may_not_open_a_page_gets_404_and_nothing_runs(piotr: User) -> None:
    before = PeoplePage.opened
    response = ask(PeoplePage, piotr)
    assert response.status_code == 404
    assert PeoplePage.opened == before


def test_who_may_open_it_gets_it(anna: User) -> None:
    assert text_of(ask(PeoplePage, anna)) == "people"


def test_a_record_one_may_not_see_is_404(anna: User) -> None:
    response = ask(HiddenRecord, anna)
    assert response.status_code == 404
    assert "Reference to quote" in text_of(response)


def test_an_error_of_a_service_after_a_post_goes_back_with_a_message(anna: User) -> None:
    response = ask(PeoplePage, anna, post={"next": "/people/"})
    assert (response.status_code, response["Location"]) == (302, "/people/")


def test_a_foreign_address_to_go_back_to_is_ignored(anna: User) -> None:
    assert ask(PeoplePage, anna, post={"next": "https://evil.example/"})["Location"] == "/"


def test_an_error_of_a_service_in_a_part_is_a_toast(anna: User) -> None:
    response = ask(PeoplePage, anna, post={}, htmx=True)
    assert response.status_code == 409
    assert response["HX-Reswap"] == "none"
    assert "has changed in the meantime" in text_of(response)


def test_a_template_that_reaches_for_the_database_is_found(anna: User, rf: Any) -> None:
    request = rf.get("/")
    with pytest.raises(QueryInTemplate):
        render_part(request, "web/start/work.html", {"work": User.objects.all()})
