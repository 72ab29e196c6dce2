"""The lists of the shop as connections: which columns a search and a sort key mean."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from graphql import GraphQLError

from erp.simulators.shopify.graph.call import Call
from erp.simulators.shopify.graph.paging import PAGE, Table, connect
from erp.simulators.shopify.graph.search import Column, Columns, search
from erp.simulators.shopify.graph.views import item_view, level_view, link_order, location_view, variant_view
from erp.simulators.shopify.state import times
from erp.simulators.shopify.state.store import Doc

TIMES = {
    "created_at": Column("created_at", "time"),
    "updated_at": Column("updated_at", "time"),
    "id": Column("id", "id"),
}
FINANCIAL = ("authorized", "expired", "paid", "partially_paid", "partially_refunded", "pending", "refunded", "voided")
FULFILLMENT = {
    "fulfilled": "fulfillment = 'FULFILLED'", "shipped": "fulfillment = 'FULFILLED'",
    "partial": "fulfillment = 'PARTIALLY_FULFILLED'",
    "unfulfilled": "fulfillment IN ('UNFULFILLED', 'PARTIALLY_FULFILLED')", "unshipped": "fulfillment = 'UNFULFILLED'",
}  # fmt: skip
STATUS = {"open": "closed_at IS NULL", "closed": "closed_at IS NOT NULL", "cancelled": "cancelled_at IS NOT NULL",
    "any": "1",
          "not_closed": "closed_at IS NULL"}  # fmt: skip
ORDERS: Columns = TIMES | {
    "processed_at": Column("processed_at", "time"), "name": Column("name"), "email": Column("email"),
    "tag": Column("tags", "tag"),
    "financial_status": Column("financial", "map",
        {each: f"financial = '{each.upper()}'" for each in FINANCIAL} | {"any": "1"}),
    "fulfillment_status": Column("fulfillment", "map", FULFILLMENT), "status": Column("closed_at", "map", STATUS),
    "customer_id": Column("customer_id", "id"), "source_identifier": Column("source_identifier"),
}  # fmt: skip
PRODUCTS: Columns = TIMES | {
    "title": Column("title"), "handle": Column("handle"), "vendor": Column("vendor"),
    "product_type": Column("product_type"),
    "tag": Column("tags", "tag"), "status": Column("status"),
    "sku": Column("id", "sku"),
}  # fmt: skip
VARIANTS: Columns = TIMES | {
    "sku": Column("sku"), "barcode": Column("barcode"), "title": Column("title"),
    "product_id": Column("product_id", "id"),
    "inventory_item_id": Column("item_id", "id"),
}  # fmt: skip
ITEMS: Columns = {
    "sku": Column("sku"), "id": Column("item_id", "id"), "created_at": Column("created_at", "time"),
    "updated_at": Column("updated_at", "time"),
}  # fmt: skip
CUSTOMERS: Columns = TIMES | {"email": Column("email"), "phone": Column("phone"), "name": Column("name")}
SORTS: Mapping[str, Mapping[str, str]] = {
    "orders": {
        "ID": "id", "CREATED_AT": "created_at", "UPDATED_AT": "updated_at", "PROCESSED_AT": "processed_at",
        "ORDER_NUMBER": "number",
        "TOTAL_PRICE": "total_price", "CURRENT_TOTAL_PRICE": "total_price", "FINANCIAL_STATUS": "financial",
        "FULFILLMENT_STATUS": "fulfillment", "RELEVANCE": "id",
    },
    "products": {
        "ID": "id", "CREATED_AT": "created_at", "UPDATED_AT": "updated_at", "TITLE": "title", "VENDOR": "vendor",
        "PRODUCT_TYPE": "product_type", "PUBLISHED_AT": "created_at", "RELEVANCE": "id",
    },
    "variants": {"ID": "id", "SKU": "coalesce(sku, '')", "POSITION": "position", "TITLE": "title", "NAME": "title",
        "RELEVANCE": "id"},
    "customers": {"ID": "id", "CREATED_AT": "created_at", "UPDATED_AT": "updated_at", "NAME": "name",
        "RELEVANCE": "id"},
}  # fmt: skip
SEARCHES: Mapping[str, tuple[Columns, str]] = {
    "orders": (ORDERS, "name"), "products": (PRODUCTS, "title"), "variants": (VARIANTS, "sku"),
    "customers": (CUSTOMERS, "name"),
}  # fmt: skip


def condition(
    call: Call, table: str, query: str | None, columns: tuple[Columns, str] | None = None
) -> tuple[str, list[Any]]:
    """Return the SQL of a search; what it ignored goes into the answer's extensions."""
    found = search(query, *(columns or SEARCHES[table]))
    call.warnings += [{"message": each, "query": query} for each in found.warnings]
    sql, parameters = found.sql, found.parameters
    if table == "orders" and call.scopes and "read_all_orders" not in call.scopes:
        sql, parameters = f"({sql}) AND created_at >= ?", [*parameters, sixty_days_ago()]
    return sql, parameters


def sixty_days_ago() -> str:
    """Return the border of what may be seen without read_all_orders."""
    return times.iso(datetime.now(UTC) - timedelta(days=60))


def rows(call: Call, table: str, arguments: Doc, where: str = "1", *parameters: Any, maximum: int = PAGE) -> Doc:
    """Return a connection over orders, products, variants or customers."""
    sort = SORTS[table].get(arguments.get("sortKey") or "ID")
    if sort is None:
        raise GraphQLError(f"The simulator does not sort {table} by {arguments['sortKey']}")
    sql, found = condition(call, table, arguments.get("query"))
    return connect(
        call.world.store,
        Table(table, _LOAD[table], sort=sort, where=f"({where}) AND ({sql})", parameters=[*parameters, *found]),
        arguments,
        maximum,
    )


def _docs(found: Sequence[Any]) -> list[Doc]:
    return [json.loads(row["doc"]) for row in found]


_LOAD = {
    "orders": lambda found: [link_order(each) for each in _docs(found)],
    "products": lambda found: [each | {"__typename": "Product"} for each in _docs(found)],
    "variants": lambda found: [variant_view(each) for each in _docs(found)],
    "customers": lambda found: [each | {"__typename": "Customer"} for each in _docs(found)],
}


def items(call: Call, arguments: Doc) -> Doc:
    """Return a connection over inventory items."""
    sql, parameters = condition(call, "variants", arguments.get("query"), (ITEMS, "sku"))
    table = Table(
        "variants", lambda found: [item_view(each) for each in _docs(found)], where=sql, parameters=parameters
    )
    return connect(call.world.store, table, arguments)


def levels(call: Call, arguments: Doc, where: str, number: int) -> Doc:
    """Return a connection over stock levels of an item or a location."""
    active = "1" if arguments.get("includeInactive") else "active"
    columns: Columns = {
        "updated_at": Column("updated_at", "time"),
        "id": Column("id", "id"),
        "inventory_item_id": Column("item_id", "id"),
    }
    sql, parameters = condition(call, "levels", arguments.get("query"), (columns, ""))
    table = Table(
        "levels", lambda found: [level_view(each) for each in found], where=f"{where} = ? AND {active} AND ({sql})",
        parameters=[number, *parameters], columns="*, on_hand",
    )  # fmt: skip
    return connect(call.world.store, table, arguments)


def locations(call: Call, arguments: Doc) -> Doc:
    """Return a connection over the locations."""
    where = "1" if arguments.get("includeInactive") else "active"
    table = Table("locations", lambda found: [location_view(each) for each in found], where=where, columns="*")
    return connect(call.world.store, table, arguments)


def count(call: Call, table: str, arguments: Doc) -> Doc:
    """Return a count, cut off at `limit` (10,000 unless it is null)."""
    sql, parameters = condition(call, table, arguments.get("query"))
    limit = arguments.get("limit")
    counted = f"FROM {table} WHERE {sql}"
    if limit is None:
        return {"count": call.world.store.value("SELECT count(*) " + counted, *parameters), "precision": "EXACT"}
    few = "SELECT count(*) FROM (SELECT 1 " + counted + " LIMIT ?)"  # noqa: S608  # names of tables.py, values apart
    found = call.world.store.value(few, *parameters, limit + 1)
    return {"count": min(found, limit), "precision": "AT_LEAST" if found > limit else "EXACT"}
