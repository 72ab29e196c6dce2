"""`bin/erp bench NAME`: ratios against a floor measured in the same run."""

import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.env import REPOSITORY
from erp.demo.bench import names, place
from erp.demo.bench.results import KEPT


class Command(BaseCommand):
    """
    Measures on a database of its own beside the installation's; each result is shown and kept as a line of JSON.

    Ends with status 1 when a bar is missed. ``docs/benchmarks.md`` says how each is measured.
    """

    help = "Measure: " + ", ".join([*names.MEASURED, "prepare", "all"])

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", choices=[*names.MEASURED, "prepare", "all"])
        parser.add_argument(
            "--orders", type=int, default=200_000, help="prepare, pages: how many orders there shall be"
        )
        parser.add_argument("--seconds", type=float, help="webhooks, contention, stock: how long each part lasts")
        parser.add_argument("--fresh", action="store_true", help="begin with an empty database of benchmarks")
        parser.add_argument("--keep", default=str(KEPT), help="file that the results are added to (- = none)")

    def handle(self, *args: Any, **options: Any) -> None:
        if not place.inside():
            self._go_inside(sys.argv[1:], fresh=options["fresh"])
            return
        from erp.demo.bench import running

        chosen = list(names.MEASURED) if options["name"] == "all" else [options["name"]]
        wishes = running.Wishes(orders=options["orders"], seconds=options["seconds"], keep=options["keep"])
        met = [running.run(name, wishes, say=self._say) for name in chosen]
        if not all(met):
            sys.exit(1)

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def _go_inside(self, words: list[str], *, fresh: bool) -> None:
        try:
            if not place.exists():
                self._say(f"Making the database of benchmarks ({place.NAME}) ...")
            place.ensure(fresh=fresh)
        except place.NoPlace as problem:
            raise CommandError(str(problem)) from None
        words = [word for word in words if word != "--fresh"]
        done = subprocess.run(place.command(*words), check=False, env=place.environment(), cwd=REPOSITORY)
        if done.returncode:
            sys.exit(done.returncode)
