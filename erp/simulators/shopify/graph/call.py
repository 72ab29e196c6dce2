"""One request to the GraphQL API, handed to every resolver as its context."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

Loader = Callable[["Call", int], Doc | None]
Field = Callable[[Doc, "Call", Doc], Any]
LOADERS: dict[str, Loader] = {}


@dataclass
class Call:
    """The shop, what was loaded already, and what the search had to ignore."""

    world: World
    loaded: dict[tuple[str, int], Doc | None] = field(default_factory=dict)
    warnings: list[Doc] = field(default_factory=list)
    scopes: frozenset[str] = frozenset()
    keys: dict[str, list[str]] = field(default_factory=dict)

    def load(self, kind: str, number: int) -> Doc | None:
        """Return an object by its type and number, loaded once in a request."""
        key = (kind, number)
        if key not in self.loaded:
            loader = LOADERS.get(kind)
            self.loaded[key] = loader(self, number) if loader else None
        return self.loaded[key]

    def forget(self) -> None:
        """Drop what was loaded, after a mutation."""
        self.loaded.clear()


def loader(kind: str) -> Callable[[Loader], Loader]:
    """Register how objects of a type are found by number."""

    def register(function: Loader) -> Loader:
        LOADERS[kind] = function
        return function

    return register
