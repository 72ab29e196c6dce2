"""The Shopify channel: what the engine asks, in Shopify's words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from erp.foundation import clock
from erp.sync.channels.shopify import products
from erp.sync.channels.shopify.client import API_VERSION, ShopifyClient
from erp.sync.channels.shopify.habits import habits_of
from erp.sync.channels.shopify.mapping import order_draft, remote_customer
from erp.sync.channels.shopify.products import variant_of
from erp.sync.channels.shopify.scopes import needed_scopes
from erp.sync.channels.shopify.subscriptions import ensure_subscriptions, missing_subscriptions
from erp.sync.channels.shopify.tracking import push_tracking
from erp.sync.models import ChannelAccount
from erp.sync.protocol import (
    BudgetKeeper,
    Changed,
    FetchedOrder,
    Gone,
    Habits,
    Misconfigured,
    ProductPage,
    RemoteCustomer,
    RemoteLocation,
    RemoteVariant,
    Retryable,
    ShopFacts,
    StockResult,
    StockWrite,
    Terminal,
    TrackingWrite,
)

VERSION_ENDS = {"2026-07": date(2027, 7, 1), "2026-10": date(2027, 10, 1)}  # shopify.dev, API versioning
_SETTLED = timedelta(seconds=3)  # a second, and what clocks may differ by
# Two error texts of a stale write: the second names are still in the vendor's enum.
_STALE = {"CHANGE_FROM_QUANTITY_STALE", "COMPARE_QUANTITY_STALE"}


def _version(updated_at: str, asked_at: datetime) -> str:
    """
    The version of what was read. The vendor's versions are seconds: what is read within its own second may change once
    more without another version, so it counts as a little older, and the next poll reads it again.
    """
    settled = asked_at - datetime.fromisoformat(updated_at) > _SETTLED
    return updated_at if settled else updated_at.removesuffix("Z")


class Shopify:
    """One shop. ``batch_size`` is the vendor's limit of array inputs."""

    api_version = API_VERSION
    batch_size = 250

    def __init__(self, client: ShopifyClient, account: ChannelAccount, warehouses: Mapping[str, int]) -> None:
        self._client, self._account, self._warehouses = client, account, warehouses

    @classmethod
    def connect(cls, account: ChannelAccount, budget: BudgetKeeper) -> "Shopify":
        """:raises Misconfigured: when address or token is missing."""
        address = account.settings.get("address")
        token = account.access_token.reveal() if account.access_token else ""
        if not address or not token:
            raise Misconfigured("The shop's address or access token is missing.")
        warehouses = {
            place.remote_id: place.warehouse_id
            for place in account.locations.order_by("pk")
            if place.warehouse_id is not None
        }
        return cls(ShopifyClient(address, token, budget), account, warehouses)

    def facts(self) -> ShopFacts:
        """Name, currency, taxes, time zone and granted scopes of the shop."""
        data = self._client.send("shop")
        shop = data["shop"]
        return ShopFacts(
            name=shop["name"],
            currency=shop["currencyCode"],
            country=shop["shopAddress"]["countryCodeV2"] or "",
            taxes_included=shop["taxesIncluded"],
            taxes_shipping=shop["taxShipping"],
            time_zone=shop["ianaTimezone"],
            scopes=needed_scopes(scope["handle"] for scope in data["currentAppInstallation"]["accessScopes"]),
            api_version=API_VERSION,
            version_ends=VERSION_ENDS.get(API_VERSION),
        )

    def habits(self) -> Habits:
        """Taxes and deliveries of the newest orders."""
        return habits_of(self._client.send("habits")["orders"]["nodes"])

    def locations(self) -> Sequence[RemoteLocation]:
        """All places of the shop."""
        return [
            RemoteLocation(remote_id=node["id"], name=node["name"], active=node["isActive"])
            for node in self._client.pages("locations", ("locations",))
        ]

    def fetch_order(self, remote_id: str) -> FetchedOrder:
        """The order by id, its lines read to the end."""
        asked_at = clock.now()
        order = self._client.send("order", id=remote_id)["order"]
        if order is None:
            raise Gone("The shop has no such order.")
        lines = order["lineItems"]
        while lines["pageInfo"]["hasNextPage"]:
            more = self._client.send("order_lines", id=remote_id, after=lines["pageInfo"]["endCursor"])
            page = more["order"]["lineItems"]
            lines["nodes"].extend(page["nodes"])
            lines["pageInfo"] = page["pageInfo"]
        draft = order_draft(
            order,
            company_id=self._account.company_id,
            sales_channel_id=self._account.sales_channel_id,
            source=self._account.source,
            locations=tuple(self._warehouses.values()) or None,
        )
        buyer = order["customer"]
        version = _version(order["updatedAt"], asked_at)
        return FetchedOrder(draft, version, self._customer(buyer, asked_at) if buyer else None)

    def fetch_customer(self, remote_id: str) -> RemoteCustomer:
        """The customer by id."""
        asked_at = clock.now()
        customer = self._client.send("customer", id=remote_id)["customer"]
        if customer is None:
            raise Gone("The shop has no such customer.")
        return self._customer(customer, asked_at)

    def _customer(self, node: Mapping[str, Any], asked_at: datetime) -> RemoteCustomer:
        return remote_customer(node, self._account.source, version=_version(node["updatedAt"], asked_at))

    def orders_changed_since(self, since: datetime) -> Iterator[Changed]:
        """Ids and versions of the orders changed since, oldest change first."""
        for node in self._client.pages("orders_changed", ("orders",), query=_since(since)):
            placed = datetime.fromisoformat(node["processedAt"] or node["createdAt"])
            yield Changed(node["id"], node["updatedAt"], datetime.fromisoformat(node["updatedAt"]), placed)

    def count_orders(self, since: datetime) -> int:
        """How many orders changed since."""
        return int(self._client.send("orders_count", query=_since(since))["ordersCount"]["count"])

    def variants(self, product: str | None = None) -> Iterator[RemoteVariant]:
        """Variants with the stock items that carry their quantities."""
        query = f"product_id:{product.rpartition('/')[2]}" if product else None
        for node in self._client.pages("variants", ("productVariants",), query=query):
            yield variant_of(node["product"]["id"], node)

    def products(self, after: str = "") -> Iterator[ProductPage]:
        """Whole products by their ids, behind a cursor of the vendor's."""
        return products.pages(self._client, after)

    def read_stock(self, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """The ``available`` quantity of each pair of stock item and place."""
        shown: dict[tuple[str, str], int] = {}
        for location in sorted({location for _item, location in pairs}):
            items = [item for item, place in pairs if place == location]
            for start in range(0, len(items), self.batch_size):
                nodes = self._client.send("stock", items=items[start : start + self.batch_size], location=location)
                for node in nodes["nodes"]:
                    if node and node["inventoryLevel"]:
                        shown[(node["id"], location)] = _available(node["inventoryLevel"])
        return shown

    def push_stock(self, writes: Sequence[StockWrite], *, key: str) -> Sequence[StockResult]:
        """
        Set quantities by compare-and-set. The vendor takes a call whole or not at all: its errors name the lines that
        stopped it; the others come back as ``retry``.

        :raises Retryable: also when an earlier call with this key is still running there.
        """
        quantities = [
            {
                "inventoryItemId": write.stock_item,
                "locationId": write.location,
                "quantity": write.quantity,
                "changeFromQuantity": write.expected,
            }
            for write in writes
        ]
        given = {
            "name": "available",
            "reason": "correction",
            "referenceDocumentUri": f"gid://backroom/StockSync/{self._account.pk}-{key}",
            "quantities": quantities,
        }
        _payload, errors = self._client.mutate("set_stock", "inventorySetQuantities", input=given, key=key)
        if not errors:
            return [StockResult(write.subject, "ok") for write in writes]
        return _results(writes, errors)

    def push_tracking(self, write: TrackingWrite) -> None:
        """Fulfil the order's lines with the tracking number, once."""
        push_tracking(self._client, write)

    def missing_subscriptions(self, address: str) -> Sequence[str]:
        """The subscriptions that are missing."""
        return missing_subscriptions(self._client, address)

    def ensure_subscriptions(self, address: str) -> Sequence[str]:
        """Make the subscriptions that are missing."""
        return ensure_subscriptions(self._client, address)


def _since(moment: datetime) -> str:
    return f"updated_at:>='{moment:%Y-%m-%dT%H:%M:%SZ}'"


def _available(level: Mapping[str, Any]) -> int:
    return next(int(row["quantity"]) for row in level["quantities"] if row["name"] == "available")


def _results(writes: Sequence[StockWrite], errors: Sequence[Mapping[str, Any]]) -> list[StockResult]:
    outcomes: dict[int, StockResult] = {}
    for error in errors:
        code = error.get("code") or ""
        if code == "IDEMPOTENCY_CONCURRENT_REQUEST":
            raise Retryable("The shop is still working on this.", unknown=True)
        place = next((int(part) for part in error.get("field") or [] if part.isdigit()), None)
        if place is None or place >= len(writes):
            if code in _STALE:
                return [StockResult(write.subject, "stale") for write in writes]
            raise Terminal(f"The shop refuses the stock: {code}.")
        outcome = "stale" if code in _STALE else "refused"
        outcomes[place] = StockResult(writes[place].subject, outcome, code)
    return [outcomes.get(place, StockResult(write.subject, "retry")) for place, write in enumerate(writes)]
