"""The supervisor with real processes: each test runs one as a program of its own."""

import os
import signal
import subprocess
import sys
import time

import pytest

from host.paths import REPOSITORY
from host.processes import is_alive, wait_gone

PROGRAM = """
import signal, sys, time
from pathlib import Path
from host.supervisor import Child, Supervisor, fork

folder = Path(sys.argv[1])

def steady():
    (folder / "steady.pid").write_text(str(__import__("os").getpid()))
    time.sleep(600)

def stubborn():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    (folder / "stubborn.pid").write_text(str(__import__("os").getpid()))
    time.sleep(600)

def failing():
    with (folder / "failing.starts").open("a") as file:
        file.write(f"{time.monotonic()}\\n")
    raise RuntimeError("on purpose")

works = {"steady": steady, "stubborn": stubborn, "failing": failing}
chosen = sys.argv[2].split(",")
import host.supervisor
host.supervisor._GRACE = 1.0
children = [Child(n, lambda n=n: fork(n, works[n], folder / f"{n}.log")) for n in chosen]
Supervisor(children, revive=list, say=lambda text: print(text, flush=True)).run()
"""


@pytest.fixture
def supervised(tmp_path):
    running = []

    def start(names):
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(tmp_path), names], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


def pid_in(path, *, other_than=None):
    limit = time.monotonic() + 20
    while time.monotonic() < limit:
        if path.exists() and (text := path.read_text()) and int(text) != other_than:
            return int(text)
        time.sleep(0.02)
    raise AssertionError(f"{path.name} never came")


def test_what_is_killed_runs_again(supervised, tmp_path):
    process = supervised("steady")
    first = pid_in(tmp_path / "steady.pid")
    os.kill(first, signal.SIGKILL)
    second = pid_in(tmp_path / "steady.pid", other_than=first)
    assert is_alive(second)
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    assert not is_alive(second)
    assert process.stdout.read() == "steady ended (SIGKILL); it starts again in 0.5 s.\n"


def test_what_fails_at_once_is_started_ever_more_seldom(supervised, tmp_path):
    process = supervised("failing")
    log = tmp_path / "failing.starts"
    limit = time.monotonic() + 20
    while (not log.exists() or log.read_text().count("\n") < 3) and time.monotonic() < limit:
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    process.wait(20)
    starts = [float(line) for line in log.read_text().splitlines()]
    assert starts[1] - starts[0] >= 0.5
    assert starts[2] - starts[1] >= 1.0
    assert "RuntimeError: on purpose" in (tmp_path / "failing.log").read_text()


def test_what_does_not_end_is_killed(supervised, tmp_path):
    process = supervised("stubborn")
    pid = pid_in(tmp_path / "stubborn.pid")
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0
    assert not is_alive(pid)


def test_a_killed_supervisor_leaves_nobody_behind(supervised, tmp_path):
    process = supervised("steady")
    pid = pid_in(tmp_path / "steady.pid")
    process.kill()
    process.wait()
    assert wait_gone(pid, 10)
