"""
``pages``: how long the pages that people live in take in a company with many orders, and what they ask.

Each page is asked for in the ways that its own views, sorting and search offer. The number of its queries must be the
same in a company with a dozen orders; the plan of its slowest query is kept with the result.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import uuid4

import httpx2
from django.core.management import call_command

from config.env import ENV
from erp.demo import crew as crews
from erp.demo.bench import asking, ground, results, volume
from erp.demo.bench.addresses import Page, Pages
from erp.demo.bench.results import Bar, Result
from erp.foundation import clock
from erp.foundation.accounts import services as accounts
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from erp.orders import services as orders
from erp.orders.models import Order

ORDERS, SAMPLES, WARMING = 200_000, 40, 5
SMALL, SMALL_ORDERS, SMALL_SKUS, SMALL_OPEN = "Bench small", 12, 20, 3
_BAR_SECONDS = 0.3
_QUERY_SAMPLES = 3
Say = Callable[[str], None]


@dataclass(slots=True)
class Seen:
    """What was found of one way to ask for a page."""

    page: Page
    seconds: list[float] = field(default_factory=list)
    queries: set[int] = field(default_factory=set)
    queries_when_small: set[int] = field(default_factory=set)
    slowest: str = ""

    @property
    def fixed(self) -> bool:
        return len(self.queries | self.queries_when_small) == 1


def measure(
    *,
    orders: int = ORDERS,
    skus: int = volume.SKUS,
    samples: int = SAMPLES,
    warming: int = WARMING,
    say: Say = print,
) -> Result:
    """Seconds and queries of each page, at so many orders, which are made first where they are missing."""
    call_command("collectstatic", interactive=False, verbosity=0)
    large = _large(orders, skus, say)
    small = _small()
    with crews.crew(ENV.home / "pages" / uuid4().hex[:8]) as crew, crews.listen() as listener:
        crew.fork("web", crews.web(listener))
        address = crews.address_of(listener)
        crew.wait(lambda: crews.answers(address + "/healthz"), "the web server")
        seen = [Seen(page) for page in Pages(large).all()]
        with asking.browser(address, _cookie(large)) as client:
            for one in seen:
                one.seconds = _time(one.page, client, samples, warming)
                say(f"{one.page.name}: {results.spread(one.seconds)}")
        cpu = crew.cpu_seconds()
    _count_queries(seen, large, small)
    return Result(
        "pages",
        bars=_bars(seen),
        facts={
            "orders": Order.objects.filter(company=large).count(),
            "cpu_seconds": cpu,
            "seconds": {one.page.name: results.spread(one.seconds) for one in seen},
            "queries": {
                one.page.name: [sorted(one.queries_when_small), sorted(one.queries)] for one in seen
            },
        },
        kept={"plans": {page: _worst_plan(seen, page) for page in _names(seen)}},
    )  # fmt: skip


def _time(page: Page, client: httpx2.Client, samples: int, warming: int) -> list[float]:
    return [asking.seconds_of(client, page.draw()) for _number in range(warming + samples)][warming:]


def _bars(seen: list[Seen]) -> list[Bar]:
    worst = {
        name: max(results.percentile(one.seconds, 0.95) for one in seen if one.page.page == name)
        for name in _names(seen)
    }
    bars = [Bar(f"{name}, p95 of seconds", value, _BAR_SECONDS, at_least=False) for name, value in worst.items()]
    changing = [one.page.name for one in seen if not one.fixed]
    return [*bars, Bar("pages whose number of queries is not fixed", len(changing), 0, at_least=False)]


def _count_queries(seen: Iterable[Seen], large: Company, small: Company) -> None:
    cookies = {company.pk: _cookie(company) for company in (large, small)}
    for one, alike in zip(seen, Pages(small).all(), strict=True):
        for _number in range(_QUERY_SAMPLES):
            asking.queries_of(cookies[large.pk], one.page.draw())  # so that no query is slow for being the first
            asked = asking.queries_of(cookies[large.pk], one.page.draw())
            one.queries.add(len(asked.queries))
            one.queries_when_small.add(len(asking.queries_of(cookies[small.pk], alike.draw()).queries))
        one.slowest = asked.slowest


def _worst_plan(seen: list[Seen], name: str) -> dict[str, object]:
    """The slowest query of the slowest way to ask for a page, and how PostgreSQL runs it."""
    ways = [one for one in seen if one.page.page == name]
    worst = max(ways, key=lambda one: results.percentile(one.seconds, 0.95))
    return {"way": worst.page.way, "sql": worst.slowest, "plan": asking.plan_of(worst.slowest)}


def _names(seen: Iterable[Seen]) -> list[str]:
    return list(dict.fromkeys(one.page.page for one in seen))


def _large(count: int, skus: int, say: Say) -> Company:
    have = Order.objects.filter(company__name=volume.COMPANY).count()
    if have < count:
        volume.prepare(count, say=say, skus=skus)
    return Company.objects.get(name=volume.COMPANY)


def _small() -> Company:
    """The company to compare with; a few of its orders are open."""
    if not Company.objects.filter(name=SMALL).exists():
        volume.prepare(SMALL_ORDERS, skus=SMALL_SKUS, company=SMALL)
        base = ground.prepare(SMALL, clock.now(), skus=SMALL_SKUS)
        base.source += "/open"  # their numbers begin anew
        for draft in base.drafts(SMALL_OPEN):
            orders.place_order(draft=draft, actor=base.actor, at=clock.now())
        ground.put_aside()  # no shipment is planned, as in the large company
    return Company.objects.get(name=SMALL)


def _cookie(company: Company) -> str:
    """Somebody who may see everything of one company."""
    user = accounts.invite_user(
        email=f"owner{company.pk}@bench.example",
        name="Owner",
        role="owner",
        company=company,
        actor=SYSTEM,
        at=clock.now(),
    )
    return asking.signed_in(user)
