"""Exceptions: raised once, kept up to date, mended by a button."""

from datetime import UTC, datetime

import pytest

from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.refs import Ref
from erp.foundation.workqueue import kinds, queries, services
from erp.foundation.workqueue.kinds import Fix, WorkKind
from erp.foundation.workqueue.models import WorkItem
from tests.factories.organisation import CompanyFactory

ANNA = Actor("user", "1")
AT = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
ORDER = Ref("tests.order", "17")
mended: list[Ref] = []


def _mend(*, about: Ref, actor: Actor, at: datetime) -> None:
    mended.append(about)
    services.resolve_item(kind="tests.total", about=about, actor=actor, at=at)


kinds.register(
    WorkKind(
        name="tests.total",
        label="Total",
        cause="The total is off by %(difference)s.",
        proposal="Look at it.",
        permission="workqueue.view",
        url=lambda about: f"/orders/{about.key}/",
        fixes=(Fix("accept", "Accept", _mend, "workqueue.view"),),
    )
)


def raise_it(company_id: int, difference: str) -> int:
    return services.raise_item(
        kind="tests.total", about=ORDER, company_id=company_id, params={"difference": difference}, actor=ANNA, at=AT
    )


def test_an_open_item_is_raised_once_and_kept_up_to_date(db: None) -> None:
    company = CompanyFactory()
    assert raise_it(company.pk, "0.01") == raise_it(company.pk, "0.02")

    item = queries.open_about(ORDER).get()
    assert kinds.sentence(kinds.kind_named(item.kind).cause, item.params) == "The total is off by 0.02."


def test_a_fix_mends_and_closes_and_the_thing_can_be_raised_again(db: None) -> None:
    mended.clear()
    company = CompanyFactory()
    first = raise_it(company.pk, "0.01")

    services.mend_item(item_id=first, fix="accept", actor=ANNA, at=AT)

    closed = WorkItem.objects.get(pk=first)
    assert (mended, closed.state, closed.closed_by, closed.closed_at) == ([ORDER], "done", "user:1", AT)
    with pytest.raises(NotFound):
        services.mend_item(item_id=first, fix="accept", actor=ANNA, at=AT)
    assert raise_it(company.pk, "0.03") != first


def test_an_unknown_fix_changes_nothing(db: None) -> None:
    item = raise_it(CompanyFactory().pk, "0.01")
    with pytest.raises(services.NoSuchFix):
        services.mend_item(item_id=item, fix="erase", actor=ANNA, at=AT)
    assert WorkItem.objects.get(pk=item).state == "open"


def test_counts_are_of_the_companies_asked_for(db: None) -> None:
    company = CompanyFactory()
    raise_it(company.pk, "0.01")
    assert queries.counts_by_kind([company.pk]) == {"tests.total": 1}
    assert queries.counts_by_kind([CompanyFactory().pk]) == {}
