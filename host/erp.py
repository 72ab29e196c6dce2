"""`bin/erp COMMAND`: Django's command line inside this installation, with its services up."""

import os
import sys
import warnings

from host import entry, paths, services

# What changes the schema or its rights connects as the owner of the tables.
OWNER_COMMANDS = frozenset(
    {"migrate", "prepare", "pgtrigger", "createcachetable", "backup", "restore", "snapshot_schema"}
)
# What reads only the code starts nothing.
CODE_COMMANDS = frozenset(
    ("makemigrations", "compile_texts", "check", "help", "version", "collectstatic", "spectacular", "openapi")
    + ("event_map", "routes")
)


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    name = next((argument for argument in arguments if not argument.startswith("-")), "help")
    if name in OWNER_COMMANDS:
        os.environ["DATABASE_ROLE"] = "owner"
    if name in CODE_COMMANDS or {"--help", "-h"} & set(arguments):
        place = paths.home(os.environ)
        place.make()
        services.apply(services.environment(services.services_of(os.environ), os.environ))
        return _django(arguments)
    with services.running(os.environ) as (_, variables):
        services.apply(variables)
        status = _django(arguments)
        if name == "migrate" and status == 0:
            status = _django(["prepare", "--grants-only"])
        return status


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
