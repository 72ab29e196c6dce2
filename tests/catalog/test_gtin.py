"""GTINs: the check digit by examples, and on real codes."""

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from erp.catalog.gtin import GtinFault, gtin_fault
from tests.shared_data import shared_data


def _codes(name: str) -> list[str]:
    path: Path = shared_data("open_food_facts") / name
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return [row["barcode_id"] for row in csv.DictReader(file)]


@pytest.mark.parametrize("code", ["4006381333931", "96385074", "036000291452", "10614141000415", "0000000000017"])
def test_right_codes_of_each_length(code: str) -> None:
    assert gtin_fault(code) is None


@pytest.mark.parametrize(
    "code, fault",
    [
        ("4006381333932", GtinFault.WRONG_CHECK_DIGIT),
        ("4006381339331", GtinFault.WRONG_CHECK_DIGIT),
        ("400638133393", GtinFault.WRONG_CHECK_DIGIT),
        ("40063813339", GtinFault.WRONG_LENGTH),
        ("", GtinFault.NOT_DIGITS),
        ("400638133393O", GtinFault.NOT_DIGITS),
        ("4006381 333931", GtinFault.NOT_DIGITS),
        ("４００６３８１３３３９３１", GtinFault.NOT_DIGITS),
    ],
)
def test_wrong_codes_say_what_is_wrong(code: str, fault: GtinFault) -> None:
    assert gtin_fault(code) is fault


def test_exactly_the_wrong_ones_among_real_odd_codes_are_flagged() -> None:
    found = Counter(gtin_fault(code) for code in _codes("off_odd_barcodes.csv.gz"))
    assert found == {GtinFault.WRONG_CHECK_DIGIT: 6808, GtinFault.WRONG_LENGTH: 3878, None: 126}


def test_few_of_the_ordinary_codes_are_flagged() -> None:
    found = Counter(gtin_fault(code) for code in _codes("off_every_6th_names.csv.gz"))
    assert (found[GtinFault.WRONG_CHECK_DIGIT], found[GtinFault.WRONG_LENGTH]) == (1131, 627)
    assert sum(found.values()) == 136_475


def test_one_polish_code_is_wrong() -> None:
    found = Counter(gtin_fault(code) for code in _codes("off_590_poland_full.csv.gz"))
    assert found == {GtinFault.WRONG_CHECK_DIGIT: 1, None: 3008}


def test_the_database_judges_real_codes_alike(db: None) -> None:
    codes = _codes("off_odd_barcodes.csv.gz")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT catalog_is_gtin(code) FROM unnest(%s::text[]) WITH ORDINALITY AS c (code, n) ORDER BY n", [codes]
        )
        judged = [right for (right,) in cursor.fetchall()]
    assert judged == [gtin_fault(code) is None for code in codes]
