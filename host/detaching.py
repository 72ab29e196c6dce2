"""`bin/up --detach`: the same program in a session of its own, watched until it answers."""

import os
import subprocess
import sys
import time

from host.locks import Post
from host.paths import Home

_PATIENCE = 600


def start(place: Home, arguments: list[str]) -> int:
    """Start `bin/up` in the background, show what it says, return when it answers or gives up."""
    log = place.logs / "up.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "host.up", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            start_new_session=True,
        )
    post = Post(place.run / "up.lock")
    limit = time.monotonic() + _PATIENCE
    with log.open("r") as said:
        while time.monotonic() < limit:
            ended = process.poll() is not None
            ready = post.holder()[:1] == [str(process.pid)] and post.holder()[-1] == "ready"
            print(said.read(), end="", flush=True)
            if ready:
                process.returncode = 0  # it lives on
                return 0
            if ended:
                return process.returncode or 1
            time.sleep(0.1)
    print(f"It is not ready after {_PATIENCE} s: see {log}", file=sys.stderr)
    return 1
