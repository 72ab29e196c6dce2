"""Who gets what from which place: whatever is asked of whatever there is, nothing is handed out twice."""

from collections import defaultdict
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from erp.inventory.allocation import Need, Part, Shelf, allocate
from erp.inventory.availability import kit_available

COMPONENTS = (1, 2, 3)
KITS = {10: (Part(1, Decimal(2)), Part(2, Decimal(1))), 11: (Part(1, Decimal(1)), Part(3, Decimal(3)))}


@st.composite
def shelf_lists(draw: st.DrawFn) -> list[Shelf]:
    """Levels of three variants in two warehouses with a bin each, some with promises already."""
    shelves = []
    for level_id, (variant, place) in enumerate((v, p) for v in COMPONENTS for p in (100, 101, 200, 201)):
        on_hand = draw(st.integers(0, 8))
        reserved = draw(st.integers(0, on_hand))
        lineage = (place,) if place % 100 == 0 else (place - 1, place)
        shelves.append(
            Shelf(level_id, variant, place, lineage, draw(st.booleans()), 100, Decimal(on_hand), Decimal(reserved))
        )
    return draw(st.permutations(shelves))


@st.composite
def need_lists(draw: st.DrawFn) -> list[Need]:
    asked = draw(st.lists(st.tuples(st.sampled_from([*COMPONENTS, *KITS]), st.integers(1, 6)), min_size=1, max_size=5))
    return [
        Need(str(i), variant, Decimal(quantity), KITS.get(variant) or (Part(variant, Decimal(1)),))
        for i, (variant, quantity) in enumerate(asked)
    ]


places = st.none() | st.lists(st.sampled_from([100, 101, 200, 201]), unique=True)


@given(needs=need_lists(), shelves=shelf_lists(), locations=places)
def test_every_line_gets_or_lacks_exactly_what_it_asked(
    needs: list[Need], shelves: list[Shelf], locations: list[int] | None
) -> None:
    before = {shelf.level_id: shelf.reserved for shelf in shelves}
    result = allocate(needs, shelves, locations)
    got: dict[tuple[str, Part], Decimal] = defaultdict(Decimal)
    from_level: dict[int, Decimal] = defaultdict(Decimal)
    for (line_key, part, level_id), quantity in result.taken.items():
        assert quantity > 0
        got[line_key, part] += quantity
        from_level[level_id] += quantity
    for need in needs:
        for part in need.parts:
            key = (need.line_key, part)
            assert got[key] + result.lacking.get(key, Decimal(0)) == need.quantity * part.per_unit
    for shelf in shelves:
        assert shelf.reserved == before[shelf.level_id] + from_level[shelf.level_id]
        assert 0 <= shelf.reserved <= shelf.on_hand
        assert not from_level[shelf.level_id] or shelf.rank(locations) is not None


@given(needs=need_lists(), shelves=shelf_lists(), locations=places)
def test_nothing_is_short_while_some_of_it_is_free_where_it_may_come_from(
    needs: list[Need], shelves: list[Shelf], locations: list[int] | None
) -> None:
    result = allocate(needs, shelves, locations)
    short = {part.variant_id for (_line, part), quantity in result.lacking.items() if quantity}
    free = {s.variant_id for s in shelves if s.rank(locations) is not None and s.free > 0}
    assert not short & free


@given(shelves=shelf_lists(), kit=st.sampled_from(sorted(KITS)))
def test_as_many_kits_as_are_available_come_each_from_one_warehouse(shelves: list[Shelf], kit: int) -> None:
    parts = KITS[kit]
    free: dict[int, dict[int, Decimal]] = {100: defaultdict(Decimal), 200: defaultdict(Decimal)}
    for shelf in shelves:
        if shelf.pickable:
            free[shelf.warehouse_id][shelf.variant_id] += shelf.free
    possible = kit_available([(part.variant_id, part.per_unit) for part in parts], free.values())
    if not possible:
        return
    need = Need("1", kit, possible, parts)
    result = allocate([need], shelves, None)
    assert not any(result.lacking.values())
    levels = {shelf.level_id: shelf for shelf in shelves}
    built: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for (_line, part, level_id), quantity in result.taken.items():
        built[levels[level_id].warehouse_id, part.variant_id] += quantity / part.per_unit
    for warehouse in free:
        assert len({built[warehouse, part.variant_id] for part in parts}) == 1


@given(needs=need_lists(), shelves=shelf_lists())
def test_one_warehouse_that_has_everything_serves_alone(needs: list[Need], shelves: list[Shelf]) -> None:
    wanted: dict[int, Decimal] = defaultdict(Decimal)
    for need in needs:
        for part in need.parts:
            wanted[part.variant_id] += need.quantity * part.per_unit
    able = {
        warehouse
        for warehouse in (100, 200)
        if all(
            sum(s.free for s in shelves if s.pickable and s.warehouse_id == warehouse and s.variant_id == variant) >= q
            for variant, q in wanted.items()
        )
    }
    result = allocate(needs, shelves, None)
    levels = {shelf.level_id: shelf for shelf in shelves}
    used = {levels[level_id].warehouse_id for _line, _part, level_id in result.taken}
    assert not able or (len(used) == 1 and used <= able)
