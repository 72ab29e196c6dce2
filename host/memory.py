"""
`python -m host.memory`: memory of everything that runs for one installation, as PSS.

PSS counts a shared page once, divided among those who share it, so the sum over forked processes is
what the machine has really given.
"""

import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from host.locks import Post
from host.paths import Home, home
from host.processes import working_in

_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Used:
    """Memory of one process."""

    pid: int
    name: str
    pss_kb: int


def measure(place: Home) -> list[Used]:
    """All processes of this installation: the supervisor's tree, PostgreSQL's and Valkey's."""
    post = Post(place.run / "up.lock")
    holder = post.holder()
    post.give_up()
    roots = [int(holder[0])] if holder else []
    pids = _tree(roots) | set(working_in(place.postgres)) | set(working_in(place.valkey))
    return [used for pid in sorted(pids) if (used := _used(pid)) is not None]


def _tree(roots: list[int]) -> set[int]:
    children = defaultdict(list)
    for entry in _PROC.iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            children[parent].append(int(entry.name))
    found: set[int] = set()
    waiting = [root for root in roots if (_PROC / str(root)).exists()]
    while waiting:
        pid = waiting.pop()
        found.add(pid)
        waiting += children[pid]
    return found


def _used(pid: int) -> Used | None:
    try:
        text = (_PROC / str(pid) / "smaps_rollup").read_text()
        command = (_PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        name = (_PROC / str(pid) / "comm").read_text().strip()
    except OSError:
        return None
    pss = next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
    return Used(pid, f"{name:<16} {command[:80]}", pss)


def main() -> None:
    """Print a line a process and the sum."""
    found = measure(home(os.environ))
    for used in found:
        print(f"{used.pss_kb / 1024:8.1f} MB  {used.pid:>7}  {used.name}")
    print(f"{sum(used.pss_kb for used in found) / 1024:8.1f} MB  together (PSS)")


if __name__ == "__main__":
    main()
