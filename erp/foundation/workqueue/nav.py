"""Where exceptions are found: navigation and start page."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.web import nav, start
from erp.foundation.workqueue import kinds, queries


def _waiting(actor: Actor) -> int:
    return queries.seen_by(actor).count()


def _work(actor: Actor) -> Mapping[str, Any] | None:
    counts = queries.counts_seen_by(actor)
    known = kinds.all_kinds()
    lines = [
        start.Work(count, known[kind].label, f"{reverse('workqueue:list')}?kind={kind}", tone="warn")
        for kind, count in sorted(counts.items(), key=lambda item: -item[1])
        if kind in known
    ]
    return {"work": lines} if lines else None


nav.register(
    nav.NavItem(
        "workqueue",
        _("Exceptions"),
        "workqueue:list",
        "alert-triangle",
        "workqueue.view",
        counter=_waiting,
        order=20,
        alert=True,
    )
)
start.register(start.StartCard("workqueue", _("Needs a hand"), "workqueue.view", load=_work, order=10))
