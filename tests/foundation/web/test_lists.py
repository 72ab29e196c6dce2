"""The list page: state in the URL, parts for htmx, saved views, bulk actions, files."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from python_calamine import CalamineWorkbook

from erp.foundation.accounts.models import User
from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.money import Money
from erp.foundation.web import access
from erp.foundation.web.lists import BulkAction, Choice, Column, ListPage, Outcome, Preview, View
from erp.foundation.web.lists.columns import plain
from erp.foundation.web.lists.saved import NameMissing, delete_view, save_view, saved_views
from erp.foundation.web.models import SavedView
from tests.foundation.web.asking import ask, text_of

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ran: list[list[Any]] = []


def _preview(rows: Sequence[SavedView], actor: Actor) -> Preview:
    return Preview(sum(row.shared for row in rows), [], [(row.name, "is not shared") for row in rows if not row.shared])


def _run(keys: Sequence[Any], actor: Actor, at: datetime) -> Outcome:
    ran.append(list(keys))
    return Outcome(len(keys))


class Views(ListPage):
    permission = access.SIGNED_IN
    name = "tests.views"
    title = "Views"
    sort = "name"
    columns = (
        Column("name", "Name", sort="name", main=True, url=lambda row: f"/v/{row.pk}/"),
        Column("shared", "Shared", "flag"),
        Column("worth", "Worth", "money", value=lambda row: Money(Decimal(row.pk), "PLN")),
        Column("cost", "Cost", "money", value=lambda row: Money("9.99", "PLN"), reads="cost"),
        Column("list_name", "List", shown=False),
    )
    filters = (Choice("shared", "Shared", [("True", "yes"), ("False", "no")]),)
    search_fields = ("name__icontains",)
    views = (View("Shared ones", "shared=True"),)
    bulk_actions = (
        BulkAction("close", "Close", access.SIGNED_IN, _preview, _run),
        BulkAction("erase", "Erase", "accounts.manage_people", _preview, _run),
    )
    page_size = 3

    def rows(self) -> "QuerySet[SavedView]":
        return SavedView.objects.filter(list_name="rows")

    def row_label(self, row: SavedView) -> str:
        return row.name


@pytest.fixture
def rows(db: None) -> list[SavedView]:
    names = ["Anna", "=1+1", "Łódź", "<b>bold</b>", "Zenon"]
    return SavedView.objects.bulk_create(
        SavedView(list_name="rows", name=name, owner_kind="user", owner_key="0", shared=n % 2 == 0, created_at=AT)
        for n, name in enumerate(names)
    )


def test_the_first_page_shows_rows_count_and_the_way_on(anna: User, rows: list[SavedView]) -> None:
    page = text_of(ask(Views, anna))
    assert page.count("<tr data-") == 0
    assert page.count('class="pick"') == 3
    assert "5 rows" in page
    assert 'rel="next"' in page
    assert 'rel="prev"' not in page


def test_values_are_escaped(anna: User, rows: list[SavedView]) -> None:
    page = text_of(ask(Views, anna, "/page/?q=bold"))
    assert "&lt;b&gt;bold&lt;/b&gt;" in page
    assert "<b>bold</b>" not in page


def test_files_hold_no_digits_that_mean_nothing() -> None:
    row = {"price": Money(Decimal("149.0000"), "PLN"), "each": Money(Decimal("0.1250"), "PLN")}
    row |= {"pieces": Decimal("230.000"), "kilos": Decimal("1.250")}
    assert [str(plain(Column(name, name), row)) for name in row] == ["149.00", "0.125", "230", "1.25"]


def test_a_method_named_as_value_is_called() -> None:
    column = Column("greeting", "Greeting", "pill", value="name.upper")
    assert column.cell(SavedView(name="Łódź"), AT) == '<span class="pill hollow">ŁÓDŹ</span>'


def test_filters_and_text_narrow_and_come_back_as_a_clean_address(anna: User, rows: list[SavedView]) -> None:
    response = ask(Views, anna, "/page/?shared=True&q=&sort=&nonsense=1", htmx=True)
    assert response["HX-Push-Url"] == "/page/?shared=True"
    assert "3 rows" in text_of(response)
    assert "<html" not in text_of(response)
    assert "1 row<" in text_of(ask(Views, anna, "/page/?shared=True&q=zen"))


def test_a_facet_counts_what_each_choice_would_leave(anna: User, rows: list[SavedView]) -> None:
    chip = text_of(ask(Views, anna, "/page/?shared=True&facet=shared", htmx=True))
    assert '<span class="count">3</span>' in chip
    assert '<span class="count">2</span>' in chip


def test_columns_come_in_the_chosen_order(anna: User, rows: list[SavedView]) -> None:
    page = text_of(ask(Views, anna, "/page/?cols=list_name,name"))
    head = page[page.index("<thead>") : page.index("</thead>")]
    assert head.index("List") < head.index("Name")
    assert "Shared" not in head


def test_a_masked_column_is_neither_shown_nor_exported(anna: User, piotr: User, rows: list[SavedView]) -> None:
    assert "9.99" in text_of(ask(Views, anna, "/page/?cols=name,cost"))
    assert "9.99" not in text_of(ask(Views, piotr, "/page/?cols=name,cost"))
    assert "Cost" not in exported(ask(Views, piotr, "/page/?cols=name,cost&export=csv"))


def test_the_number_of_queries_does_not_grow_with_the_rows(anna: User, rows: list[SavedView]) -> None:
    with CaptureQueriesContext(connection) as few:
        ask(Views, anna, "/page/?q=Anna", htmx=True)
    with CaptureQueriesContext(connection) as many:
        ask(Views, anna, "/page/?q=n", htmx=True)
    assert len(few) == len(many)


def exported(response: Any) -> str:
    return b"".join(response.streaming_content).decode("utf-8-sig")


def test_csv_holds_exactly_the_view_and_no_formula(anna: User, rows: list[SavedView]) -> None:
    with translation.override("en"):
        text = exported(ask(Views, anna, "/page/?cols=name,shared&sort=name&export=csv"))
    assert text.splitlines()[0] == "Name,Shared"
    assert "'=1+1,False" in text.splitlines()
    assert len(text.splitlines()) == 6


def test_csv_for_polish_excel_has_semicolons_and_commas(anna: User, rows: list[SavedView]) -> None:
    with translation.override("pl"):
        text = exported(ask(Views, anna, "/page/?q=Anna&cols=name,worth&export=csv"))
    assert text.splitlines()[1] == f"Anna;{rows[0].pk},00"


def test_xlsx_holds_numbers_and_no_formula(anna: User, rows: list[SavedView]) -> None:
    response: Any = ask(Views, anna, "/page/?cols=name,worth&export=xlsx")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(response.streaming_content))).get_sheet_by_index(0)
    table = sheet.to_python()
    assert table[0] == ["Name", "Worth"]
    assert ["'=1+1", float(rows[1].pk)] in table
    assert len(table) == 6


def test_a_bulk_action_previews_first_and_changes_nothing(anna: User, rows: list[SavedView]) -> None:
    ran.clear()
    dialog = text_of(ask(Views, anna, post={"do": "close", "row": [rows[0].pk, rows[1].pk]}, htmx=True))
    assert "<b>1</b> row will change" in dialog
    assert "=1+1" in dialog
    assert ran == []


def test_a_confirmed_bulk_action_runs_on_the_visible_rows_only(anna: User, rows: list[SavedView]) -> None:
    ran.clear()
    other = SavedView.objects.create(list_name="other", name="x", owner_kind="user", owner_key="0", created_at=AT)
    post = {"do": "close", "row": [rows[0].pk, other.pk, "nonsense"], "confirmed": "yes"}
    response = ask(Views, anna, post=post, htmx=True)
    assert ran == [[rows[0].pk]]
    assert response["HX-Retarget"] == "#list"


def test_all_means_all_that_fit_the_filters(anna: User, rows: list[SavedView]) -> None:
    ran.clear()
    ask(Views, anna, "/page/?shared=True", post={"do": "close", "all": "yes", "confirmed": "yes"})
    assert ran == [[rows[0].pk, rows[2].pk, rows[4].pk]]


def test_a_bulk_action_one_may_not_do_is_404_and_does_nothing(piotr: User, rows: list[SavedView]) -> None:
    ran.clear()
    post = {"do": "erase", "row": [rows[0].pk], "confirmed": "yes"}
    assert ask(Views, piotr, post=post).status_code == 404
    assert ran == []
    assert "Erase" not in text_of(ask(Views, piotr))


def test_a_view_is_saved_as_the_list_is_now(anna: User, rows: list[SavedView]) -> None:
    response = ask(Views, anna, "/page/?q=n&shared=True&after=x", post={"do": "save-view", "name": " My  view "})
    view = SavedView.objects.get(list_name="tests.views")
    assert (view.name, view.query, view.shared, view.owner) == ("My view", "q=n&shared=True", False, anna.actor)
    assert response["Location"] == "/page/?q=n&shared=True"


def test_shared_views_are_seen_by_all_and_own_ones_by_oneself(anna: User, piotr: User) -> None:
    for name, shared in (("Mine", False), ("Ours", True)):
        save_view(list_name="l", name=name, query="a=1", shared=shared, actor=anna.actor, at=AT)
    assert [view.name for view in saved_views("l", anna.actor)] == ["Mine", "Ours"]
    assert [view.name for view in saved_views("l", piotr.actor)] == ["Ours"]


def test_saving_under_the_same_name_replaces(anna: User) -> None:
    for query in ("a=1", "a=2"):
        save_view(list_name="l", name="One", query=query, shared=False, actor=anna.actor, at=AT)
    assert [view.query for view in saved_views("l", anna.actor)] == ["a=2"]


def test_somebody_elses_view_can_not_be_deleted(anna: User, piotr: User) -> None:
    view = save_view(list_name="l", name="Ours", query="", shared=True, actor=anna.actor, at=AT)
    with pytest.raises(NotFound):
        delete_view(view_id=view.pk, list_name="l", actor=piotr.actor)
    assert SavedView.objects.filter(pk=view.pk).exists()
    delete_view(view_id=view.pk, list_name="l", actor=anna.actor)
    assert not SavedView.objects.filter(pk=view.pk).exists()


def test_a_view_needs_a_name(anna: User) -> None:
    with pytest.raises(NameMissing):
        save_view(list_name="l", name="  ", query="", shared=False, actor=anna.actor, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedView.objects.create(list_name="l", name="", owner_kind="user", owner_key="1", created_at=AT)


def test_the_database_refuses_a_second_view_of_the_same_name(anna: User) -> None:
    save_view(list_name="l", name="One", query="", shared=False, actor=anna.actor, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedView.objects.create(list_name="l", name="One", owner_kind="user", owner_key=anna.actor.key, created_at=AT)
