"""Search: whole codes first, words in any order and without accents, nothing without the right."""

from collections.abc import Iterable, Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from erp.foundation.events.facts import Fact
from erp.foundation.search import sources
from erp.foundation.search.models import SearchEntry
from erp.foundation.search.queries import look_up
from erp.foundation.search.sources import Found, Source
from tests.factories.organisation import CompanyFactory


class MugPainted(Fact, app="tests"):
    mug: str


shelf: dict[str, Found] = {}


def _read(keys: Sequence[str]) -> Iterable[Found]:
    return [shelf[key] for key in keys if key in shelf]


MUGS = Source(
    kind="tests.mug",
    label="Mugs",
    permission="tests.view_mugs",
    stale={MugPainted: lambda fact: [fact.mug]},
    read=_read,
    url=lambda key: f"/mugs/{key}/",
)
sources.register(MUGS)


@pytest.fixture
def company(db: None) -> int:
    company = CompanyFactory().pk
    shelf.clear()
    for key, code, words in [
        ("1", "MUG-1", ["Kubek Łódź", "ewa@example.com"]),
        ("2", "MUG-10", ["Kubek Gdańsk"]),
        ("3", "X-3", ["like MUG-1 but green"]),
    ]:
        shelf[key] = Found(key, company, code, "", code, words)
    sources.refresh(MUGS, list(shelf))
    return company


def found(text: str, company: int, permission: str = "tests.view_mugs") -> list[str]:
    return [entry.key for entry in look_up(text, allowed={permission: [company]})]


def test_a_whole_code_comes_first_then_codes_that_begin_so(company: int) -> None:
    assert found("mug-1", company) == ["1", "2", "3"]


def test_many_codes_and_few_are_one_query(company: int) -> None:
    for limit, keys in ((1, ["1"]), (2, ["1", "2"]), (20, ["1", "2", "3"])):
        with CaptureQueriesContext(connection) as asked:
            entries = look_up("mug-1", allowed={"tests.view_mugs": [company]}, limit=limit)
        assert ([entry.key for entry in entries], len(asked)) == (keys, 1)


def test_words_are_found_without_accents_in_any_order(company: int) -> None:
    assert found("lodz kubek", company) == ["1"]
    assert found("GDAŃSK", company) == ["2"]
    assert found("ewa@example", company) == ["1"]


def test_nothing_is_found_without_the_right_or_in_another_company(company: int) -> None:
    assert found("mug-1", company, permission="tests.other") == []
    assert found("mug-1", CompanyFactory().pk) == []
    assert look_up("mug-1", allowed={}) == []


def test_an_entry_follows_its_record_and_goes_with_it(company: int) -> None:
    shelf["1"] = Found("1", company, "MUG-1", "", "MUG-1", ["Kubek Opole"])
    del shelf["2"]
    sources.refresh(MUGS, ["1", "2"])

    assert found("opole", company) == ["1"]
    assert found("lodz", company) == []
    assert SearchEntry.objects.count() == 2


def test_one_letter_is_not_looked_up(company: int) -> None:
    assert found("m", company) == []
