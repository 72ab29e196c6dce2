"""`bin/up` as a person uses it: in a folder of its own, from nothing to pages, through kills, to a clean end."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import time

import pytest

from host import memory
from host.paths import REPOSITORY, Home
from host.processes import is_alive, working_in

pytestmark = pytest.mark.long

IDLE_MB = 900
SECOND_START_SECONDS = 8


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """A data folder, a free port, and the commands bound to them."""
    home = Home(tmp_path_factory.mktemp("machine") / "my data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "HOME", "LANG"} or name.startswith(("UV_", "PIP_"))
    }
    environ = kept | {"BACKROOM_HOME": str(home.root)}

    def run(program, *arguments):
        return subprocess.run(
            [str(REPOSITORY / "bin" / program), *arguments],
            env=environ,
            capture_output=True,
            text=True,
            timeout=300,
            stdin=subprocess.DEVNULL,
        )

    yield home, port, run
    run("down")
    shutil.rmtree(home.run)


def status(port, path="/readyz"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def named(home, name):
    return next(used.pid for used in memory.measure(home) if used.name.startswith(name))


def wait_until(true, seconds=40):
    limit = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < limit, "waited in vain"
        time.sleep(0.1)


def test_first_start_answers_and_stays_within_its_memory(machine):
    home, port, run = machine
    done = run("up", "--detach", "--port", str(port))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Backroom runs at http://127.0.0.1:{port}" in done.stdout
    assert status(port) == 200
    assert sum(used.pss_kb for used in memory.measure(home)) / 1024 <= IDLE_MB


def test_a_second_up_says_that_it_runs(machine):
    _home, port, run = machine
    done = run("up", "--port", str(port))
    assert done.returncode == 0
    assert done.stdout == f"Backroom runs already: http://127.0.0.1:{port} (bin/down stops it)\n"


@pytest.mark.parametrize(
    "name", ["backroom web", "backroom relay", "backroom worker", "backroom beat", "valkey-server"]
)
def test_what_is_killed_runs_again(machine, name):
    home, port, _run = machine
    pid = named(home, name)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: any(u.name.startswith(name) and u.pid != pid for u in memory.measure(home)))
    wait_until(lambda: status(port) == 200)


def test_a_killed_database_comes_back(machine):
    home, port, _run = machine
    pid = int((home.postgres / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not is_alive(pid) and working_in(home.postgres) != [])
    wait_until(lambda: status(port) == 200)


def test_commands_run_beside_it(machine):
    _home, port, run = machine
    done = run("erp", "prepare", "--grants-only")
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    assert status(port) == 200


def test_down_ends_every_process(machine):
    home, port, run = machine
    pids = [used.pid for used in memory.measure(home)]
    done = run("down")
    assert (done.returncode, done.stdout) == (0, "Stopping ...\nStopped; nothing is lost.\n")
    assert [pid for pid in pids if is_alive(pid)] == []
    assert status(port) is None


def test_second_start_is_quick(machine):
    _home, port, run = machine
    began = time.monotonic()
    assert run("up", "--detach", "--port", str(port)).returncode == 0
    assert time.monotonic() - began <= SECOND_START_SECONDS


def test_a_killed_supervisor_is_followed_by_a_clean_start(machine):
    home, port, run = machine
    os.kill(int((home.run / "up.lock").read_text().split()[0]), signal.SIGKILL)
    wait_until(lambda: status(port) is None)
    wait_until(lambda: run("up", "--detach", "--port", str(port)).returncode == 0, seconds=60)
    assert status(port) == 200
    assert run("down").returncode == 0
    assert working_in(home.postgres) == []


def test_first_command_of_a_new_installation_finds_its_tables(tmp_path):
    done = subprocess.run(
        [str(REPOSITORY / "bin" / "erp"), "audit"],
        env=os.environ | {"BACKROOM_HOME": str(tmp_path / "new"), "DATABASE_URL": "", "BROKER_URL": ""},
        capture_output=True,
        text=True,
        timeout=300,
        stdin=subprocess.DEVNULL,
    )
    said = done.stderr.splitlines()
    assert (done.returncode, said) == (1, ["Preparing the database ...", "CommandError: There is no company yet."])
