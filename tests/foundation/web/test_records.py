"""The record page, its actions, panels, timeline and comments."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from django import forms

from erp.foundation.accounts.models import User
from erp.foundation.actor import Actor
from erp.foundation.errors import BusinessError, Invalid, NotFound
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.foundation.web import access, panels, subjects, timeline
from erp.foundation.web.models import Comment
from erp.foundation.web.records import Action, ActionView, Card, Fact, RecordPage, Status, Tab, pairs
from erp.foundation.web.records.comments import CommentEmpty, CommentTooLong, add_comment, withdraw_comment
from erp.foundation.web.records.history import read_timeline
from tests.factories.accounts import a_company
from tests.foundation.web.asking import ask, text_of

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
KEY = UUID(int=7)
SUBJECT = Ref("organisation.company", "1")


class ViewPage(RecordPage):
    permission = access.SIGNED_IN
    parent = ("Views", "web:start")
    tabs = (Tab("", "Overview"), Tab("secret", "Secret", "accounts.manage_people"))

    def find(self, pk: Any) -> Any:
        return Company.objects.filter(pk=pk).first()

    def why(self) -> Sequence[Any]:
        return ("Because.",)

    def status(self) -> Status:
        return Status("Open", "good")

    def actions(self) -> Sequence[Action]:
        return (
            Action("Rename", "/rename/", access.SIGNED_IN),
            Action("Illegal", "/illegal/", access.SIGNED_IN, legal=False),
            Action("Forbidden", "/forbidden/", "accounts.manage_people"),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        return (pairs("Facts", [Fact("Name", self.record.name), Fact("Missing", None)]),)


class NameForm(forms.Form):
    name = forms.CharField()


class Rename(ActionView):
    permission = access.SIGNED_IN
    title, label, done = "Rename this view?", "Rename", "Renamed."
    form_class = NameForm

    def find(self, pk: Any) -> Any:
        return Company.objects.filter(pk=pk).first()

    def act(self, form: Any) -> None:
        if form.cleaned_data["name"] == "taken":
            raise Invalid(field="name", reason="it is taken")
        Company.objects.filter(pk=self.record.pk).update(name=form.cleaned_data["name"])

    def done_url(self) -> str:
        return "/done/"


@pytest.fixture
def view(db: None) -> Company:
    return a_company()


@pytest.fixture
def panel() -> Any:
    """A panel of an upper app, taken away again."""

    def load(ref: Ref, actor: Actor) -> Mapping[str, Any] | None:
        return {"facts": [Fact("Panel of", ref.key)], "left": False}

    panels.register(
        "organisation.company", panels.Panel("p", "Upper", "accounts.manage_people", "web/record/pairs.html", load)
    )
    yield
    panels._panels.pop("organisation.company")


def test_the_page_shows_what_it_declares(anna: User, view: Company) -> None:
    page = text_of(ask(ViewPage, anna, pk=view.pk))
    for text in ("Sklep Kubek", "Open", "Facts", "Rename", "Forbidden", "Because."):
        assert text in page
    assert "Illegal" not in page
    assert "Missing" not in page


def test_actions_and_tabs_one_may_not_use_are_not_shown(piotr: User, view: Company) -> None:
    page = text_of(ask(ViewPage, piotr, pk=view.pk))
    assert "Forbidden" not in page
    assert "Secret" not in page
    assert ask(ViewPage, piotr, pk=view.pk, tab="secret").status_code == 404


def test_a_record_that_is_not_there_is_404(anna: User) -> None:
    assert ask(ViewPage, anna, pk=999_999).status_code == 404


def test_a_panel_is_shown_only_with_its_own_permission(anna: User, piotr: User, view: Company, panel: None) -> None:
    assert "Panel of" in text_of(ask(ViewPage, anna, pk=view.pk))
    assert "Panel of" not in text_of(ask(ViewPage, piotr, pk=view.pk))
    assert ask(ViewPage, piotr, "/page/?part=panel:p", pk=view.pk, htmx=True).status_code == 404
    assert "Panel of" in text_of(ask(ViewPage, anna, "/page/?part=panel:p", pk=view.pk, htmx=True))


def test_an_action_asks_first_and_then_acts(anna: User, view: Company) -> None:
    assert "Rename this view?" in text_of(ask(Rename, anna, pk=view.pk, htmx=True))
    response = ask(Rename, anna, post={"name": "Two"}, pk=view.pk, htmx=True)
    assert (response.status_code, response["HX-Redirect"]) == (204, "/done/")
    view.refresh_from_db()
    assert view.name == "Two"


def test_an_error_of_the_service_is_shown_at_its_field_and_what_was_typed_stays(anna: User, view: Company) -> None:
    response = ask(Rename, anna, post={"name": "taken"}, pk=view.pk)
    assert response.status_code == 422
    assert "it is taken" in text_of(response)
    assert 'value="taken"' in text_of(response)
    view.refresh_from_db()
    assert view.name == "Sklep Kubek"


def test_an_action_on_a_record_one_may_not_see_is_404(anna: User) -> None:
    assert ask(Rename, anna, post={"name": "Two"}, pk=999_999).status_code == 404


def test_events_and_comments_stand_in_one_timeline_with_names(anna: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def events(subject: Ref, *, before: Any = None, limit: int = 50) -> list[Any]:
        row = SimpleNamespace(
            id=1, name="tests.Packed", data={"n": 2}, actor_kind="system", actor_key="backroom", at=AT
        )
        silent = SimpleNamespace(**(vars(row) | {"id": 2, "name": "tests.Silent"}))
        return [row, silent]

    monkeypatch.setattr(timeline, "_source", events)
    monkeypatch.setitem(timeline._entries, "tests.Packed", timeline.Entry(lambda data: f"{data['n']} packed"))
    add_comment(
        subject=SUBJECT, text="Look", mentions=[], request_key=KEY, actor=anna.actor, at=AT + timedelta(minutes=1)
    )
    items = read_timeline(SUBJECT, anna.actor).items
    assert [(item.who, item.text) for item in items] == [("Anna Nowak", "Look"), ("Backroom", "2 packed")]


def test_a_comment_is_escaped_and_mentions_are_marked(anna: User, piotr: User, monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = subjects.Subject("Company", "web:start", load=lambda actor, key: "a record")
    monkeypatch.setitem(subjects._subjects, SUBJECT.kind, everybody)
    text = f"<script>x</script> @{piotr.name} hello"
    add_comment(subject=SUBJECT, text=text, mentions=[str(piotr.pk)], request_key=KEY, actor=anna.actor, at=AT)
    shown = read_timeline(SUBJECT, anna.actor).items[0].text
    assert shown == '&lt;script&gt;x&lt;/script&gt; <span class="mention">@Piotr Zając</span> hello'


def test_a_comment_sent_twice_is_written_once(anna: User) -> None:
    for _ in range(2):
        add_comment(subject=SUBJECT, text="Once", mentions=[], request_key=KEY, actor=anna.actor, at=AT)
    assert Comment.objects.count() == 1


def test_a_comment_can_not_be_read_through_somebody_elses_key(anna: User, piotr: User) -> None:
    add_comment(subject=SUBJECT, text="Mine", mentions=[], request_key=KEY, actor=anna.actor, at=AT)
    with pytest.raises(NotFound):
        add_comment(subject=SUBJECT, text="Yours", mentions=[], request_key=KEY, actor=piotr.actor, at=AT)
    assert [comment.text for comment in Comment.objects.all()] == ["Mine"]


@pytest.mark.parametrize("text, error", [("  ", CommentEmpty), ("x" * 4001, CommentTooLong)])
def test_a_comment_says_something_and_not_too_much(anna: User, text: str, error: type[BusinessError]) -> None:
    with pytest.raises(error):
        add_comment(subject=SUBJECT, text=text, mentions=[], request_key=KEY, actor=anna.actor, at=AT)
    assert not Comment.objects.exists()


def test_only_the_author_takes_a_comment_back(anna: User, piotr: User) -> None:
    comment = add_comment(subject=SUBJECT, text="Oops", mentions=[], request_key=KEY, actor=anna.actor, at=AT)
    with pytest.raises(NotFound):
        withdraw_comment(comment_id=comment.pk, actor=piotr.actor, at=AT)
    assert len(read_timeline(SUBJECT, anna.actor).items) == 1
    withdraw_comment(comment_id=comment.pk, actor=anna.actor, at=AT)
    assert read_timeline(SUBJECT, anna.actor).items == []
    assert Comment.objects.count() == 1
