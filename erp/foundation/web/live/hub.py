"""One LISTEN per process, fanned out to the browsers that it serves."""

import asyncio

import psycopg
import structlog

from config.env import ENV
from erp.foundation.web.live.hints import CHANNEL

log = structlog.get_logger(__name__)

QUEUE_LENGTH = 200
RECONNECT_SECONDS = (0.5, 1, 2, 5, 10)
EVERYTHING = "*"  # after a gap: read all parts again

Queue = asyncio.Queue[str]


class Hub:
    """Fans hints of the database out to the queues of the browsers of this process."""

    def __init__(self) -> None:
        self._queues: dict[Queue, frozenset[str]] = {}
        self._listener: asyncio.Task[None] | None = None
        self.listening = asyncio.Event()

    def subscribe(self, topics: frozenset[str]) -> Queue:
        """A queue that gets the names of these topics; starts to listen with the first one."""
        queue: Queue = asyncio.Queue(QUEUE_LENGTH)
        self._queues[queue] = topics
        if self._listener is None or self._listener.done():
            self._listener = asyncio.create_task(self._listen())
        return queue

    def unsubscribe(self, queue: Queue) -> None:
        """Forget a queue; the last one ends the listening."""
        self._queues.pop(queue, None)
        if not self._queues and self._listener is not None:
            self._listener.cancel()
            self._listener = None
            self.listening.clear()

    def tell(self, topic: str) -> None:
        """Put a topic into the queues that want it; a queue that is full is told to read everything."""
        for queue, topics in self._queues.items():
            if topic == EVERYTHING or topic in topics:
                if queue.full():
                    while not queue.empty():
                        queue.get_nowait()
                    topic = EVERYTHING
                queue.put_nowait(topic)

    async def _listen(self) -> None:
        attempt = 0
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(
                    ENV.database_direct_url, autocommit=True
                ) as connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    if attempt:
                        self.tell(EVERYTHING)
                    attempt = 0
                    self.listening.set()
                    async for hint in connection.notifies():
                        self.tell(hint.payload)
            except psycopg.Error:
                log.warning("live_listener_lost", attempt=attempt)
            self.listening.clear()
            await asyncio.sleep(RECONNECT_SECONDS[min(attempt, len(RECONNECT_SECONDS) - 1)])
            attempt += 1


_hubs: dict[asyncio.AbstractEventLoop, Hub] = {}


def hub() -> Hub:
    """The hub of the running event loop."""
    loop = asyncio.get_running_loop()
    if loop not in _hubs:
        _hubs[loop] = Hub()
    return _hubs[loop]
