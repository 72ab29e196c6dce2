"""Faults on order: which calls, labels and pushes go wrong, drawn so that a run can be repeated exactly."""

import json
import random
from collections.abc import Collection
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase

from erp.simulators.carrier.store import Store

BEFORE, AFTER = "before", "after"
REQUEST_KINDS = ("delay", "error_500", "error_503", "rate_limited", "hang", "lost_answer", "malformed", "die")
LABEL_KINDS = ("label_never",)
PUSH_KINDS = ("push_drop", "push_duplicate", "push_delay", "push_reorder", "push_bad_signature")
KINDS = REQUEST_KINDS + LABEL_KINDS + PUSH_KINDS
ALWAYS_AFTER = ("lost_answer", "malformed")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One rule. `when` is before or after the work was done and committed; `seconds` as the kind needs them."""

    kind: str
    method: str = "*"
    path: str = "*"
    match: str = ""
    probability: float = 1.0
    times: int | None = None
    skip: int = 0
    seed: int | None = None
    seconds: float | None = None
    when: str = BEFORE

    def concerns(self, *, method: str, path: str, text: str) -> bool:
        return fnmatchcase(method, self.method) and fnmatchcase(path, self.path) and self.match in text

    def hits(self, *, seen: int, hit: int, seed: int) -> bool:
        """Whether the `seen`th (from 1) call it concerns goes wrong, when `hit` did before."""
        if seen <= self.skip or (self.times is not None and hit >= self.times):
            return False
        # A generator per draw needs no state, so a restart does not change what comes next.
        draw = random.Random(f"{self.seed if self.seed is not None else seed}:{self.kind}:{seen}").random()
        return draw < self.probability


class Faults:
    """The rules and how often each was seen and hit, in the database; so a one-shot `die` stays a one-shot."""

    def __init__(self, store: Store, *, seed: int) -> None:
        self._store = store
        self._seed = seed
        self._rules = {
            int(row["id"]): Fault(**json.loads(row["rule"]))
            for row in store.rows("SELECT id, rule FROM fault ORDER BY id")
        }

    def add(self, fault: Fault) -> int:
        number = self._store.insert("fault", rule=json.dumps(asdict(fault)))
        self._rules[number] = fault
        return number

    def remove(self, number: int) -> bool:
        self._rules.pop(number, None)
        return self._store.run("DELETE FROM fault WHERE id = ?", number) > 0

    def clear(self) -> None:
        self._rules.clear()
        self._store.run("DELETE FROM fault")

    def listed(self) -> list[dict[str, object]]:
        rows = self._store.rows("SELECT id, seen, hit FROM fault ORDER BY id")
        return [
            {"id": row["id"], **asdict(self._rules[row["id"]]), "seen": row["seen"], "hit": row["hit"]} for row in rows
        ]

    def draw(self, kinds: Collection[str], *, method: str = "", path: str = "", text: str = "") -> list[Fault]:
        """The faults that hit here, oldest rule first; the counts are committed before anybody acts on them."""
        concerned = [
            (number, fault)
            for number, fault in self._rules.items()
            if fault.kind in kinds and fault.concerns(method=method, path=path, text=text)
        ]
        if not concerned:
            return []
        drawn = []
        with self._store.transaction():
            for number, fault in concerned:
                counts = self._store.row("SELECT seen, hit FROM fault WHERE id = ?", number)
                if counts is None:
                    continue
                hit = fault.hits(seen=counts["seen"] + 1, hit=counts["hit"], seed=self._seed)
                self._store.run("UPDATE fault SET seen = seen + 1, hit = hit + ? WHERE id = ?", int(hit), number)
                if hit:
                    drawn.append(fault)
        return drawn
