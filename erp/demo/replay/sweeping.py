"""What Celery does in an installation, for one company: asking, pushing what waited, following parcels."""

import time
from collections.abc import Callable

import structlog
from django.db import OperationalError

from erp.carriers import talking
from erp.carriers.models import CarrierAccount
from erp.carriers.protocol import CarrierError
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import BusinessError
from erp.sync import pulling, services
from erp.sync.models import ChannelAccount
from erp.sync.protocol import ChannelError

log = structlog.get_logger(__name__)
POLL_SECONDS, PUSH_SECONDS, FOLLOW_SECONDS = 30.0, 5.0, 5.0


def sweeper(company_name: str) -> Callable[[], None]:
    """A process that sweeps for the company of this name, once there is one, until it is ended."""

    def work() -> None:
        due = {_poll: 0.0, _push: 0.0, _follow: 0.0}
        every = {_poll: POLL_SECONDS, _push: PUSH_SECONDS, _follow: FOLLOW_SECONDS}
        while True:
            for sweep, when in list(due.items()):
                if time.monotonic() >= when:
                    due[sweep] = time.monotonic() + every[sweep]
                    _safely(sweep, company_name)
            time.sleep(0.5)

    return work


def _safely(sweep: Callable[[str], None], company_name: str) -> None:
    try:
        sweep(company_name)
    except (ChannelError, CarrierError, BusinessError, OperationalError) as error:  # the next one tries again
        log.warning("sweep failed", sweep=sweep.__name__, error=type(error).__name__)


def _poll(company_name: str) -> None:
    for account in _accounts(company_name):
        pulling.poll(account)


def _push(company_name: str) -> None:
    for account in _accounts(company_name):
        services.want_pushes(account=account, actor=SYSTEM, at=clock.now())


def _follow(company_name: str) -> None:
    for account in CarrierAccount.objects.filter(company__name=company_name, active=True):
        talking.follow_parcels(account=account, actor=SYSTEM)


def _accounts(company_name: str) -> list[ChannelAccount]:
    return list(ChannelAccount.objects.filter(company__name=company_name, status__in=["live", "broken"]))
