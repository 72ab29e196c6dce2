"""Pages of stock, as people use them."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from erp.catalog.models import Variant
from erp.foundation.management.commands.compile_texts import compile_one
from erp.foundation.organisation.models import Branch, Company
from erp.inventory import queries
from erp.inventory.models import GoodsIn, Location, StockCount, StockMove, Transfer
from erp.inventory.portal import choosing
from tests.factories.accounts import a_member
from tests.factories.catalog import VariantFactory, a_kit, a_variant
from tests.factories.inventory import a_bin, level, reserved, stocked


@pytest.fixture
def client(lipa: Company) -> Client:
    """A browser of somebody who works in the warehouse."""
    return signed_in("warehouse", lipa)


def signed_in(role: str, company: Company, branch: Branch | None = None) -> Client:
    browser = Client()
    person = a_member(role, company, branch)
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return browser


def lines(*rows: dict[str, object]) -> dict[str, object]:
    """Document lines as the browser sends them."""
    data: dict[str, object] = {
        "lines-TOTAL_FORMS": len(rows),
        "lines-INITIAL_FORMS": 0,
        "lines-MIN_NUM_FORMS": 1,
        "lines-MAX_NUM_FORMS": 1000,
    }
    return data | {f"lines-{i}-{name}": value for i, row in enumerate(rows) for name, value in row.items()}


def text_of(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined,no-any-return]  # a response


def test_the_list_shows_on_hand_reserved_free_and_missing(client: Client, main: Location, mug: Variant) -> None:
    stocked(mug, main, 7)
    reserved(mug, 3)
    page = text_of(client.get(reverse("inventory:stock")))
    row = page[page.index("MUG") :].split("</tr>")[0]
    assert [cell.split("</td>")[0].split(">")[-1] for cell in row.split("<td")[2:5]] == ["7", "3", "4"]


def test_the_list_finds_who_is_waited_for(client: Client, main: Location, mug: Variant, plate: Variant) -> None:
    stocked(plate, main, 1)
    reserved(mug, 3)
    page = text_of(client.get(reverse("inventory:stock"), {"missing": "yes"}))
    assert "MUG" in page
    assert "PLATE" not in page


def test_a_branch_sees_its_own_places_only(lipa: Company, main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 7)
    stocked(mug, shop, 2)
    browser = signed_in("warehouse", lipa, shop.branch)
    page = text_of(browser.get(reverse("inventory:variant", args=[mug.pk])))
    assert "SHOP" in page
    assert "MAIN" not in page


def test_the_card_shows_cost_to_who_reads_it_only(client: Client, lipa: Company, main: Location, mug: Variant) -> None:
    stocked(mug, main, 7, unit_cost="3.21")
    url = reverse("inventory:variant", args=[mug.pk])
    assert "22.47" not in text_of(client.get(url))
    assert "22.47" in text_of(signed_in("accountant", lipa).get(url))


def test_a_part_of_the_card_can_be_read_alone(client: Client, main: Location, mug: Variant) -> None:
    stocked(mug, main, 7)
    url = reverse("inventory:variant", args=[mug.pk])
    part = text_of(client.get(url, {"part": "card", "of": "places"}, headers={"HX-Request": "true"}))
    assert "MAIN" in part
    assert "<html" not in part


def test_stock_is_corrected_once_however_often_the_form_is_sent(client: Client, main: Location, mug: Variant) -> None:
    stocked(mug, main, 7)
    form = {"place": main.pk, "place_text": "MAIN", "difference": "-2", "reason": "broken", "key": str(uuid4())}
    url = reverse("inventory:adjust", args=[mug.pk])
    assert client.post(url, form).status_code == 302
    assert client.post(url, form).status_code == 302
    assert level(mug, main) == (Decimal(5), Decimal(0))


def test_what_can_not_be_written_off_is_said_in_the_dialog(client: Client, main: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    form = {"place": main.pk, "place_text": "MAIN", "quantity": "2", "reason": "broken", "key": str(uuid4())}
    response = client.post(reverse("inventory:write-off", args=[mug.pk]), form)
    assert response.status_code == 409
    assert "Only 1 of MUG can be taken from MAIN." in text_of(response)
    assert level(mug, main) == (Decimal(1), Decimal(0))


def test_another_branchs_stock_can_not_be_corrected(
    lipa: Company, main: Location, shop: Location, mug: Variant
) -> None:
    stocked(mug, main, 7)
    browser = signed_in("warehouse", lipa, shop.branch)
    form = {"place": main.pk, "place_text": "MAIN", "difference": "-2", "reason": "x", "key": str(uuid4())}
    assert browser.post(reverse("inventory:adjust", args=[mug.pk]), form).status_code == 422
    assert level(mug, main) == (Decimal(7), Decimal(0))


def test_a_delivery_is_booked_in_once(client: Client, main: Location, mug: Variant, plate: Variant) -> None:
    place = a_bin(main, "A-1")
    form = {"place": main.pk, "place_text": "MAIN", "delivery_note": "WZ 17", "key": str(uuid4())} | lines(
        {"variant": mug.pk, "variant_text": "MUG", "quantity": "3", "unit_cost": "2.5"},
        {"variant": plate.pk, "variant_text": "PLATE", "quantity": "4", "unit_cost": "1", "place": place.pk},
    )
    url = reverse("inventory:goods-in-new")
    response = client.post(url, form)
    assert response.status_code == 302, text_of(response)
    client.post(url, form)
    delivery = GoodsIn.objects.get()
    assert response["Location"] == reverse("inventory:goods-in-record", args=[delivery.pk])
    assert (level(mug, main), level(plate, place)) == ((Decimal(3), Decimal(0)), (Decimal(4), Decimal(0)))
    assert queries.value_of([mug.pk])[mug.pk][1].amount == Decimal("7.50")
    assert "WZ 17" in text_of(client.get(reverse("inventory:goods-in")))
    assert "PLATE" in text_of(client.get(response["Location"]))


def test_a_count_from_the_first_entry_to_the_close(client: Client, main: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    client.post(reverse("inventory:count-new"), {"place": main.pk, "place_text": "MAIN"})
    count = StockCount.objects.get()
    url = reverse("inventory:count", args=[count.pk])
    assert "MUG" in text_of(client.get(url))  # not counted yet
    entry = {"place": main.pk, "place_text": "MAIN", "variant": mug.pk, "variant_text": "MUG", "counted": "4"}
    assert client.post(reverse("inventory:count-enter", args=[count.pk]), entry).status_code == 302
    assert client.post(reverse("inventory:count-close", args=[count.pk])).status_code == 302
    assert level(mug, main) == (Decimal(4), Decimal(0))
    assert "Closed" in text_of(client.get(url))


def test_a_transfer_from_plan_to_arrival(client: Client, main: Location, shop: Location, mug: Variant) -> None:
    stocked(mug, main, 5)
    form = {
        "source": main.pk,
        "source_text": "MAIN",
        "destination": shop.pk,
        "destination_text": "SHOP",
        "key": str(uuid4()),
    }
    client.post(
        reverse("inventory:transfer-new"),
        form | lines({"variant": mug.pk, "variant_text": "MUG", "quantity": "2"}),
    )
    transfer = Transfer.objects.get()
    for step in ("dispatch", "receive"):
        assert client.post(reverse(f"inventory:transfer-{step}", args=[transfer.pk])).status_code == 302
    assert level(mug, shop) == (Decimal(2), Decimal(0))
    assert "Received" in text_of(client.get(reverse("inventory:transfer", args=[transfer.pk])))


def test_a_transfer_of_what_is_not_there_is_refused_and_nothing_typed_is_lost(
    client: Client, main: Location, shop: Location, mug: Variant
) -> None:
    form = {
        "source": main.pk,
        "source_text": "MAIN",
        "destination": shop.pk,
        "destination_text": "SHOP",
        "key": str(uuid4()),
    }
    response = client.post(
        reverse("inventory:transfer-new"),
        form | lines({"variant": mug.pk, "variant_text": "MUG", "quantity": "2"}),
    )
    assert response.status_code == 409
    assert "There is not enough stock for this." in text_of(response)
    assert not Transfer.objects.exists()
    assert not StockMove.objects.exists()


def test_an_exact_code_is_found_first_and_kits_are_not(
    lipa: Company, main: Location, mug: Variant, plate: Variant
) -> None:
    actor = a_member("warehouse", lipa).actor
    a_variant(lipa, "MUG-BLUE")
    a_kit(lipa, "MUG-PAIR", {mug: 2})
    assert [option.label for option in choosing.find_variants(actor, "MUG")][:2] == ["MUG", "MUG-BLUE"]
    assert [option.label for option in choosing.find_places(actor, "mai")] == ["MAIN"]


def test_pages_take_the_same_number_of_queries_for_ten_times_the_rows(
    client: Client, lipa: Company, main: Location
) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            stocked(VariantFactory.create(company=lipa), main, 5)

    def queries_made() -> int:
        with CaptureQueriesContext(connection) as made:
            client.get(reverse("inventory:stock"))
        return len(made)

    fill(3)
    few = queries_made()
    fill(27)
    assert queries_made() == few


def test_forms_begin_with_the_only_warehouse_there_is(client: Client, main: Location, mug: Variant) -> None:
    for address in (reverse("inventory:goods-in-new"), reverse("inventory:adjust", args=[mug.pk])):
        assert 'value="MAIN"' in text_of(client.get(address))


def test_anybody_may_not_book_goods_in(lipa: Company, main: Location) -> None:
    browser = signed_in("marketing", lipa)
    assert browser.get(reverse("inventory:goods-in-new")).status_code == 404


def test_pages_speak_polish(client: Client, main: Location, mug: Variant) -> None:
    compile_one(settings.BASE_DIR / "erp" / "inventory" / "locale" / "pl" / "LC_MESSAGES" / "django.po")
    stocked(mug, main, 5)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "pl"
    page = text_of(client.get(reverse("inventory:variant", args=[mug.pk])))
    for word in ("Gdzie leży", "Na stanie", "Zarezerwowane", "Skoryguj stan"):
        assert word in page
    for word in ("On hand", "Reserved", "Where it lies"):
        assert word not in page
