"""
`bin/test [FILES]`: everything that CI proves: texts compiled, `bin/check`, all tests on two cores.

With names of files or pytest's own options only those tests run. `--full` adds what takes minutes.
"""

import os
import subprocess
import sys
import time

from host import check, entry, steps
from host.paths import REPOSITORY


def main(arguments: list[str]) -> int:
    """0 when all of it holds."""
    began = time.monotonic()
    full = "--full" in arguments
    chosen = [argument for argument in arguments if argument != "--full"]
    steps.compile_texts()
    failed = 0 if chosen else check.main([])
    options = ["-n", "2", "--dist", "worksteal", "-q"]
    if not full:
        options += ["-m", "not long"]
    environ = os.environ | {"PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "pytest", *options, *chosen]
    failed = subprocess.run(command, cwd=REPOSITORY, env=environ).returncode or failed
    print(f"{'FAILED' if failed else 'All holds'}, {time.monotonic() - began:.0f} s")
    return failed


if __name__ == "__main__":
    entry.run(main)
