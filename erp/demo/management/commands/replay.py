"""`bin/erp replay FILE`: real retail history through a simulated shop and the whole of Backroom."""

import os
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.env import ENV
from erp.demo.crew import NotReady
from erp.demo.replay import playing, reading


class Command(BaseCommand):
    """
    Brings everything it needs: its own web server, relays, sweeps, shop and carrier, and ends them with itself.

    It may run beside `bin/up` or alone. The company that it founds is named after the run and stays, its shop paused.
    Ends with status 1 when the shop, the orders and the ledgers are not equal.
    """

    help = "Send retail history (the Online Retail file) through a simulated shop."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="CSV, gzipped or not")
        parser.add_argument("--orders", type=int, help="how many orders, with everything between them (all)")
        parser.add_argument("--speed", type=float, default=2.0, help="orders a second; 0 = as fast as it goes (2)")
        parser.add_argument("--channel", choices=["shopify"], default="shopify")
        parser.add_argument("--relays", type=int, default=2, help="relay processes of its own (2)")
        parser.add_argument("--run", default=time.strftime("%Y%m%d-%H%M%S"), help="name of the run (the time)")
        parser.add_argument("--report", type=Path, help="where the JSON goes (into the data folder)")

    def handle(self, *args: Any, **options: Any) -> None:
        home = ENV.home / "replays" / options["run"]
        wishes = playing.Wishes(
            orders=options["orders"], per_second=options["speed"], relays=options["relays"], run=options["run"]
        )
        try:
            report = playing.play(options["file"], wishes, home, say=self._say)
        except (reading.NotThatFile, playing.NameTaken, NotReady) as problem:
            raise CommandError(str(problem)) from None
        for line in report.lines():
            self.stdout.write(line)
        path = options["report"] or home / "report.json"
        report.write(path)
        self.stdout.write(f"The same as JSON: {os.path.relpath(path)}")
        if not report.equal:
            sys.exit(1)

    def _say(self, text: str) -> None:
        self.stdout.write(f"{time.strftime('%H:%M:%S')} {text}")
        self.stdout.flush()
