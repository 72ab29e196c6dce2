"""Names of sources, as people call them: ``shopify:1`` is known by its shop's name to whoever keeps the connection."""

from collections.abc import Callable, Iterable, Mapping

Names = Callable[[Iterable[str]], Mapping[str, str]]

_names: list[Names] = []


def register_source_names(names: Names) -> None:
    """Register a function that names the sources it knows among those given, in one query."""
    if names not in _names:
        _names.append(names)


def names_of(sources: Iterable[str]) -> dict[str, str]:
    """A name for each source; one that nobody knows is called after its kind, as ``Shopify 1``."""
    wanted = list(dict.fromkeys(sources))
    found = {source: source.replace(":", " ").replace("_", " ").capitalize() for source in wanted}
    for names in _names:
        found |= names(wanted)
    return found
