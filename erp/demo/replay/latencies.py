"""How long each part of the road took, from the moments that the records themselves keep."""

from collections.abc import Mapping
from datetime import datetime

from erp.carriers.models import Label
from erp.demo.bench.results import spread
from erp.demo.replay.scene import Scene
from erp.foundation.events.models import EventSubject
from erp.inventory.events import ShortageFilled
from erp.orders.models import Order
from erp.shipping.models import Shipment
from erp.sync.models import DesiredState
from erp.sync.states import PushKind


def latencies(scene: Scene, sent: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """
    Seconds from the sale (the moment the shop was asked to take the order) to each station.

    Orders that had to wait for goods count for the way into the ERP only: their waiting is no latency of the program.
    """
    orders = dict(Order.objects.filter(source=scene.account.source).values_list("source_ref", "pk"))
    created = dict(Order.objects.filter(source=scene.account.source).values_list("source_ref", "created_at"))
    waited = _waited(scene)
    labelled, shown = _labels(scene), _shown(scene)
    prompt = {ref: key for ref, key in orders.items() if key not in waited}
    return {
        "sale to ERP": _spread(sent, created),
        "sale to label": _spread(sent, {ref: labelled[key] for ref, key in prompt.items() if key in labelled}),
        "sale to tracking at the shop": _spread(sent, {ref: shown[key] for ref, key in prompt.items() if key in shown}),
    }


def _spread(begun: Mapping[str, float], ended: Mapping[str, datetime]) -> dict[str, float]:
    seconds = [ended[ref].timestamp() - when for ref, when in begun.items() if ref in ended]
    return {"count": len(seconds), **spread(seconds)}


def _waited(scene: Scene) -> set[int]:
    """Orders for which goods came in later."""
    subjects = EventSubject.objects.filter(kind=Order._meta.label_lower, event__name=ShortageFilled.fact_name)
    return {int(key) for key in subjects.values_list("key", flat=True)}


def _labels(scene: Scene) -> dict[int, datetime]:
    """By order when its first label was there."""
    kind = Shipment._meta.label_lower
    owners = {str(key): order for key, order in _shipments(scene)}
    found: dict[int, datetime] = {}
    labels = Label.objects.filter(owner_kind=kind, owner_key__in=owners, bought_at__isnull=False).order_by("-bought_at")
    for key, at in labels.values_list("owner_key", "bought_at"):
        assert at is not None
        found[owners[key]] = at
    return found


def _shown(scene: Scene) -> dict[int, datetime]:
    """By order when the shop had taken the first tracking number."""
    owners = {str(key): order for key, order in _shipments(scene)}
    states = DesiredState.objects.filter(account=scene.account, kind=PushKind.TRACKING, acknowledged_at__isnull=False)
    found: dict[int, datetime] = {}
    for subject, at in states.order_by("-acknowledged_at").values_list("subject", "acknowledged_at"):
        if subject in owners and at is not None:
            found[owners[subject]] = at
    return found


def _shipments(scene: Scene) -> list[tuple[int, int]]:
    return list(Shipment.objects.filter(company=scene.firm.company).order_by().values_list("pk", "order_id"))
