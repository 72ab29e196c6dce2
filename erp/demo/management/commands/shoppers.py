"""`bin/erp shoppers`: buyers come into the simulated shop."""

import re
import time
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from erp.demo.controls import Refused, Simulator, shop_address

_SECONDS = {"s": 1, "min": 60, "m": 60, "h": 3600}
LOOK_SECONDS = 1.0


def rate_of(text: str) -> float:
    """Buyers a second: ``2``, ``2/s``, ``30/min``, ``100/h``."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(?:/(s|min|m|h))?", text.strip())
    if not found or float(found[1]) <= 0:
        raise ArgumentTypeError(f"write a rate like 2/s, 30/min or 100/h, not {text!r}")
    return float(found[1]) / _SECONDS[found[2] or "s"]


class Command(BaseCommand):
    """Starts the shop's own model of shoppers and shows what they do until they are done; Ctrl-C sends them home."""

    help = "Let buyers come into the simulated shop."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--rate", type=rate_of, default=1.0, help="how many come: 2/s, 30/min (1/s)")
        parser.add_argument("--for", type=float, default=60.0, dest="seconds", help="how long, in seconds (60)")
        parser.add_argument("--seed", type=int, default=1, help="the same seed buys the same things (1)")
        parser.add_argument("--lines", type=int, default=3, help="at most so many different things each (3)")
        parser.add_argument("--cancels", type=float, default=0.05, help="share of orders that are cancelled (0.05)")
        parser.add_argument("--refunds", type=float, default=0.05, help="share of orders with a refund (0.05)")
        parser.add_argument("--oversell", action="store_true", help="the shop sells what it has not, too")
        parser.add_argument("--url", help="address of the simulated shop (that of the connected one)")

    def handle(self, *args: Any, **options: Any) -> None:
        url = options["url"] or shop_address()
        if url is None:
            raise CommandError("No simulated shop is connected. Start Backroom by bin/up, or name one: --url ADDRESS")
        shop = Simulator(url)
        wishes = {name: options[name] for name in ("rate", "seconds", "seed", "cancels", "refunds", "oversell")}
        try:
            shop.post("shoppers", wishes | {"max_lines": options["lines"]})
            self._watch(shop)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None

    def _watch(self, shop: Simulator) -> None:
        try:
            while (seen := shop.get("shoppers"))["running"]:
                self._show(seen, end="\r" if self.stdout.isatty() else "\n")
                time.sleep(LOOK_SECONDS)
        except KeyboardInterrupt:
            shop.delete("shoppers")
        self._show(shop.get("shoppers"), end="\n")

    def _show(self, seen: dict[str, Any], end: str) -> None:
        names = ("arrived", "bought", "units", "out_of_stock", "cancelled", "refunded", "errors")
        text = ", ".join(f"{seen.get(name, 0)} {name.replace('_', ' ')}" for name in names)
        self.stdout.write(f"{time.time() - seen['started']:6.0f} s: {text}", ending=end)
        self.stdout.flush()
