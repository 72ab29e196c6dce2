"""The processes of Backroom. All but the simulators are forks of one parent that has loaded Django once."""

import gc
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from host.paths import REPOSITORY, Home
from host.supervisor import Child, end_with_parent, fork

if TYPE_CHECKING:
    import uvicorn

WORKER_PROCESSES = 2
_STREAMS_END_SECONDS = 3  # how long a stopping web process waits for open streams

# What the children would load only after the fork, each for itself.
_LOADED_LATE = (
    "celery.apps.beat",
    "celery.apps.worker",
    "celery.concurrency.prefork",
    "django_celery_beat.schedulers",
    "kombu.transport.redis",
    "uvicorn",
)


def preload() -> None:
    """
    Load all code that the children share, then freeze it, so that their copies stay shared memory.

    No thread and no connection may exist at a fork: a child would inherit half of it.
    """
    import django

    django.setup()
    from django.urls import get_resolver

    import config.asgi
    import config.celery

    get_resolver().url_patterns  # noqa: B018  # imports every view
    config.celery.app.loader.import_default_modules()
    for module in _LOADED_LATE:
        import_module(module)
    _refuse_what_forks_badly()
    gc.collect()
    gc.freeze()


def _refuse_what_forks_badly() -> None:
    from django.db import connections

    if threading.active_count() > 1:
        raise RuntimeError(f"threads before the fork: {[thread.name for thread in threading.enumerate()]}")
    if any(connection.connection is not None for connection in connections.all(initialized_only=True)):
        raise RuntimeError("an app's ready() opened a connection to the database before the fork")


def relay() -> None:
    from erp.foundation.events.relay import main

    main()


def worker() -> None:
    from config.celery import app

    app.worker_main(
        ["worker", "--pool=prefork", f"--concurrency={WORKER_PROCESSES}", "--loglevel=WARNING"]
        + ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    )


def beat() -> None:
    from config.celery import app

    app.start(["beat", "--pidfile=", "--loglevel=WARNING"])


def web(listener: socket.socket) -> Callable[[], None]:
    """The one origin: pages and live events."""
    return lambda: web_server().run(sockets=[listener])


def web_server() -> "uvicorn.Server":
    """The server of the one origin."""
    import uvicorn

    from config.asgi import application

    config = uvicorn.Config(
        application,
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_STREAMS_END_SECONDS,
    )
    return uvicorn.Server(config)


@dataclass(frozen=True, slots=True)
class Simulator:
    """A shop or carrier of the demo: a program of its own, known by its address only."""

    name: str
    variable: str
    port: int  # preferred

    @property
    def exists(self) -> bool:
        return (REPOSITORY / "erp" / "simulators" / self.name / "__main__.py").is_file()


SIMULATORS = (
    Simulator("shopify", "SHOP_SIMULATOR_URL", 8801),
    Simulator("carrier", "CARRIER_SIMULATOR_URL", 8802),
)


def simulator(which: Simulator, port: int, home: Home, variables: Mapping[str, str]) -> Child:
    """Start it as a program; it gets no address or key of ours."""
    data = home.root / "simulators" / which.name
    data.mkdir(parents=True, exist_ok=True)
    log = home.logs / f"simulator-{which.name}.log"
    kept = {
        name: variables[name]
        for name in ("PATH", "PYTHONPATH", "PYTHONSAFEPATH", "PYTHONUTF8", "LANG", "HOME")
        if name in variables
    }

    def begin() -> int:
        with log.open("ab") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", f"erp.simulators.{which.name}", "--port", str(port), "--data", str(data)],
                env=kept,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                process_group=0,
                preexec_fn=end_with_parent,  # noqa: PLW1509  # there are no threads here
            )
        process.returncode = 0  # the supervisor waits for it by its number
        return process.pid

    return Child(f"simulator of {which.name}", begin)


def forked(home: Home, listener: socket.socket) -> list[Child]:
    """The processes that are forks, in the order of their start."""
    works: dict[str, Callable[[], None]] = {"relay": relay, "worker": worker, "beat": beat, "web": web(listener)}
    return [Child(name, _fork_of(name, work, home.logs / f"{name}.log")) for name, work in works.items()]


def _fork_of(name: str, work: Callable[[], None], log: Path) -> Callable[[], int]:
    return lambda: fork(name, work, log)


def free_port(preferred: int) -> int:
    """The preferred port, or any free one."""
    for port in (preferred, 0):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(trial.getsockname()[1])
    raise OSError("no free port")
