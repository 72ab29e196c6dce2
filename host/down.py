"""`bin/down`: stops what `bin/up` started, and servers that a killed start left behind."""

import os
import signal
import sys

from host import entry, processes, services
from host.locks import Post, Users
from host.paths import home

_PATIENCE = 90


def main(arguments: list[str]) -> int:
    """Stop everything of this installation; fine when nothing runs."""
    place = home(os.environ)
    place.make()
    post = Post(place.run / "up.lock")
    if post.take():
        post.give_up()
        print(
            "Backroom was not running." if _stop_servers() else "A command still uses the database; it stops it itself."
        )
        return 0
    pid = int(post.holder()[0])
    print("Stopping ...", flush=True)
    if not processes.end(pid, by=signal.SIGTERM, wait=_PATIENCE):
        print(f"Process {pid} does not end; its log is {place.logs / 'up.log'}.", file=sys.stderr)
        return 1
    print("Stopped; nothing is lost.")
    return 0


def _stop_servers() -> bool:
    """Stop servers without users; False when there is a user."""
    servers = services.services_of(os.environ)
    stopped = False

    def stop() -> None:
        nonlocal stopped
        servers.stop()
        stopped = True

    Users(servers.home.run / "users.lock").leave(stop)
    return stopped


if __name__ == "__main__":
    entry.run(main)
