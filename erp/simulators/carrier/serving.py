"""The process: a socket, uvicorn, and the two background loops."""

import asyncio
import contextlib
import socket

import uvicorn

from erp.simulators.carrier.app import App
from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.progress import keep_moving
from erp.simulators.carrier.push import keep_pushing
from erp.simulators.carrier.settings import Settings


def serve(settings: Settings) -> None:
    """
    Serve until SIGTERM or SIGINT.

    :raises FolderInUse: if another process holds the folder.
    """
    carrier = Carrier(settings)
    # Without the protocol spelt out, asyncio would not set TCP_NODELAY and each answer would wait 40 ms for an ACK.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((settings.host, settings.port))
        listener.listen(512)
        host, port = listener.getsockname()
        print(f"Sandbox carrier listens on http://{host}:{port}", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(_serve(carrier, listener))
    carrier.store.close()


async def _serve(carrier: Carrier, listener: socket.socket) -> None:
    config = uvicorn.Config(
        App(carrier),
        # These two are spelt out because cutting a line relies on them (http/line.py).
        http="h11",
        proxy_headers=False,
        loop="asyncio",
        ws="none",
        lifespan="off",
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    loops = [asyncio.create_task(keep_moving(carrier)), asyncio.create_task(keep_pushing(carrier))]
    # A loop never ends by itself: if one does, it failed, and a carrier that stands still silently helps nobody.
    await asyncio.wait([serving, *loops], return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    await serving
    for loop in loops:
        loop.cancel()
    for result in await asyncio.gather(*loops, return_exceptions=True):
        if isinstance(result, Exception):
            raise result
