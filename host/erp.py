"""`bin/erp COMMAND`: Django's command line inside this installation, with its services up."""

import os
import sys
import warnings
from contextlib import redirect_stdout

from host import entry, paths, services, steps

# What changes the schema or its rights connects as the owner of the tables.
OWNER_COMMANDS = frozenset(
    {"migrate", "prepare", "pgtrigger", "createcachetable", "backup", "restore", "snapshot_schema"}
)
# What reads only the code starts nothing.
CODE_COMMANDS = frozenset(
    ("makemigrations", "compile_texts", "check", "help", "version", "collectstatic", "spectacular", "openapi")
    + ("event_map", "routes")
)

# Programs for developers that look at the running installation from outside.
TOOLS = frozenset({"screenshots"})


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    name = next((argument for argument in arguments if not argument.startswith("-")), "help")
    if name in TOOLS:
        rest = arguments[arguments.index(name) + 1 :]
        os.execv(sys.executable, [sys.executable, "-m", f"tools.{name}", *rest])  # noqa: S606  # no shell is the point
    if name in OWNER_COMMANDS:
        os.environ["DATABASE_ROLE"] = "owner"
    if name in CODE_COMMANDS or {"--help", "-h"} & set(arguments):
        place = paths.home(os.environ)
        place.make()
        services.apply(services.environment(services.services_of(os.environ), os.environ))
        return _django(arguments)
    with services.running(os.environ) as (servers, variables):
        services.apply(variables)
        if name not in OWNER_COMMANDS and not steps.is_prepared(variables["DATABASE_URL"]):
            _prepare(servers, variables)
        status = _django(arguments)
        if name == "migrate" and status == 0:
            status = _django(["prepare", "--grants-only"])
        return status


def _prepare(servers: services.Services, variables: dict[str, str]) -> None:
    """The first command of an installation that was never started: it shall find its tables."""
    place = servers.home
    steps.compile_texts()
    with redirect_stdout(sys.stderr):  # a command's output may be read by a program
        steps.run_step(steps.schema_step(variables), steps.State(place.state), variables, place.logs / "schema.log")


def _django(arguments: list[str]) -> int:
    from django.core.management import execute_from_command_line

    # makemigrations compares with the database when it can, and says at length when it can't.
    warnings.filterwarnings("ignore", message="Got an error checking a consistent migration history")
    try:
        execute_from_command_line(["bin/erp", *arguments])
    except SystemExit as ended:
        if isinstance(ended.code, str):
            print(ended.code, file=sys.stderr)
            return 1
        return int(ended.code or 0)
    return 0


if __name__ == "__main__":
    entry.run(main)
