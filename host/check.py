"""`bin/check [NAME ...]`: everything that can be proved without running the program. All checks run, then it fails."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

from host import entry
from host.checks import Check, files, licences, programs, texts

_AT_ONCE = 2


def main(arguments: list[str]) -> int:
    """Run the named checks, or all; 1 when one complains."""
    checks = [*programs.all_checks(), *files.all_checks(), *licences.all_checks(), *texts.all_checks()]
    chosen = [check for check in checks if not arguments or check.name in arguments]
    if len(chosen) < len(arguments):
        print("There are these checks:", ", ".join(check.name for check in checks), file=sys.stderr)
        return 2
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        outcomes = list(zip(chosen, pool.map(_timed, chosen), strict=True))
    failed = [(check, complaints) for check, complaints in outcomes if complaints]
    for check, complaints in failed:
        print(f"\n--- {check.name}", *complaints, sep="\n")
    if failed:
        print("\nFailed:", ", ".join(check.name for check, _ in failed))
    return int(bool(failed))


def _timed(check: Check) -> list[str]:
    began = time.monotonic()
    try:
        complaints = check.find()
    except Exception as error:  # one broken check must not hide the others
        complaints = [f"could not be made: {type(error).__name__}: {error}"]
    mark = "FAILED" if complaints else "ok"
    print(f"{mark:<7} {check.name:<16} {time.monotonic() - began:5.1f} s", flush=True)
    return complaints


if __name__ == "__main__":
    entry.run(main)
