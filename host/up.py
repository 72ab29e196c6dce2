"""
`bin/up`: starts Backroom on this machine and keeps it running.

The data folder remembers at its first start whether it holds the demo company or your own
(`--empty`), so a later start never mixes the two. `logins.json` in the data folder, written by whoever makes
people, holds what the greeting shows: {"logins": [{"role", "email", "password", "sees"}], "look_at": [text]}, or
{"begin": address} where nobody has come in yet.
"""

import argparse
import os
import shutil
import socket
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

from host import children, detaching, entry, greeting, services, steps
from host.locks import Post, Users
from host.paths import REPOSITORY, Home, home
from host.steps import State, Step
from host.supervisor import Child, Supervisor
from host.trouble import Trouble

_LEAST_FREE = 300 * 1024 * 1024
_READY_SECONDS = 60
_DEMO, _EMPTY = "demo", "empty"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for."""

    port: int
    detach: bool
    fresh: bool
    sure: bool
    empty: bool


def read_options(arguments: list[str]) -> Options:
    parser = argparse.ArgumentParser(prog="bin/up", description="Start Backroom on this machine.")
    parser.add_argument("--port", type=int, default=8000, help="of the pages (8000)")
    parser.add_argument("--detach", action="store_true", help="go on in the background once it answers")
    parser.add_argument("--empty", action="store_true", help="without the demo company and its simulators")
    parser.add_argument("--fresh", action="store_true", help="first remove the data of this installation")
    parser.add_argument("--yes", action="store_true", help="don't ask whether --fresh is meant")
    given = parser.parse_args(arguments)
    return Options(given.port, given.detach, given.fresh, given.yes, given.empty)


def main(arguments: list[str]) -> int:
    """Run until told to stop."""
    options = read_options(arguments)
    place = home(os.environ)
    place.make()
    post = Post(place.run / "up.lock")
    if not post.take():
        print("Backroom runs already:", *post.holder()[1:2], "(bin/down stops it)")
        return 0
    listener = listen(options.port)
    check_disk(place)
    if options.fresh:
        remove_data(place, sure=options.sure)
    if options.detach:
        listener.close()
        post.give_up()
        return detaching.start(place, [word for word in arguments if word not in {"--detach", "--fresh", "--yes"}])
    with services.running(os.environ) as (servers, variables):
        return _serve(servers, variables, options, listener, post)


def _serve(
    servers: services.Services, variables: dict[str, str], options: Options, listener: socket.socket, post: Post
) -> int:
    place, state = servers.home, State(servers.home.state)
    kind = _kind(state, options)
    variables.setdefault("PUBLIC_URL", f"http://127.0.0.1:{options.port}")
    simulators = _simulators(place, state, variables) if kind == _DEMO else []
    services.apply(variables)
    steps.compile_texts()
    with steps.begun(steps.schema_step(variables), state, variables, place.logs / "schema.log"):
        # The list of static files is read when the pages are loaded, so they are collected first.
        steps.run_step(steps.static_step(place), state, variables, place.logs / "static.log")
        children.preload()
    for child in simulators:
        child.start()
    supervisor = Supervisor(
        [*simulators, *children.forked(place, listener)],
        revive=servers.revive,
        say=lambda text: print(text, flush=True),
    )
    try:
        _make_company(kind, state, variables, place)
        supervisor.tick()
        ready = greeting.wait_ready(options.port, _READY_SECONDS, meanwhile=supervisor.tick)
    except BaseException:
        supervisor.end()
        raise
    print(greeting.text(place, variables, ready=ready), flush=True)
    post.note(f"{os.getpid()} {variables['PUBLIC_URL']} ready")
    supervisor.run()
    print("Stopped; nothing is lost.", flush=True)
    return 0


def listen(port: int) -> socket.socket:
    """
    The socket of the pages, on this machine only.

    :raises Trouble: when another program has the port.
    """
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen(256)
    except OSError as error:
        listener.close()
        raise Trouble(
            f"Port {port} is taken by another program.", f"Choose another one: bin/up --port {port + 1}"
        ) from error
    return listener


def check_disk(place: Home) -> None:
    """:raises Trouble: when there is no room to start with."""
    free = shutil.disk_usage(place.root).free
    if free < _LEAST_FREE:
        raise Trouble(
            f"The disk of {place.root} is full: {free // 1024**2} MB are free.",
            "Free 1 GB, or name a folder on another disk in BACKROOM_HOME.",
        )


def remove_data(place: Home, *, sure: bool) -> None:
    """
    Remove what this installation has stored; its keys stay.

    :raises Trouble: when nobody confirmed it, something still uses it, or the database is not ours.
    """
    if os.environ.get("DATABASE_URL"):
        raise Trouble(
            "--fresh removes the embedded database only, and DATABASE_URL names another.", "Empty that one yourself."
        )
    if not sure:
        if not sys.stdin.isatty():
            raise Trouble(
                "--fresh removes all data of this installation.", "Say that it is meant: bin/up --fresh --yes"
            )
        if input(f"Remove all data in {place.root}? Type yes: ").strip() != "yes":
            raise Trouble("Nothing was removed.", "Type yes, in full, if it is meant.")
    users = Users(place.run / "users.lock")
    done: list[bool] = []
    users.leave(lambda: done.append(_remove(place)))
    if not done:
        raise Trouble("A command still uses the data.", "Wait for its end, or stop it, and try again.")
    place.make()


def _remove(place: Home) -> bool:
    services.services_of(os.environ).stop()
    for folder in (place.postgres, place.valkey, place.files, place.root / "simulators"):
        shutil.rmtree(folder, ignore_errors=True)
    for file in (place.state, place.logins):
        file.unlink(missing_ok=True)
    return True


def _kind(state: State, options: Options) -> str:
    known = state.get("company")
    if known == _DEMO and options.empty:
        raise Trouble(
            "This data folder holds the demo company.",
            "Start your own in another folder (BACKROOM_HOME=... bin/up --empty), or remove it: bin/up --fresh --empty",
        )
    return known or (_EMPTY if options.empty else _DEMO)


def _simulators(place: Home, state: State, variables: dict[str, str]) -> list[Child]:
    """The demo's shop and carrier, at addresses that stay the same as long as the data folder lives."""
    variables.setdefault("SIMULATORS", "1")
    ports: dict[str, int] = state.get("ports") or {}
    found = []
    for which in children.SIMULATORS:
        if not which.exists or variables.get(which.variable):
            continue
        port = ports.get(which.name) or children.free_port(which.port)
        if which.name in ports and children.free_port(port) != port:
            raise Trouble(
                f"Port {port} of the simulated {which.name} is taken by another program.",
                "Stop that program; the demo's records hold this address. Or start anew: bin/up --fresh",
            )
        ports[which.name] = port
        variables[which.variable] = f"http://127.0.0.1:{port}"
        found.append(children.simulator(which, port, place, variables))
    state.put(ports=ports)
    return found


def _make_company(kind: str, state: State, variables: Mapping[str, str], place: Home) -> None:
    if kind == _DEMO and (REPOSITORY / "erp" / "demo" / "management" / "commands" / "demo.py").is_file():
        step = Step("demo", (("demo",),), "made", says="Making the demo company")
        steps.run_step(step, state, variables, place.logs / "demo.log")
    if kind == _EMPTY and not state.get("begun"):
        # Asked at each start until somebody has come in, who may have come by another way.
        step = Step("begin", (("begin",),), f"asked {time.time()}")
        steps.run_step(step, state, variables, place.logs / "begin.log")
        state.put(begun=not place.logins.exists())
    if state.get("company") is None:
        state.put(company=kind)


if __name__ == "__main__":
    entry.run(main)
