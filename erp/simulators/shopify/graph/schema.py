"""The pruned vendor schema, with resolvers and scalars attached; loaded once per process."""

from functools import lru_cache
from pathlib import Path

from graphql import DocumentNode, GraphQLError, GraphQLSchema, build_schema, parse, validate

from erp.simulators.shopify.graph import catalogue_fields, order_fields, part_fields, queries, resolving, scalars
from erp.simulators.shopify.graph.mutations import inventory, orders, people, products, webhooks
from erp.simulators.shopify.state.world import VERSION

PATH = Path(__file__).parent.parent / "schema" / f"admin_{VERSION}.graphql"

# Imported for the fields they register.
REGISTERED = (catalogue_fields, order_fields, part_fields, queries, inventory, orders, people, products, webhooks)


@lru_cache(maxsize=1)
def schema() -> GraphQLSchema:
    """Return the executable schema."""
    built = build_schema(PATH.read_text(encoding="utf-8"))
    scalars.attach(built)
    resolving.attach(built)
    return built


@lru_cache(maxsize=256)
def prepare(source: str) -> DocumentNode | tuple[GraphQLError, ...]:
    """Parse and validate a document, once per text; return what is wrong with it if anything is."""
    try:
        document = parse(source)
    except GraphQLError as error:
        return (error,)
    return tuple(validate(schema(), document)) or document
