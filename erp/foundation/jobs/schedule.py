"""Work that comes again and again: each app says in its ``tasks.py`` what and how often."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repeated:
    """A Celery task that beat sends every so many seconds; ``name`` never changes."""

    name: str
    task: str
    seconds: int


_schedule: dict[str, Repeated] = {}


def repeat(name: str, *, task: str, seconds: int) -> None:
    """
    Declare a repeated task; ``bin/erp load_reference_jobs`` puts it where an administrator can change its pace.

    :raises ValueError: when the name is taken by another declaration.
    """
    entry = Repeated(name, task, seconds)
    if _schedule.setdefault(name, entry) != entry:
        raise ValueError(f"schedule {name} is declared twice")


def declared() -> list[Repeated]:
    return [_schedule[name] for name in sorted(_schedule)]
