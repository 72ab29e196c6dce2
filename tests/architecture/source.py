"""Reads the project's own Python files once."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from host.paths import REPOSITORY


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the program."""

    name: str  # erp.orders.services.placing
    path: Path
    tree: ast.Module

    @property
    def parts(self) -> list[str]:
        return self.name.split(".")


@cache
def modules(top: str = "erp") -> tuple[Module, ...]:
    """All files of one top-level package, but for migrations."""
    return tuple(_read(top))


def _read(top: str) -> Iterator[Module]:
    for path in sorted((REPOSITORY / top).rglob("*.py")):
        relative = path.relative_to(REPOSITORY)
        if "migrations" in relative.parts:
            continue
        name = ".".join(relative.with_suffix("").parts).removesuffix(".__init__")
        yield Module(name, path, ast.parse(path.read_text()))


def imports(module: Module) -> Iterator[str]:
    """Full names of what a file imports, `from a import b` as a.b."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(module: Module) -> Iterator[str]:
    """Last names of what a file calls: `task.delay(...)` gives delay."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Attribute):
                yield function.attr
            elif isinstance(function, ast.Name):
                yield function.id
