"""`python -m erp.simulators.carrier --port N --data DIR`."""

import argparse
import sys
from pathlib import Path

from erp.simulators.carrier.serving import serve
from erp.simulators.carrier.settings import Settings
from erp.simulators.carrier.store import FolderInUse


def read_settings(arguments: list[str]) -> Settings:
    """:raises SystemExit: with a usage message when an option makes no sense."""
    parser = argparse.ArgumentParser(prog="python -m erp.simulators.carrier", description="Sandbox carrier")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8090, help="0 takes a free port")
    parser.add_argument("--data", type=Path, required=True, help="folder of the database")
    parser.add_argument(
        "--account", action="append", metavar="NAME:TOKEN", help="repeatable; default sandbox:sandbox-token"
    )
    parser.add_argument(
        "--time-scale", type=float, default=60.0, help="carrier hours pass this many times faster; 0 = by hand"
    )
    parser.add_argument("--label-delay", type=float, default=0.5, help="seconds until a label is ready")
    parser.add_argument("--rate-limit", type=float, default=100.0, help="requests a second per account; 0 = none")
    parser.add_argument("--push-backoff", default="1,5,30,120,600", help="seconds before each retry of a push")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    accounts = {}
    for account in given.account or ["sandbox:sandbox-token"]:
        name, _, token = account.partition(":")
        if not name or not token:
            parser.error("--account takes NAME:TOKEN")
        accounts[token] = name
    try:
        backoff = tuple(float(pause) for pause in given.push_backoff.split(",") if pause)
    except ValueError:
        parser.error("--push-backoff takes seconds, such as 1,5,30")
    if min(given.time_scale, given.label_delay, given.rate_limit, *backoff, 0.0) < 0:
        parser.error("durations and rates can't be negative")
    return Settings(
        host=given.host,
        port=given.port,
        data=given.data,
        accounts=accounts,
        time_scale=given.time_scale,
        label_delay=given.label_delay,
        rate_limit=given.rate_limit,
        push_backoff=backoff,
        seed=given.seed,
    )


def main() -> None:
    settings = read_settings(sys.argv[1:])
    try:
        serve(settings)
    except FolderInUse as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
