"""python -m erp.simulators.shopify --port 8801 --data var/shop: one shop, until it is stopped."""

import argparse
import random
from pathlib import Path

import uvicorn

from erp.simulators.shopify.domain.shop import open_shop
from erp.simulators.shopify.graph.schema import schema
from erp.simulators.shopify.server import faults, outbox
from erp.simulators.shopify.server.app import App
from erp.simulators.shopify.state.store import Store
from erp.simulators.shopify.state.world import PLANS, Settings, World


def read_arguments(arguments: list[str] | None = None) -> tuple[int, str, Settings]:
    """Return (port, host, settings)."""
    defaults = Settings(data=Path())
    parser = argparse.ArgumentParser(
        prog="python -m erp.simulators.shopify", description="A shop that behaves as Shopify does."
    )
    parser.add_argument("--port", type=int, default=8801)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--data", type=Path, required=True, help="folder of the shop's file")
    parser.add_argument("--shop", default=defaults.shop, help="name before .myshopify.com")
    parser.add_argument("--access-token", default=defaults.access_token)
    parser.add_argument("--client-id", default=defaults.client_id)
    parser.add_argument("--client-secret", default=defaults.client_secret)
    parser.add_argument("--webhook-secret", help="default: the client secret, as at the vendor's")
    parser.add_argument("--plan", choices=sorted(PLANS), default=defaults.plan)
    parser.add_argument("--seed", type=int, default=defaults.seed, help="of the dice for faults and shoppers")
    parser.add_argument("--time-scale", type=float, default=1.0, help="0.001 makes 4 hours of retries last 14 seconds")
    parser.add_argument("--scopes", default="", help="comma-separated; default: all")
    given = parser.parse_args(arguments)
    settings = Settings(
        data=given.data, shop=given.shop, access_token=given.access_token, client_id=given.client_id,
        client_secret=given.client_secret, webhook_secret=given.webhook_secret or given.client_secret, plan=given.plan,
        seed=given.seed, time_scale=given.time_scale, scopes=tuple(each for each in given.scopes.split(",") if each),
    )  # fmt: skip
    return given.port, given.host, settings


def build(settings: Settings) -> App:
    """Open the shop's file and return the application."""
    settings.data.mkdir(parents=True, exist_ok=True)
    world = World(settings=settings, store=Store(settings.data / "shop.sqlite3"), dice=random.Random(settings.seed))
    world.notify, world.take_fault = outbox.notify, faults.take
    open_shop(world)
    schema()
    return App(world)


def main() -> None:
    """Serve."""
    port, host, settings = read_arguments()
    uvicorn.run(build(settings), host=host, port=port, log_level="warning", access_log=False, timeout_keep_alive=60)


if __name__ == "__main__":
    main()
