"""What carriers report about parcels: each report once, in whatever order it comes."""

from collections.abc import Sequence
from datetime import datetime

from erp.carriers.events import TrackingChanged
from erp.carriers.models import CarrierAccount, Label, TrackingReport
from erp.carriers.protocol import TrackingEvent
from erp.carriers.states import FINAL
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.events.publishing import publish


@use_case
def record_reports(*, account_id: int, events: Sequence[TrackingEvent], cursor: str, actor: Actor, at: datetime) -> int:
    """
    Keep a page of reports, bring the labels up to date, and move the account's cursor, together.

    Reports on parcels that aren't ours are passed over. The newest report by the carrier's time speaks; after an
    end (delivered, returned, lost) nothing older or other counts.

    :returns: how many reports were new.
    """
    numbers = {event.tracking_number for event in events}
    labels = lock_rows(Label.objects.filter(account_id=account_id, tracking_number__in=numbers))
    by_number = {label.tracking_number: label for label in labels}
    known = set(TrackingReport.objects.filter(label__in=labels).values_list("label_id", "remote_id"))
    fresh = [
        TrackingReport(label=label, remote_id=event.remote_id, status=event.status, at=event.at, note=event.note[:200])
        for event in events
        if (label := by_number.get(event.tracking_number)) and (label.pk, event.remote_id) not in known
    ]
    TrackingReport.objects.bulk_create(fresh)
    for label in {report.label_id: report.label for report in fresh}.values():
        _bring_up_to_date(label, actor)
    CarrierAccount.objects.filter(pk=account_id).update(tracking_cursor=cursor, tracked_at=at, problem="")
    return len(fresh)


def _bring_up_to_date(label: Label, actor: Actor) -> None:
    reports = list(label.reports.all())
    ends = [report for report in reports if report.status in FINAL]
    newest = ends[0] if ends else reports[-1]
    if newest.status == label.tracking:
        return
    label.tracking = newest.status
    label.save(update_fields=["tracking"])
    fact = TrackingChanged(
        label_id=label.pk, owner_kind=label.owner_kind, owner_key=label.owner_key, status=newest.status
    )
    publish(fact, actor=actor, subjects=[label.ref, label.owner])
