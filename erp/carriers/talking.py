"""Speaking to carriers: outside transactions, errors turned into what staff sees."""

from erp.carriers import services
from erp.carriers.models import CarrierAccount, Label
from erp.carriers.protocol import CarrierAdapter, Misconfigured, Terminal
from erp.carriers.registry import CARRIERS
from erp.carriers.states import LabelStatus
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.db import outside_transaction
from erp.foundation.errors import NotFound


def adapter_of(account: CarrierAccount) -> CarrierAdapter:
    """:raises Misconfigured: when the carrier is unknown or its settings are wrong."""
    if account.carrier not in CARRIERS:
        raise Misconfigured(f"There is no carrier called {account.carrier}.")
    return CARRIERS[account.carrier](account.settings, account.token.reveal())


@outside_transaction
def buy_label(*, label_id: int, actor: Actor) -> None:
    """
    Ask the carrier for a label and record what it says. Safe to repeat: the carrier knows our reference.

    :raises Retryable: when a later attempt may work.
    :raises Misconfigured: when a person must mend the account; the account says so.
    """
    label = Label.objects.select_related("account").get(pk=label_id)
    if label.status != LabelStatus.ASKED:
        return
    try:
        bought = adapter_of(label.account).buy_label(services.request_of(label))
    except Terminal as error:
        services.record_refusal(label_id=label_id, reason=error.reason, actor=actor, at=clock.now())
        return
    except Misconfigured as error:
        services.note_problem(account_id=label.account_id, problem=error.reason, actor=actor, at=clock.now())
        raise
    services.record_label(label_id=label_id, bought=bought, actor=actor, at=clock.now())


@outside_transaction
def cancel_label(*, label_id: int, actor: Actor) -> None:
    """
    Cancel a label at the carrier, then with us.

    :raises Terminal: when the carrier has the parcel.
    """
    label = Label.objects.select_related("account").filter(pk=label_id).first()
    if label is None:
        raise NotFound
    if label.status == LabelStatus.BOUGHT:
        adapter_of(label.account).cancel_label(label.remote_id)
    services.record_cancelled(label_id=label_id, actor=actor, at=clock.now())


@outside_transaction
def follow_parcels(*, account: CarrierAccount, actor: Actor) -> int:
    """Fetch all reports after the account's cursor; returns how many were new."""
    adapter, cursor, count, more = adapter_of(account), account.tracking_cursor, 0, True
    while more:
        page = adapter.tracking_after(cursor)
        count += services.record_reports(
            account_id=account.pk, events=page.events, cursor=page.cursor, actor=actor, at=clock.now()
        )
        cursor, more = page.cursor, page.more
    return count
