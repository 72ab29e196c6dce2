"""The command line: options, the installation it visits, the list at the end."""

import argparse
import json
import os
import sys
from pathlib import Path

from host.paths import REPOSITORY, home
from host.trouble import Trouble

WIDTHS = {"desktop": (1440, 900), "phone": (390, 844)}
LANGUAGES = ("pl", "en")


def read_options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bin/erp screenshots",
        description="Take pictures of every page of the running demo; 1 when something is wrong on one.",
    )
    parser.add_argument("--out", type=Path, default=REPOSITORY / "screenshots", help="folder of the pictures")
    parser.add_argument("--role", action="append", help="only this role (may be given several times)")
    parser.add_argument("--lang", choices=LANGUAGES, help="only in this language (both)")
    parser.add_argument("--width", choices=list(WIDTHS), help="only this wide (both)")
    parser.add_argument("--dark", action="store_true", help="only the dark theme (both)")
    parser.add_argument("--page", default="", help="only pages whose name or address contains this")
    parser.add_argument("--url", help="address of the demo (the one that runs in BACKROOM_HOME)")
    return parser.parse_args(arguments)


def running_at() -> str:
    """
    Address of the installation that runs in this data folder.

    :raises Trouble: when none runs.
    """
    try:
        words = (home(os.environ).run / "up.lock").read_text().split()
        os.kill(int(words[0]), 0)
        return words[1]
    except (OSError, IndexError, ValueError):
        raise Trouble("Backroom does not run here.", "Start it: bin/up --detach") from None


def logins(roles: list[str] | None) -> dict[str, tuple[str, str]]:
    """
    E-mail and password of each role of the demo, as `bin/up` wrote them.

    :raises Trouble: when there are none, or a wanted role is not among them.
    """
    try:
        found = json.loads(home(os.environ).logins.read_text())["logins"]
    except (OSError, ValueError, KeyError):
        raise Trouble("There are no demo logins here.", "Make the demo company: bin/up --detach") from None
    known = {each["role"]: (each["email"], each["password"]) for each in found}
    if missing := sorted(set(roles or ()) - known.keys()):
        raise Trouble(f"The demo has no role {', '.join(missing)}.", "It has: " + ", ".join(known))
    return {role: login for role, login in known.items() if not roles or role in roles}


def main(arguments: list[str]) -> int:
    """Visit, show each fault once with the places where it was seen, and return the exit status."""
    options = read_options(arguments)
    try:
        from tools.screenshots.touring import Looks, tour
    except ModuleNotFoundError as missing:
        if not (missing.name or "").startswith("playwright"):
            raise
        raise Trouble(
            "Playwright is not installed: it belongs to the developers' packages.",
            "`bin/check` installs them; run this again afterwards.",
        ) from None
    looks = Looks(
        languages=(options.lang,) if options.lang else LANGUAGES,
        sizes={name: size for name, size in WIDTHS.items() if options.width in (None, name)},
        themes=("dark",) if options.dark else ("light", "dark"),
        only=options.page,
    )
    people = logins(options.role)
    seen = tour(options.url or running_at(), people, looks, options.out)
    print(f"{seen.pictures} pictures of {len(seen.pages)} pages in {options.out}")
    for fault, places in sorted(seen.faults.items()):
        rest = f" and {len(places) - 3} more" if len(places) > 3 else ""
        print(f"- {fault}\n    {'; '.join(places[:3])}{rest}")
    print("Nothing is wrong." if not seen.faults else f"{len(seen.faults)} things are wrong.")
    return int(bool(seen.faults))


if __name__ == "__main__":
    from host import entry

    sys.argv[0] = "bin/erp screenshots"
    entry.run(main)
