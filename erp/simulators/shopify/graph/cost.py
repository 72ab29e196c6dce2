"""
What a request costs, in points: an approximation of rules that the vendor publishes only in part.

Published: scalars and enums 0, an object 1, an interface or union the dearest of its branches, a mutation 10, a
connection by `first` or `last`. Not published: how. The one real sample (product + variants(first: 250) +
inventoryItem = 25) fits a page of n nodes costing n ** 0.45 times one node; so connections cost far less than first x
child. The actual cost is reckoned the same way over the nodes that came back, the first one standing for its page.
"""

from collections.abc import Mapping
from functools import lru_cache
from math import ceil
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLNamedType,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
)  # fmt: skip

from erp.simulators.shopify.graph.schema import schema

MUTATION = 10
MAXIMUM = 1000
EXPONENT = 0.45


class _Meter:
    def __init__(self, document: DocumentNode, variables: Mapping[str, Any]) -> None:
        self.variables = variables
        self.fragments = {
            each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)
        }

    def selection(self, selected: SelectionSetNode | None, kind: GraphQLNamedType, data: Any) -> float:
        """Return the cost of a selection on a type; `data` is the answer, or None before there is one."""
        plain, branches = 0.0, [0.0]
        for each in selected.selections if selected else ():
            if isinstance(each, FieldNode):
                plain += self.field(each, kind, data)
                continue
            condition, inside = self._fragment(each)
            target = schema().type_map.get(condition, kind) if condition else kind
            cost = self.selection(inside, target, data)
            if is_abstract_type(kind):
                branches.append(cost)
            else:
                plain += cost
        return plain + max(branches)

    def _fragment(self, node: Any) -> tuple[str | None, SelectionSetNode]:
        if isinstance(node, FragmentSpreadNode):
            found = self.fragments[node.name.value]
            return found.type_condition.name.value, found.selection_set
        assert isinstance(node, InlineFragmentNode)
        return (node.type_condition.name.value if node.type_condition else None), node.selection_set

    def field(self, node: FieldNode, parent: GraphQLNamedType, data: Any) -> float:
        """Return the cost of one field."""
        definition = getattr(parent, "fields", {}).get(node.name.value)
        if definition is None:
            return 0
        kind = get_named_type(definition.type)
        if is_leaf_type(kind):
            return 0
        value = None
        if data is not None:
            value = data.get(node.alias.value if node.alias else node.name.value)
            if value is None:
                return 0
        if kind.name.endswith("Connection"):
            return self._connection(node, kind, value)
        if isinstance(value, list):
            value = value[0] if value else {}
        return 1 + self.selection(node.selection_set, kind, value)

    def _connection(self, node: FieldNode, kind: GraphQLNamedType, value: Any) -> float:
        count, sample = self._asked(node), None
        if value is not None:
            found = value.get("nodes") or value.get("edges") or []
            count = len(found) or 1
            sample = {name: (entry[:1] or [{}]) if isinstance(entry, list) else entry for name, entry in value.items()}
        child = 0.0
        for each in node.selection_set.selections if node.selection_set else ():
            if isinstance(each, FieldNode) and each.name.value in ("nodes", "edges"):
                child = max(child, self.field(each, kind, sample))
        return float(max(1.0, child) * count**EXPONENT)

    def _asked(self, node: FieldNode) -> int:
        for argument in node.arguments or ():
            if argument.name.value in ("first", "last"):
                if isinstance(argument.value, IntValueNode):
                    return max(1, int(argument.value.value))
                if isinstance(argument.value, VariableNode):
                    given = self.variables.get(argument.value.name.value)
                    return max(1, given) if isinstance(given, int) else 1
        return 1


def cost(
    document: DocumentNode, operation: OperationDefinitionNode, variables: Mapping[str, Any], data: Any = None
) -> int:
    """Return the requested cost of an operation, or with its data the actual one."""
    meter = _Meter(document, variables)
    mutation = operation.operation.value == "mutation"
    root = schema().mutation_type if mutation else schema().query_type
    assert root is not None
    if not mutation:
        return max(1, ceil(meter.selection(operation.selection_set, root, data)))
    return MUTATION * len(operation.selection_set.selections)


@lru_cache(maxsize=1024)
def requested(document: DocumentNode, operation: OperationDefinitionNode, sizes: tuple[tuple[str, Any], ...]) -> int:
    """Return the requested cost, kept per document and numbers in the variables."""
    return cost(document, operation, dict(sizes))
