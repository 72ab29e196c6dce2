"""
Examples for the addresses that name something: what stands in each of their places.

An app registers one maker for each of its models, in ``tests/contract/example_<app>.py`` (found by itself):

    @example_of(Order)
    def order(company: Company) -> Order: ...        # a row of this company

That fills ``<int:pk>`` of API endpoints about the model, of pages that name it by ``model = Order`` and of the
administration site. Pages with other places say so by the name of their address:

    @example_for("orders:line")
    def line(company: Company) -> dict[str, object]: ...   # {"order": 17, "pk": 3}

With ``of_company=False`` the places name nothing that belongs to a company (a template by its code), so people of
other companies may open the address too, for what is theirs.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from django.db import models

from erp.foundation.organisation.models import Company

_by_model: dict[type[models.Model], Callable[[Company], models.Model]] = {}
_by_name: dict[str, Callable[[Company], dict[str, Any]]] = {}
_of_nobody: set[str] = set()


def example_of(model: type[models.Model]) -> Callable[[Any], Any]:
    """Register the maker of a row."""

    def register(make: Callable[[Company], models.Model]) -> Callable[[Company], models.Model]:
        _by_model[model] = make
        return make

    return register


def example_for(*names: str, of_company: bool = True) -> Callable[[Any], Any]:
    """Register the maker of the values in an address, by the name of its URL."""

    def register(make: Callable[[Company], dict[str, Any]]) -> Callable[[Company], dict[str, Any]]:
        _by_name.update(dict.fromkeys(names, make))
        if not of_company:
            _of_nobody.update(names)
        return make

    return register


def names_a_record(name: str, places: frozenset[str]) -> bool:
    """Whether an address names a record of a company."""
    return bool(places) and bool(name) and name not in _of_nobody


def values_for(name: str, places: set[str], model: type[models.Model] | None, company: Company) -> dict[str, Any]:
    """
    What stands in the places of an address, for a record of this company.

    :raises LookupError: when nobody registered an example; the message says what to do.
    """
    if not places:
        return {}
    if name in _by_name:
        return _by_name[name](company)
    by_model = model is not None and len(places) == 1 and places <= {"pk", "object_id"}
    if by_model and model in _by_model:
        return {next(iter(places)): _by_model[model](company).pk}
    what = f"example_of({model.__name__})" if model is not None and by_model else f"example_for({name!r})"
    raise LookupError(f"{name} names {sorted(places)}: register @{what} in tests/contract/example_<app>.py")


def load() -> None:
    """Import every app's examples."""
    for path in sorted(Path(__file__).parent.glob("example_*.py")):
        import_module(f"tests.contract.{path.stem}")
