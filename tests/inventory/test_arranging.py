"""Places are set up on pages, changed, and taken out of use only when nothing lies in them."""

import pytest

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.organisation.models import Company
from erp.inventory import services as inventory
from erp.inventory.models import Location
from tests.factories.accounts import a_branch, a_company
from tests.factories.inventory import AT, a_bin, a_warehouse, an_owner, demand, reserved, stocked
from tests.inventory.test_pages import signed_in, text_of

NEW = {"name": "Magazyn 2", "code": "W2", "sequence": "50", "pickable": "on"}


def _update(place: Location, **changes: object) -> Location:
    values = {"name": place.name, "pickable": place.pickable, "sequence": place.sequence, "active": place.active}
    details = inventory.PlaceDetails(**(values | changes))  # type: ignore[arg-type]  # values differ in kind
    return inventory.update_place(place=place, details=details, actor=SYSTEM, at=AT)


def _told(name: str) -> list[dict[str, object]]:
    return [event.data for event in Event.objects.filter(name=f"inventory.{name}").order_by("id")]


def test_a_place_is_changed_once_and_says_what_changed(lipa: Company, main: Location) -> None:
    for _ in range(2):
        assert _update(main, name=" Hala A ", sequence=5).name == "Hala A"

    assert _told("PlaceChanged") == [{"location_id": main.pk, "changed": ["name", "sequence"]}]


def test_what_may_be_sold_follows_and_is_told(lipa: Company, main: Location, mug: Variant) -> None:
    shelf = a_bin(main, "A1")
    stocked(mug, shelf, 7)
    before = len(_told("AvailabilityChanged"))

    _update(shelf, pickable=False)

    assert (
        inventory.reserve_stock(demand=demand((mug, 1)), owner=an_owner(), company_id=lipa.pk, actor=SYSTEM, at=AT)[
            0
        ].missing
        == 1
    )  # short: nothing of it may be sold
    assert _told("AvailabilityChanged")[before:] == [{"variant_id": mug.pk, "company_id": lipa.pk}]


def test_a_place_with_promises_is_not_kept_from_sale(main: Location, mug: Variant) -> None:
    stocked(mug, main, 7)
    reserved(mug, 2)

    with pytest.raises(inventory.HeldFromSale):
        _update(main, pickable=False)
    main.refresh_from_db()
    assert main.pickable


def test_a_place_with_goods_or_places_in_use_stays_in_use(main: Location, mug: Variant) -> None:
    shelf = a_bin(main, "A1")
    stocked(mug, shelf, 1)

    with pytest.raises(inventory.NotEmpty):
        _update(shelf, active=False)
    with pytest.raises(inventory.InUseInside):
        _update(main, active=False)
    assert list(Location.objects.filter(pk__in=[main.pk, shelf.pk]).values_list("active", flat=True)) == [True, True]


def test_an_empty_place_goes_out_of_use_and_comes_back(main: Location) -> None:
    shelf = a_bin(main, "A1")

    assert not _update(shelf, active=False).active
    assert not _update(main, active=False).active
    assert _update(main, active=True).active


def test_a_warehouse_and_its_bins_are_made_on_pages(lipa: Company) -> None:
    branch = a_branch(lipa)
    browser = signed_in("warehouse", lipa)

    where = browser.post("/setup/places/new/", NEW | {"branch": branch.pk})["Location"]
    twin = browser.post("/setup/places/new/", NEW | {"branch": branch.pk})
    assert twin.status_code == 422
    inside = {"kind": "bin", "codes": "a1..a3, B07..B08\nRET", "sequence": "10", "pickable": "on"}
    assert browser.post(f"{where}inside/", inside)["Location"] == where

    warehouse = Location.objects.get(code="W2")
    bins = Location.objects.filter(parent=warehouse).order_by("code")
    codes = ["W2-A1", "W2-A2", "W2-A3", "W2-B07", "W2-B08", "W2-RET"]
    assert list(bins.values_list("code", "sequence", "branch")) == [(code, 10, branch.pk) for code in codes]
    page = text_of(browser.get(where))
    assert all(code in page for code in codes)
    again = browser.post(f"{where}inside/", inside | {"codes": "C1 A1"})
    assert (again.status_code, bins.count()) == (422, 6)


@pytest.mark.parametrize("codes", ["", "ą1", "-A", "A" * 40, "A1..A999"])
def test_codes_that_cannot_be_make_nothing(lipa: Company, codes: str) -> None:
    warehouse = a_warehouse(lipa)
    inside = {"kind": "bin", "codes": codes, "sequence": "10"}
    answer = signed_in("warehouse", lipa).post(f"/setup/places/{warehouse.pk}/inside/", inside)

    assert answer.status_code == 422
    assert not Location.objects.filter(parent=warehouse).exists()


def test_a_refusal_stands_on_the_page_and_nothing_changes(lipa: Company, main: Location, mug: Variant) -> None:
    stocked(mug, main, 1)
    edit = {"name": "Nowa", "sequence": "1", "pickable": "on"}  # without "active": out of use
    answer = signed_in("warehouse", lipa).post(f"/setup/places/{main.pk}/edit/", edit)

    assert answer.status_code == 409
    assert "Goods still lie" in text_of(answer)
    assert Location.objects.get(pk=main.pk).name == main.name


def test_nobody_sees_or_changes_places_elsewhere(lipa: Company, main: Location) -> None:
    """Neither in another company, nor in a branch where one has no role."""
    other = a_company("Inna")
    theirs, here = a_warehouse(other, "TAJNE"), a_branch(lipa, "KRK")
    edit = {"name": "Moje", "sequence": "1", "pickable": "on", "active": "on"}
    for browser, place in (
        (signed_in("owner", lipa), theirs),
        (signed_in("warehouse", lipa, here), theirs),
        (signed_in("warehouse", lipa, here), main),
    ):
        assert place.code not in text_of(browser.get("/setup/places/"))
        for url in (f"/setup/places/{place.pk}/", f"/setup/places/{place.pk}/inside/"):
            assert browser.get(url).status_code == 404
        assert browser.post(f"/setup/places/{place.pk}/edit/", edit).status_code == 404
    for branch in (theirs.branch, main.branch):
        assert branch is not None
        made = signed_in("warehouse", lipa, here).post("/setup/places/new/", NEW | {"branch": branch.pk})
        assert made.status_code == 422
    assert not Location.objects.filter(name__in=["Moje", "Magazyn 2"]).exists()


@pytest.mark.parametrize("role", ["sales", "accountant", "auditor"])
def test_who_only_looks_sets_nothing_up(lipa: Company, main: Location, role: str) -> None:
    browser = signed_in(role, lipa)
    assert main.code in text_of(browser.get("/setup/places/"))
    assert browser.post("/setup/places/new/", NEW | {"branch": main.branch_id}).status_code == 404
    assert browser.post(f"/setup/places/{main.pk}/edit/", {"name": "X", "sequence": "1"}).status_code == 404
