"""Every document we send is valid in the vendor's schema: the pruned one here and, where at hand, the whole one."""

import gzip
import json
import os
from pathlib import Path

import pytest
from graphql import GraphQLSchema, build_client_schema, build_schema, parse, validate

from erp.sync.channels.shopify.documents import all_documents
from host.paths import REPOSITORY

PRUNED = REPOSITORY / "erp" / "simulators" / "shopify" / "schema" / "admin_2026-10.graphql"
WHOLE = Path("shopify") / "admin_2026-10.json.gz"


@pytest.fixture(scope="module")
def pruned() -> GraphQLSchema:
    return build_schema(PRUNED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(all_documents()))
def test_a_document_is_valid_in_the_pruned_schema(name: str, pruned: GraphQLSchema) -> None:
    assert [error.message for error in validate(pruned, parse(all_documents()[name]))] == []


def test_all_documents_are_valid_in_the_whole_schema() -> None:
    root = os.environ.get("SHARED_DATA")
    contracts = Path(root).parent / "contracts" if root else REPOSITORY.parent / "shared" / "contracts"
    if not (contracts / WHOLE).is_file():
        reason = f"the vendor's contracts were not found: {contracts}; set SHARED_DATA to the folder beside them"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    introspection = json.loads(gzip.decompress((contracts / WHOLE).read_bytes()))
    # The vendor's own schema deprecates fields of interfaces unevenly, which is none of our business.
    schema = build_client_schema(introspection.get("data", introspection), assume_valid=True)
    for name, text in all_documents().items():
        assert [error.message for error in validate(schema, parse(text))] == [], name


def test_there_are_documents() -> None:
    assert {"order", "orders_changed", "set_stock", "create_fulfilment"} <= set(all_documents())
