"""`bin/erp demo`: makes the demo company; `bin/up` calls it."""

import json
import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.env import ENV
from erp.demo import shop
from erp.demo.company import make_company
from erp.demo.controls import Simulator
from erp.demo.people import let_in
from erp.foundation import clock
from erp.foundation.accounts.models import User


class Command(BaseCommand):
    """
    The company Lipa with two branches, a catalogue of some 160 SKUs, stock, prices, a carrier, and a connected shop.

    Safe to repeat. The passwords are made for this installation and written to ``logins.json`` in the data folder.
    """

    help = "Make the demo company and connect it to the simulated shop."

    def handle(self, *args: Any, **options: Any) -> None:
        if not (ENV.shop_simulator_url and ENV.carrier_simulator_url):
            raise CommandError("The demo needs the simulators: set SHOP_SIMULATOR_URL and CARRIER_SIMULATOR_URL.")
        at = clock.now()
        demo = make_company(ENV.carrier_simulator_url, at)
        simulator = Simulator(ENV.shop_simulator_url)
        shop.open_shop(simulator)
        shop.connect_shop(demo, at)
        sold = shop.sell(simulator, at)
        if not User.objects.filter(last_login__isnull=False).exists():
            self._write_logins(let_in(demo.company, demo.branch, at))
        self.stdout.write(f"{demo.company}: ready, {sold} orders placed at the shop.")

    def _write_logins(self, logins: list[dict[str, str]]) -> None:
        found = {
            "logins": logins,
            "look_at": [
                "/orders/            orders as they come in from the shop",
                "/channels/          whether the shop shows the truth",
                f"{ENV.shop_simulator_url}  the shop itself: buy something there, or order faults",
                f"{ENV.carrier_simulator_url}  the carrier: send a parcel on its way",
            ],
        }
        path = ENV.home / "logins.json"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(found, file, ensure_ascii=False, indent=1)
