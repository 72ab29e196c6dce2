"""The relay's loop: woken by NOTIFY, sweeping each second, stopping cleanly on SIGTERM."""

import signal
import threading
import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import groupby
from uuid import UUID

import psycopg
import structlog
from django.db import InterfaceError, OperationalError, close_old_connections, connection

from config.env import ENV
from erp.foundation.events.publishing import CHANNEL
from erp.foundation.events.registry import Handler, all_handlers, handler_named
from erp.foundation.events.relay.claiming import LEASE_SECONDS, Claimed, claim, extend_leases
from erp.foundation.events.relay.running import run_group

log = structlog.get_logger(__name__)
SWEEP_SECONDS = 1.0
CLAIM_AT_ONCE = 20  # few, so that what waits for the network is looked after often
BATCH_AT_ONCE = 5000  # of all batch handlers together: what one burst told is computed, and pushed, at once
NETWORK_THREADS = 8


class Relay:
    """Runs deliveries until told to stop. Several relays may run at once."""

    def __init__(self, *, network_threads: int = NETWORK_THREADS) -> None:
        self.stopping = threading.Event()
        self._pool = ThreadPoolExecutor(network_threads, thread_name_prefix="network")
        self._free = threading.Semaphore(network_threads)
        self._running: dict[UUID, list[Future[None]]] = defaultdict(list)
        self._listener: psycopg.Connection[tuple[str]] | None = None

    def run(self) -> None:
        """Block until :meth:`stop`; a database that is away is waited for."""
        heartbeat = threading.Thread(target=self._beat, name="heartbeat", daemon=True)
        heartbeat.start()
        while not self.stopping.is_set():
            try:
                if not self.run_once():
                    self._wait()
            except (OperationalError, InterfaceError, psycopg.Error) as error:
                log.warning("database away", error=type(error).__name__)
                self._listener = None
                connection.close()
                self.stopping.wait(SWEEP_SECONDS)
        self._pool.shutdown(wait=True)
        self._close()

    def stop(self) -> None:
        self.stopping.set()

    def run_once(self) -> int:
        """
        Claim and run what is due now; network deliveries are only handed to the pool.

        :returns: how many deliveries were claimed.
        """
        handlers = all_handlers()
        count = 0
        for lane, limit in ((_network, self._free_threads()), (_batch, BATCH_AT_ONCE), (_plain, CLAIM_AT_ONCE)):
            if not limit:
                continue
            chosen = [handler for handler in handlers if lane(handler)]
            claimed = claim(
                handlers=[handler.name for handler in chosen],
                coalescing=[handler.name for handler in chosen if handler.coalesce],
                limit=limit,
            )
            count += len(claimed)
            for handler, group in groups(claimed):
                if handler.network:
                    self._submit(handler, group)
                elif self.stopping.is_set():
                    return count  # the rest is claimed again when its lease ends
                else:
                    run_group(handler, group)
        return count

    def _submit(self, handler: Handler, group: list[Claimed]) -> None:
        self._free.acquire()
        future = self._pool.submit(self._run_network, handler, group)
        self._running[group[0].claim].append(future)

    def _run_network(self, handler: Handler, group: list[Claimed]) -> None:
        try:
            run_group(handler, group)
        finally:
            close_old_connections()
            self._free.release()

    def _free_threads(self) -> int:
        """At most as many as can start at once, so that no lease runs out in a queue."""
        return max(0, self._free._value)

    def _beat(self) -> None:
        while not self.stopping.wait(LEASE_SECONDS / 4):
            for token, futures in list(self._running.items()):
                if all(future.done() for future in futures):
                    del self._running[token]
            try:
                extend_leases(list(self._running))
            except (OperationalError, InterfaceError):
                connection.close()

    def _wait(self) -> None:
        if self._listener is None:
            self._listener = psycopg.connect(
                ENV.database_direct_url, autocommit=True, application_name="backroom-relay"
            )
            self._listener.execute(f"LISTEN {CHANNEL}")
            return  # look again: what was published before LISTEN woke nobody
        started = time.monotonic()
        for _notice in self._listener.notifies(timeout=SWEEP_SECONDS, stop_after=1):
            break
        log.debug("woken", waited=round(time.monotonic() - started, 3))

    def _close(self) -> None:
        if self._listener is not None:
            self._listener.close()
        connection.close()


def _plain(handler: Handler) -> bool:
    return not handler.batch and not handler.network


def _batch(handler: Handler) -> bool:
    return handler.batch


def _network(handler: Handler) -> bool:
    return handler.network


def groups(claimed: Iterable[Claimed]) -> list[tuple[Handler, list[Claimed]]]:
    """Deliveries that run together, in order: a batch handler's all, a coalesced key's all, others one by one."""

    def together(item: Claimed) -> tuple[str, str]:
        handler = handler_named(item.handler)
        assert handler is not None, "only deliveries of known handlers are claimed"
        if handler.batch:
            return (item.handler, "")
        return (item.handler, item.key if handler.coalesce else f"#{item.id}")

    result = []
    for (name, _key), members in groupby(sorted(claimed, key=lambda c: (together(c), c.id)), key=together):
        handler = handler_named(name)
        assert handler is not None
        result.append((handler, list(members)))
    return sorted(result, key=lambda pair: pair[1][0].id)


def main() -> None:
    """The relay as a process: until SIGTERM or SIGINT."""
    relay = Relay()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_args: relay.stop())
    log.info("relay up", handlers=len(all_handlers()))
    relay.run()
    log.info("relay down")
