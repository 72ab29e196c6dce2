"""The ASGI application: which path goes where."""

import asyncio
import contextlib
import re
from typing import Any

from erp.simulators.shopify.server import admin, control, delivery, oauth, page, shoppers
from erp.simulators.shopify.server.bucket import Bucket
from erp.simulators.shopify.server.messages import Receive, Request, Response, Scope, Send, answer, read
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.world import PLANS, World

GRAPHQL = re.compile(r"/admin/api/([\w-]+)/graphql\.json")


class App:
    """One shop behind HTTP."""

    def __init__(self, world: World) -> None:
        """Take the shop that is already open."""
        self.world = world
        self.bucket = Bucket(PLANS[world.settings.plan])
        self.crowd = shoppers.Crowd(world)
        self._tasks: list[asyncio.Task[Any]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection's scope."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            request = await read(scope, receive)
            response = await self._answer(request)
            if "X-Sim-Drop" in response.headers:
                # The client sees its connection end without an answer, as when a proxy dies.
                await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1000000")]})
                return
            await response.send(send)

    async def _answer(self, request: Request) -> Response:
        try:
            match = GRAPHQL.fullmatch(request.path)
            if match and request.method == "POST":
                await self.world.running.wait()
                return await admin.graphql(self.world, self.bucket, request, match[1])
            if request.path == "/admin/oauth/access_token" and request.method == "POST":
                return oauth.grant(self.world, request)
            if request.path.startswith("/_sim/"):
                return await control.route(self.world, self.bucket, self.crowd, request)
            if request.path == "/":
                if request.method == "POST":
                    return page.act(self.world, self.crowd, request)
                return page.show(self.world, self.bucket, self.crowd, request)
        except Refused as refusal:
            return answer({"error": refusal.message, "code": refusal.code, "field": refusal.field}, 422)
        return answer({"errors": "Not Found"}, 404)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self.world.running.set()
        self._tasks.append(asyncio.create_task(delivery.run(self.world)))
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.crowd.stop()
        for task in self._tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await send({"type": "lifespan.shutdown.complete"})
