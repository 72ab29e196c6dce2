"""What each line of a retail history becomes; nothing of it may get lost, and nothing is guessed."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from erp.demo.replay.matching import Match, Memory
from erp.demo.replay.meaning import Meaning, meaning_of, throws_away
from erp.demo.replay.reading import Invoice, Line, NotThatFile, read
from erp.demo.replay.script import Buy, Correct, NoPlace, Part, Reason, Script, TakeBack, write
from erp.demo.replay.stocking import opening_stock
from tests.shared_data import shared_data

HISTORY = Path(__file__).parent / "history.csv"


@pytest.fixture
def script() -> Script:
    return write(read(HISTORY))


def test_orders_are_the_invoices_with_goods(script: Script) -> None:
    bought = [step.invoice.number for step in script.steps if isinstance(step, Buy)]
    assert bought == ["600001", "600002", "600003", "600004", "600014", "600016", "600017", "600019"]


def test_postage_goes_into_shipping_and_fees_stay_charges(script: Script) -> None:
    first, second = [step for step in script.steps if isinstance(step, Buy)][:2]
    assert [(part.code, part.amount) for part in first.shipping] == [("POST", Decimal("6.95"))]
    assert [(part.code, part.meaning) for part in second.parts] == [
        ("10003", Meaning.GOODS),
        ("M", Meaning.MANUAL),
        ("BANK CHARGES", Meaning.BUYER_FEE),
    ]


def test_lines_of_price_zero_without_a_buyer_correct_the_stock_with_their_reason(script: Script) -> None:
    corrections = [(step.code, step.delta, step.reason) for step in script.steps if isinstance(step, Correct)]
    assert corrections == [("10006", -2, "damages"), ("10007", 3, "found"), ("10008", -1, "no reason given")]
    assert [throws_away(reason) for _code, _delta, reason in corrections] == [True, False, False]


def test_what_has_no_place_is_named_with_its_reason_and_worth(script: Script) -> None:
    found = [(step.invoice.number, step.reason, step.amount) for step in script.steps if isinstance(step, NoPlace)]
    assert found == [
        ("C600011", Reason.UNKNOWN_BUYER, Decimal("-2.55")),
        ("C600012", Reason.COMPANY_COST, Decimal("-135.41")),
        ("A600013", Reason.BAD_DEBT, Decimal("110.62")),
        ("600015", Reason.NO_COUNTRY, Decimal("12.75")),
        ("600016", Reason.BELOW_PENNY, Decimal("0.001")),
        ("600018", Reason.POSTAGE_ALONE, Decimal("7.95")),
    ]


def test_no_line_is_lost(script: Script) -> None:
    lines = 0
    for step in script.steps:
        if isinstance(step, Buy):
            lines += len(step.parts) + len(step.shipping)
        else:
            lines += len(step.parts) if isinstance(step, TakeBack) else 1
    assert lines == len(HISTORY.read_text().splitlines()) - 1


def test_codes_that_differ_by_case_only_are_two_products(script: Script) -> None:
    assert (script.wanted["10002a"], script.wanted["10002A"]) == (4, 2)
    assert (script.title("10002a"), script.title("10002A")) == ("TIN HEART", "TIN STAR")


def test_a_product_is_called_as_it_is_called_most_often(script: Script) -> None:
    assert (script.title("10001"), script.title("10004"), script.title("10008")) == (
        "PAPER LANTERN",
        "GLASS DOME",
        "10008",
    )


def test_every_tenth_product_is_short_and_all_others_last(script: Script) -> None:
    goods = {each.code: each for each in opening_stock(script)}
    assert [code for code, each in goods.items() if each.short] == ["10010"]
    assert goods["10010"].opening == 8  # half of 16
    assert goods["10001"].opening == 18 + 5  # two orders, and some to spare
    assert goods["10006"].opening == 0 + 5 + 2  # what will be thrown away lies there


def test_so_many_orders_and_what_is_between_them() -> None:
    script = write(read(HISTORY), orders=2)
    assert [step.invoice.number for step in script.steps] == ["600001", "600002"]


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("85123A", Meaning.GOODS),
        ("DCGS0076", Meaning.GOODS),
        ("gift_0001_40", Meaning.VOUCHER),
        ("POST", Meaning.SHIPPING),
        ("m", Meaning.MANUAL),
        ("D", Meaning.DISCOUNT),
        ("AMAZONFEE", Meaning.COST),
        ("WHATEVER", Meaning.MANUAL),
    ],
)
def test_a_code_means(code: str, meaning: Meaning) -> None:
    assert meaning_of(Line(code, "", 1, Decimal(1))) == meaning


def a_part(code: str, quantity: int, price: str = "2.00") -> Part:
    return Part(code, code, quantity, Decimal(price), Meaning.GOODS)


@pytest.fixture
def memory() -> Memory:
    """Ala bought five and three mugs and, at another price, two."""
    memory = Memory()
    memory.remember("ala", "first", Decimal("12.00"), [("1", a_part("MUG", 5)), ("2", a_part("MUG", 1, "1.50"))])
    memory.remember("ala", "second", Decimal("6.00"), [("3", a_part("MUG", 3))])
    return memory


def taken(found: list[Match] | Reason) -> list[tuple[str, int]] | Reason:
    return found if isinstance(found, Reason) else [(match.bought.line, match.quantity) for match in found]


def test_a_purchase_of_exactly_that_quantity_is_taken_back_first(memory: Memory) -> None:
    assert taken(memory.match("ala", a_part("MUG", 5))) == [("1", 5)]


def test_otherwise_the_newest_purchases_that_cover_it(memory: Memory) -> None:
    assert taken(memory.match("ala", a_part("MUG", 7))) == [("3", 3), ("1", 4)]


@pytest.mark.parametrize(
    ("customer", "part", "reason"),
    [
        ("ala", a_part("MUG", 9), Reason.SOLD_LESS),
        ("ala", a_part("MUG", 1, "2.10"), Reason.OTHER_PRICE),
        ("ala", a_part("BOWL", 1), Reason.NEVER_SOLD),
        ("ola", a_part("MUG", 1), Reason.NEVER_SOLD),
    ],
)
def test_no_match_is_forced(memory: Memory, customer: str, part: Part, reason: Reason) -> None:
    assert memory.match(customer, part) == reason


def test_what_was_taken_back_once_is_not_taken_back_again(memory: Memory) -> None:
    found = memory.match("ala", a_part("MUG", 3))
    assert not isinstance(found, Reason)
    memory.take("ala", found)
    assert taken(memory.match("ala", a_part("MUG", 3))) == [("1", 3)]
    assert memory.order_with("ala", Decimal("0.01")) == "first"  # nothing is left of the money of the second


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n", "the columns should be"),
        (HISTORY.read_text().splitlines()[0] + "\n1,2,3\n", "line 2: not 8 columns"),
        (HISTORY.read_text().splitlines()[0] + "\n1,2,x,many,2011-03-01 08:26:00,1,,UK\n", "line 2: quantity or price"),
    ],
)
def test_another_file_is_refused_with_the_place(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "file.csv").write_text(text)
    with pytest.raises(NotThatFile, match=said):
        list(read(tmp_path / "file.csv"))


def test_each_line_of_the_real_history_has_its_meaning() -> None:
    """The whole year: as many lines out as in, and the counts that its description names."""
    (file,) = shared_data("online_retail_uci").glob("*.csv.gz")
    lines: Counter[str] = Counter()

    def counted() -> Iterator[Invoice]:
        for invoice in read(file):
            lines["all"] += len(invoice.lines)
            lines["cancelled"] += len(invoice.lines) if invoice.cancels else 0
            yield invoice

    script = write(counted())

    reasons = Counter(step.reason for step in script.steps if isinstance(step, NoPlace))
    assert (lines["all"], lines["cancelled"]) == (541_909, 9_288)
    assert reasons[Reason.BAD_DEBT] == 3
    assert reasons[Reason.BELOW_PENNY] == 4
    corrections = [step for step in script.steps if isinstance(step, Correct)]
    assert sum(step.delta < 0 for step in corrections) + reasons[Reason.NO_PRODUCT] >= 1_336
    assert sum(step.reason == "check" for step in corrections if step.delta < 0) == 120
