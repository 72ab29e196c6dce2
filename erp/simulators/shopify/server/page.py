"""The page at /: the shop at a glance."""

from erp.simulators.shopify.server.messages import Request, Response
from erp.simulators.shopify.state.world import World


def show(world: World, request: Request) -> Response:
    """Return the page."""
    return Response(200, world.shop["name"].encode(), {"Content-Type": "text/plain; charset=utf-8"})
