"""`bin/erp event_map`: writes docs/event-map.md, which facts there are and who hears them."""

import dataclasses
import inspect
import typing
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.env import REPOSITORY
from erp.foundation.events.facts import Fact, all_facts
from erp.foundation.events.registry import Handler, handlers_of, handles

FILE = REPOSITORY / "docs" / "event-map.md"
_ATTEMPTS = inspect.signature(handles).parameters["max_attempts"].default
_HEAD = """# Event map
Written by `bin/erp event_map` from the code and compared by `bin/check`: every fact, by the app that tells it, with its
fields and who hears it.

- *in order*: deliveries of one key run one after the other, and a parked one blocks its key.
- *newest only*: all waiting facts of a key become one call.
- *many at once*: one call, one transaction for many.
- *network*: outside any transaction, in a thread, under a lease.
- Attempts are %s unless said otherwise.
"""


class Command(BaseCommand):
    """Writes the map; with ``--check`` writes nothing and ends with an error when the file is behind."""

    help = "Write docs/event-map.md, or with --check compare it with the code."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="compare, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        drawn = draw([fact for fact in all_facts() if fact.__module__.startswith("erp.")])
        if not options["check"]:
            FILE.write_text(drawn, encoding="utf-8")
            self.stdout.write(f"Wrote {FILE.relative_to(REPOSITORY)}.")
        elif not FILE.exists() or FILE.read_text(encoding="utf-8") != drawn:
            raise CommandError("docs/event-map.md is behind the code; run bin/erp event_map.")


def draw(facts: list[type[Fact]]) -> str:
    """The map of these facts, which come sorted by name."""
    lines = [_HEAD % _ATTEMPTS]
    for app, told in groupby(facts, key=lambda fact: fact.fact_name.partition(".")[0]):
        lines.append(f"## {app}")
        for fact in told:
            lines += [*_one(fact), ""]
    return "\n".join(lines)


def _one(fact: type[Fact]) -> Iterator[str]:
    sentence = " ".join((inspect.getdoc(fact) or "").partition("\n\n")[0].replace("``", "`").split())
    fields = ", ".join(f"`{name}: {hint}`" for name, hint in _fields(fact))
    yield f"### {fact.__name__}"
    yield f"{sentence} Fields: {fields or 'none'}."
    handlers = sorted(handlers_of(fact), key=lambda handler: handler.name)
    yield from [f"- {_heard(handler)}" for handler in handlers] or ["- nobody: it stands in the log and on timelines"]


def _fields(fact: type) -> Iterator[tuple[str, str]]:
    hints = typing.get_type_hints(fact)
    yield from ((field.name, _shown(hints[field.name])) for field in dataclasses.fields(fact))


def _shown(hint: Any) -> str:
    return hint.__name__ if isinstance(hint, type) and not typing.get_args(hint) else str(hint).replace("datetime.", "")


def _heard(handler: Handler) -> str:
    said = {
        "in order": handler.key is not None and not handler.coalesce,
        "newest only": handler.coalesce,
        "many at once": handler.batch,
        "network": handler.network,
        f"{handler.max_attempts} attempts": handler.max_attempts != _ATTEMPTS,
    }
    options = ", ".join(option for option, holds in said.items() if holds)
    place = f"{handler.run.__module__.replace('.', '/')}.py: {handler.run.__name__}"
    return f"`{handler.name}`{f' ({options})' if options else ''} in `{place}`"
