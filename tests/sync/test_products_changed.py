"""The shop's people add variants: what is sure is bound by itself, what is not waits for a person."""

from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.workqueue import services as workqueue
from erp.foundation.workqueue.models import WorkItem
from erp.sync.models import Binding, DesiredState, InboundMessage
from tests.factories.catalog import VariantFactory
from tests.factories.inventory import stocked
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.running import run_relay, wait_until
from tests.sync.test_taking_over import add_variant

__all__ = ["firm", "shop", "start_carrier"]  # fixtures


def adds(firm: Firm, sku: str, size: str = "L", *, beside: str = "MUG-1") -> None:
    before = InboundMessage.objects.filter(topic="products/update").count()
    add_variant(firm.shop, beside, sku=sku, options={"Title": size})
    wait_until(lambda: InboundMessage.objects.filter(topic="products/update").count() > before, "no message came")
    run_relay()


def open_items() -> list[tuple[str, str]]:
    rows = WorkItem.objects.filter(kind="sync.unbound", state="open").order_by("pk")
    return [(row.params["sku"], row.params["shop"]) for row in rows]


def test_a_new_variant_is_bound_by_its_sku_and_shows_our_stock(firm: Firm) -> None:
    large = VariantFactory.create(company=firm.company, sku="MUG-L")
    stocked(large, firm.warehouse, 6)
    adds(firm, "MUG-L")
    assert Binding.objects.get(kind="variant", local_key=str(large.pk)).gone is False
    assert firm.shop.available("MUG-L") == 6
    assert open_items() == []
    assert set(InboundMessage.objects.filter(kind="product").values_list("status", flat=True)) == {"done"}


def test_an_unknown_one_waits_for_a_person_and_is_bound_when_it_is_known(firm: Firm) -> None:
    adds(firm, "NEU-1")
    assert open_items() == [("NEU-1", "Sklep")]
    assert Binding.objects.filter(kind="variant").count() == 3

    item = WorkItem.objects.get(kind="sync.unbound", state="open")
    workqueue.mend_item(item_id=item.pk, fix="done", actor=SYSTEM, at=clock.now())
    run_relay()
    assert open_items() == [("NEU-1", "Sklep")]  # it is still unknown

    stocked(VariantFactory.create(company=firm.company, sku="NEU-1"), firm.warehouse, 4)
    item = WorkItem.objects.get(kind="sync.unbound", state="open")
    workqueue.mend_item(item_id=item.pk, fix="done", actor=SYSTEM, at=clock.now())
    run_relay()
    assert open_items() == []
    assert firm.shop.available("NEU-1") == 4


def test_an_item_closes_by_itself_when_the_product_is_bound(firm: Firm) -> None:
    adds(firm, "NEU-2", "L")
    stocked(VariantFactory.create(company=firm.company, sku="NEU-2"), firm.warehouse, 2)
    adds(firm, "NEU-3", "XL", beside="NEU-2")
    assert open_items() == [("NEU-3", "Sklep")]
    assert firm.shop.available("NEU-2") == 2


def test_a_second_variant_of_the_same_sku_is_not_bound_by_itself(firm: Firm) -> None:
    """Our stock would be shown, and sold, twice."""
    adds(firm, "BOWL-2")
    assert open_items() == [("BOWL-2", "Sklep")]
    bowl = firm.variants["BOWL-2"].pk
    assert Binding.objects.filter(kind="variant", local_key=str(bowl)).count() == 1


def test_a_variant_that_the_shop_took_away_is_gone_and_nothing_is_pushed_to_it(firm: Firm) -> None:
    """The vendor lets the only variant give way to the first real one."""
    adds(firm, "NEU-1")
    mug = firm.variants["MUG-1"]
    assert Binding.objects.get(kind="variant", local_key=str(mug.pk)).gone
    stocked(mug, firm.warehouse, 5)
    run_relay()
    assert not DesiredState.objects.exclude(last_error="").exists()
    assert not DesiredState.objects.filter(pending=True).exists()
