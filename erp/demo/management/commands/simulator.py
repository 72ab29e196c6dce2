"""`bin/erp simulator`: what the simulated shop and carrier are told to do wrong, and what they have seen."""

import json
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from erp.demo.controls import Refused, Simulator, carrier_address, shop_address

_WHERE = {"shop": shop_address, "carrier": carrier_address}
_EXAMPLES = """
  bin/erp simulator faults list
  bin/erp simulator faults add shop webhook_double count=10
  bin/erp simulator faults add shop throttle probability=0.2 operation=inventorySetQuantities
  bin/erp simulator faults add carrier lost_answer times=1 path=/v1/shipments
  bin/erp simulator faults clear carrier
  bin/erp simulator state shop
The kinds of faults and their options stand in the READMEs beside the simulators.
"""


def option_of(text: str) -> tuple[str, Any]:
    """``name=value``; numbers are numbers."""
    name, sign, value = text.partition("=")
    if not (sign and name):
        raise ArgumentTypeError(f"write name=value, not {text!r}")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


class Command(BaseCommand):
    """Lists, orders and clears faults of the simulators by their control API."""

    help = "Order faults of the simulated shop and carrier: " + _EXAMPLES.replace("\n", " ").strip()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--url", help="address of the simulator (that of the connected one)")
        what = parser.add_subparsers(dest="what", required=True)
        state = what.add_parser("state", help="what it has seen, as JSON")
        faults = what.add_parser("faults", help="list, add, clear").add_subparsers(dest="verb", required=True)
        listing = faults.add_parser("list", help="what is still to strike")
        add = faults.add_parser("add", help="order one: add shop webhook_drop count=5")
        clear = faults.add_parser("clear", help="remove all, or one by its number")
        for each in (state, listing, add, clear):
            each.add_argument("which", nargs="?" if each is listing else None, choices=_WHERE)
            each.add_argument("--url", default=SUPPRESS, help="address of the simulator")
        add.add_argument("kind")
        add.add_argument("options", nargs="*", type=option_of, metavar="name=value")
        clear.add_argument("number", nargs="?", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = [options["which"]] if options.get("which") else list(_WHERE)
        try:
            for which in chosen:
                self._do(which, self._simulator(which, options["url"]), options)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None

    def _simulator(self, which: str, url: str | None) -> Simulator:
        address = url or _WHERE[which]()
        if address is None:
            raise CommandError(
                f"No simulated {which} is connected. Start Backroom by bin/up, or name one: --url ADDRESS"
            )
        return Simulator(address)

    def _do(self, which: str, simulator: Simulator, options: dict[str, Any]) -> None:
        if options["what"] == "state":
            self.stdout.write(json.dumps(simulator.get("state"), ensure_ascii=False, indent=1))
        elif options["verb"] == "add":
            ordered = simulator.post("faults", {"kind": options["kind"], **dict(options["options"])})
            self.stdout.write(f"{which}: ordered {_named(ordered if 'kind' in ordered else options)}")
        elif options["verb"] == "clear":
            number = options["number"]
            simulator.delete("faults" if number is None else f"faults/{number}")
            self.stdout.write(f"{which}: cleared {'all' if number is None else number}")
        else:
            found = simulator.get("faults")
            listed = found["faults"] if isinstance(found, dict) else found
            for fault in listed:
                self.stdout.write(f"{which}: {_named(fault)}")
            if not listed:
                self.stdout.write(f"{which}: no fault is ordered")


def _named(fault: dict[str, Any]) -> str:
    known = {name: value for name, value in fault.items() if value not in (None, "", "*") and name not in _NOT_SHOWN}
    return " ".join([str(fault.get("kind")), *(f"{name}={value}" for name, value in known.items())])


_NOT_SHOWN = frozenset(
    ("kind", "options", "what", "verb", "which", "url", "settings", "pythonpath", "traceback", "no_color")
    + ("force_color", "verbosity", "skip_checks", "stdout", "stderr")
)
