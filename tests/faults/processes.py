"""Processes of ours beside a test: those that kill themselves, those that live, and servers to be killed."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from erp.foundation import clock
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.jobs.models import Job, JobState

PATIENCE_SECONDS = 180  # of a process that has to start on a busy machine


def dies(role: str, *point: str, environ: dict[str, str]) -> bool:
    """Run a process that kills itself at this point; whether it did."""
    with _process(role, *point, environ=environ) as process:
        return process.wait(timeout=PATIENCE_SECONDS) == -signal.SIGKILL


@contextmanager
def living(role: str, *numbers: str, environ: dict[str, str]) -> Iterator[None]:
    """Run a process for as long as the block lasts; ended by SIGKILL, as it must bear that."""
    with _process(role, *numbers, environ=environ) as process:
        yield
        assert process.poll() is None, f"the {role} ended by itself"


@contextmanager
def _process(*arguments: str, environ: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.faults.dying", *arguments]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def leases_run_out() -> None:
    """Let the minute pass after which others take over what a killed process had in hand."""
    past = clock.now() - timedelta(seconds=1)
    Delivery.objects.filter(state=DeliveryState.RUNNING).update(lease_until=past)
    Job.objects.filter(status=JobState.RUNNING).update(lease_until=past)
