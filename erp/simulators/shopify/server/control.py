"""
The control API under /_sim/: not the vendor's, for tests, demos and the page. Anybody who reaches the port may use it:
bind it to the loopback.
"""

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from erp.simulators.shopify.domain import orders
from erp.simulators.shopify.server import commerce, faults, report
from erp.simulators.shopify.server.bucket import Bucket
from erp.simulators.shopify.server.messages import Request, Response, answer
from erp.simulators.shopify.server.shoppers import Crowd
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.world import World

ACTIONS = {"cancel": commerce.cancel, "pay": commerce.pay, "edit": commerce.edit, "refund": commerce.refund}


def _order_fault(world: World, given: Any) -> Any:
    return faults.add(world, commerce.camel(given))


POSTS = {
    "shop": commerce.set_up, "products": commerce.load_products, "orders": commerce.place, "fulfil": commerce.fulfil,
    "stock": commerce.change_stock,
    "faults": _order_fault,
}  # fmt: skip


async def route(world: World, bucket: Bucket, crowd: Crowd, request: Request) -> Response:
    """
    Answer a control request.

    :raises Refused: which becomes 422 with {error, code, field}.
    """
    parts = [unquote(each) for each in request.path.removeprefix("/_sim/").strip("/").split("/")]
    try:
        if request.method == "GET":
            return _get(world, bucket, crowd, parts, request)
        if request.method == "DELETE":
            return _delete(world, crowd, parts)
        return _post(world, crowd, parts, request)
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        return answer({"error": f"{type(error).__name__}: {error}", "code": "INVALID", "field": None}, 422)


def _get(world: World, bucket: Bucket, crowd: Crowd, parts: list[str], request: Request) -> Response:
    limit = int(request.query.get("limit", "100"))
    wanted = [each for each in request.query.get("with", "").split(",") if each]
    reads: dict[str, Callable[[], Any]] = {
        "health": lambda: {"ok": True, "shop": world.settings.domain},
        "state": lambda: report.state(world, bucket, wanted, limit),
        "shop": lambda: world.shop | {"locations": commerce.places(world)},
        "stock": lambda: report.stock(world),
        "orders": lambda: {"orders": report.orders(world, limit)},
        "webhooks": lambda: {"webhooks": report.deliveries(world, limit)},
        "subscriptions": lambda: {"subscriptions": report.subscriptions(world)},
        "faults": lambda: {"faults": faults.listed(world), "kinds": faults.KINDS},
        "shoppers": crowd.progress,
    }
    match parts:
        case ["orders", which]:
            return answer(orders.get_order(world, commerce.order_id(world, which)))
        case [name] if name in reads:
            return answer(reads[name]())
    return answer({"error": "Not found"}, 404)


def _delete(world: World, crowd: Crowd, parts: list[str]) -> Response:
    match parts:
        case ["faults"]:
            return answer({"removed": faults.clear(world)})
        case ["faults", number] if number.isdigit():
            return answer({"removed": faults.clear(world, int(number))})
        case ["subscriptions"]:
            world.store.write("UPDATE deliveries SET status = 'abandoned' WHERE status = 'waiting'")
            return answer({"removed": world.store.write("DELETE FROM subscriptions")})
        case ["shoppers"]:
            crowd.stop()
            return answer(crowd.progress())
    return answer({"error": "Not found"}, 404)


def _post(world: World, crowd: Crowd, parts: list[str], request: Request) -> Response:
    given: Any = request.json() if request.body else {}
    match parts:
        case [name] if name in POSTS:
            return answer(POSTS[name](world, given), 200 if name in ("shop", "stock") else 201)
        case ["orders", which, action] if action in ACTIONS:
            return answer(ACTIONS[action](world, commerce.order_id(world, which), given))
        case ["shoppers"]:
            return answer(crowd.start(given), 201)
        case ["webhooks", "retry"]:
            touched = world.store.write("UPDATE deliveries SET due = 0 WHERE status = 'waiting'")
            world.wake.set()
            return answer({"due": touched})
        case ["uninstall"]:
            return answer(_uninstall(world))
        case ["pause"]:
            return answer(_pause(world, given.get("seconds")))
        case ["resume"]:
            world.running.set()
            return answer({"running": True})
    return answer({"error": "Not found"}, 404)


def _uninstall(world: World) -> dict[str, Any]:
    """Do what a merchant's uninstalling does: tokens and subscriptions are gone, the last webhook goes out."""
    with world.store.transaction():
        world.notify(world, "app/uninstalled", None)
        world.store.write("DELETE FROM tokens")
        removed = world.store.write("DELETE FROM subscriptions")
    return {"subscriptionsRemoved": removed}


def _pause(world: World, seconds: Any) -> dict[str, Any]:
    """Let the Admin API and the deliveries wait."""
    if seconds is not None and float(seconds) <= 0:
        raise Refused("seconds must be above 0", field=["seconds"])
    world.running.clear()
    if seconds is not None:
        asyncio.get_running_loop().call_later(float(seconds), world.running.set)
    return {"running": False}
