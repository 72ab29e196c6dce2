"""docs/event-map.md as the code draws it."""

from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from erp.foundation.events.facts import Fact
from erp.foundation.events.management.commands import event_map
from erp.foundation.events.registry import handles


class KettleBoiled(Fact, app="mapped"):
    """
    Water is hot; ``kettle_id`` says where.

    Not part of the first sentence.
    """

    kettle_id: int
    degrees: Decimal | None = None


class TeaDrunk(Fact, app="mapped"):
    """The cup is empty."""


@handles(KettleBoiled, name="mapped.brew", key=lambda fact: fact.kettle_id, network=True, max_attempts=3)
def brew(fact, delivered):
    """Make tea."""


def test_map_shows_what_is_told_and_who_hears_it():
    drawn = event_map.draw([KettleBoiled, TeaDrunk])

    assert drawn.partition("## mapped\n")[2] == (
        "### KettleBoiled\n"
        "Water is hot; `kettle_id` says where. Fields: `kettle_id: int`, `degrees: decimal.Decimal | None`.\n"
        "- `mapped.brew` (in order, network, 3 attempts) in `tests/foundation/events/test_event_map.py: brew`\n"
        "\n"
        "### TeaDrunk\n"
        "The cup is empty. Fields: none.\n"
        "- nobody: it stands in the log and on timelines\n"
    )


def test_check_fails_when_the_file_is_behind_the_code(tmp_path, monkeypatch):
    monkeypatch.setattr(event_map, "FILE", tmp_path / "event-map.md")
    monkeypatch.setattr(event_map, "REPOSITORY", tmp_path)
    with pytest.raises(CommandError):
        call_command("event_map", check=True)

    call_command("event_map")
    call_command("event_map", check=True)

    event_map.FILE.write_text(event_map.FILE.read_text() + "by hand")
    with pytest.raises(CommandError):
        call_command("event_map", check=True)
