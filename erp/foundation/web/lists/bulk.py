"""Actions on many rows: first what will change, then the change, then what failed and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from erp.foundation.actor import Actor

Label = str | Promise


@dataclass(frozen=True, slots=True)
class Preview:
    """
    What an action would do.

    ``ready`` rows will change; ``facts`` are (label, value) lines in numbers; ``skipped`` are (record, reason).
    """

    ready: int
    facts: Sequence[tuple[Label, Label]] = ()
    skipped: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action did: rows changed, (record, reason) of those that were not, and where to look at a started job."""

    done: int
    failed: Sequence[tuple[str, str]] = ()
    url: str = ""
    message: Label = ""


@dataclass(frozen=True, slots=True)
class BulkAction:
    """
    An action of a list's bottom bar.

    ``preview`` gets the chosen rows, writes nothing; ``run`` gets their keys and calls services, one use case a row
    or one for all, so that running it twice does no harm. ``danger`` paints the button.
    """

    name: str
    label: Label
    permission: str
    preview: Callable[[Sequence[Any], Actor], Preview]
    run: Callable[[Sequence[Any], Actor, datetime], Outcome]
    icon: str = "bolt"
    danger: bool = False
    help: Label = field(default="")
