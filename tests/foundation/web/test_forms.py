"""Fields, lookups and lines."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from erp.foundation.accounts.models import User
from erp.foundation.actor import Actor
from erp.foundation.errors import Conflict
from erp.foundation.money import Money
from erp.foundation.web import access
from erp.foundation.web.forms import fields, lines, lookups
from erp.foundation.web.forms.base import Form, FormPage
from tests.foundation.web.asking import ask, text_of

ACTOR = Actor("user", "1")
TEAS = {"1": "Assam", "2": "Assam Gold", "3": "Łapsang"}


def _search(actor: Actor, text: str) -> Sequence[lookups.Option]:
    return [lookups.Option(key, name) for key, name in TEAS.items() if text.casefold() in name.casefold()]


def _get(actor: Actor, key: str) -> lookups.Option | None:
    return lookups.Option(key, TEAS[key]) if key in TEAS else None


lookups.register("tests.tea", lookups.Lookup(access.SIGNED_IN, _search, _get))


class TeaForm(Form):
    tea = lookups.LookupField("tests.tea", label="Tea")
    price = fields.MoneyField(label="Price", currency="PLN", required=False)
    weight = fields.QuantityField(label="Weight", required=False)
    code = fields.CodeField(label="Code", required=False)
    on = fields.DayField(label="On", required=False)


class TeaLine(lines.LineForm):
    counted, priced = "pieces", "each"
    tea = lookups.LookupField("tests.tea", label="Tea")
    pieces = fields.QuantityField(label="Pieces")
    each = fields.MoneyField(label="Each", currency="PLN")


saved: list[Any] = []


class TeaPage(FormPage):
    permission = access.SIGNED_IN
    title = "Tea"
    form_class = TeaForm
    lines_class = lines.lines_of(TeaLine, least=1)
    parent = ("Start", "web:start")

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        if form.cleaned_data["tea"] == "2":
            raise Conflict
        saved.append((form.cleaned_data["tea"], [(line["tea"], line["pieces"], line["each"]) for line in lines]))
        return "/done/"


def cleaned(**data: str) -> TeaForm:
    form = TeaForm({"tea": "1"} | data)
    form.fields["tea"].by(ACTOR)  # type: ignore[attr-defined]  # a lookup field
    return form


def posted(**data: str) -> dict[str, str]:
    management = {
        "lines-TOTAL_FORMS": "2",
        "lines-INITIAL_FORMS": "0",
        "lines-MIN_NUM_FORMS": "1",
        "lines-MAX_NUM_FORMS": "9",
    }
    line = {"lines-0-tea": "3", "lines-0-pieces": "2", "lines-0-each": "1 234,50"}
    return {"tea": "1"} | management | line | data


def test_money_and_quantities_are_read_as_typed() -> None:
    form = cleaned(price="1 234,50", weight="0,125", code=" 590 123 ", on="23.11.2026")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["price"] == Money("1234.50", "PLN")
    assert form.cleaned_data["weight"] == Decimal("0.125")
    assert form.cleaned_data["code"] == "590123"
    assert form.cleaned_data["on"].isoformat() == "2026-11-23"


@pytest.mark.parametrize(
    "data, error",
    [
        ({"price": "1,234"}, "At most 2 decimals."),
        ({"price": "abc"}, "Enter a number."),
        ({"weight": "-1"}, "At least 0."),
    ],
)
def test_what_does_not_fit_is_said_at_the_field(data: dict[str, str], error: str) -> None:
    with translation.override("pl" if "price" in data and data["price"] == "1,234" else "en"):
        form = cleaned(**data)
        valid = form.is_valid()
    assert not valid
    with translation.override("en"):
        assert str(form.errors[next(iter(data))][0]) in {
            error,
            "Najwyżej 2 miejsca po przecinku.",
        }


def test_a_lookup_takes_the_key_or_a_text_that_fits_one_record() -> None:
    assert cleaned(tea="3").is_valid()
    by_text = cleaned(tea="", tea_text="łaps")
    assert by_text.is_valid()
    assert by_text.cleaned_data["tea"] == "3"
    exact = cleaned(tea="", tea_text="assam")
    assert exact.is_valid()
    assert exact.cleaned_data["tea"] == "1"


@pytest.mark.parametrize(
    "data", [{"tea": ""}, {"tea": "9"}, {"tea": "", "tea_text": "a"}, {"tea": "", "tea_text": "xyz"}]
)
def test_a_lookup_refuses_what_fits_none_or_several(data: dict[str, str]) -> None:
    assert not cleaned(**data).is_valid()


def test_a_form_with_lines_is_saved_and_its_draft_forgotten(anna: User) -> None:
    saved.clear()
    response = ask(TeaPage, anna, "/tea/", post=posted())
    assert (response.status_code, response["Location"]) == (302, "/done/")
    assert saved == [("1", [("3", Decimal(2), Money("1234.50", "PLN"))])]
    assert response.cookies["draft_done"].value == f"user%3A{anna.pk}%3A%2Ftea%2F"


def test_an_error_keeps_everything_typed(anna: User) -> None:
    saved.clear()
    response = ask(TeaPage, anna, "/tea/", post=posted(tea="2", price="9,99"))
    page = text_of(response)
    assert response.status_code == 409
    assert "has changed in the meantime" in page
    assert 'value="9,99"' in page
    assert 'value="1 234,50"' in page
    assert 'value="Łapsang"' in page
    assert "draft_done" not in response.cookies
    assert saved == []


def test_a_document_needs_a_line(anna: User) -> None:
    saved.clear()
    empty = {"lines-0-tea": "", "lines-0-pieces": "", "lines-0-each": ""}
    assert ask(TeaPage, anna, "/tea/", post=posted(**empty)).status_code == 422
    assert saved == []
