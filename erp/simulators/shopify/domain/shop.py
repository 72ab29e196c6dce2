"""The shop itself: name, currency, tax, locations."""

from typing import Any

from erp.simulators.shopify.state import times
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc, Store, dumps
from erp.simulators.shopify.state.world import World

DEFAULTS: Doc = {
    "name": "Backroom Demo",
    "email": "shop@example.com",
    "currencyCode": "PLN",
    "enabledPresentmentCurrencies": ["PLN", "EUR"],
    "rates": {"EUR": "0.2341", "USD": "0.2712", "GBP": "0.1998", "CZK": "5.71"},
    "ianaTimezone": "Europe/Warsaw",
    "taxesIncluded": True,
    "taxShipping": True,
    "taxes": [{"title": "VAT", "rate": "0.23"}],
    "countryCode": "PL",
    "city": "Warszawa",
    "orderNumberFormatPrefix": "#",
    "firstOrderNumber": 1001,
}
DEFAULT_LOCATIONS: list[Doc] = [{"name": "Magazyn", "city": "Warszawa", "zip": "00-001", "address1": "ul. Składowa 1"}]


def open_shop(world: World) -> None:
    """Set the shop up with its defaults, once."""
    with world.store.transaction():
        if world.store.recall("shop") is None:
            world.store.remember("shop", DEFAULTS | {"id": world.store.new_id("Shop"), "createdAt": times.now()})
            for each in DEFAULT_LOCATIONS:
                add_location(world, each)
    world.__dict__.pop("shop", None)


def change_shop(world: World, changes: Doc) -> Doc:
    """
    Change what the shop says of itself; `locations` adds those whose name is new.

    :raises Refused: on a setting that does not exist.
    """
    locations = changes.pop("locations", [])
    unknown = sorted(set(changes) - set(DEFAULTS))
    if unknown:
        raise Refused(f"The shop has no {', '.join(unknown)}")
    with world.store.transaction():
        shop = world.shop | changes
        if shop["currencyCode"] not in shop["enabledPresentmentCurrencies"]:
            shop["enabledPresentmentCurrencies"] = [shop["currencyCode"], *shop["enabledPresentmentCurrencies"]]
        world.store.remember("shop", shop)
        for each in locations:
            if not world.store.value("SELECT 1 FROM locations WHERE name = ?", each.get("name")):
                add_location(world, each)
    world.__dict__.pop("shop", None)
    return shop


def add_location(world: World, given: Doc) -> int:
    """Add a place that holds stock and ships."""
    store: Store = world.store
    doc: dict[str, Any] = {"createdAt": times.now(), "fulfillsOnlineOrders": True, "countryCode": "PL"} | given
    doc["id"] = store.new_id("Location")
    store.write("INSERT INTO locations VALUES (?, ?, 1, ?)", doc["id"], doc["name"], dumps(doc))
    return int(doc["id"])


def location_ids(world: World) -> list[int]:
    """Return the active locations, the first one being the primary."""
    return [row["id"] for row in world.store.rows("SELECT id FROM locations WHERE active ORDER BY id")]
