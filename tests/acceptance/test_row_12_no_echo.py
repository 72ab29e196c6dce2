"""What we write comes back as the shop's message, and causes no further write."""

import time

from tests.acceptance.conftest import Demo, until

SKU = "TAL-2"
CHANGES = 5
QUIET_SECONDS = 20
"""Longer than any poll of what waits to be pushed."""


def writes(demo: Demo) -> int:
    return int(demo.shop.get("state")["counters"].get("call inventorySetQuantities", 0))


def test_our_own_stock_changes_do_not_echo(demo: Demo) -> None:
    first = writes(demo)
    for quantity in range(30, 30 + CHANGES):
        demo.sets_stock(SKU, quantity)
        until(lambda quantity=quantity: demo.at_shop(SKU) == quantity, f"the shop never showed {quantity}")
    written = writes(demo)
    assert written - first == CHANGES
    time.sleep(QUIET_SECONDS)
    assert (writes(demo), demo.at_shop(SKU), demo.available(SKU)) == (written, 29 + CHANGES, 29 + CHANGES)
