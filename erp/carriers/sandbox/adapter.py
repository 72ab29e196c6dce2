"""Speaks the sandbox carrier's API."""

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

import httpx2

from erp.carriers.protocol import (
    BoughtLabel,
    LabelRequest,
    Misconfigured,
    Parcel,
    Party,
    Retryable,
    Terminal,
    TrackingEvent,
    TrackingPage,
)
from erp.carriers.states import Tracking
from erp.foundation.db import outside_transaction
from erp.foundation.money import Money
from erp.foundation.processes import kept_by_process

TIMEOUT_SECONDS = 10.0
LABEL_WAIT_SECONDS = 4.0  # longer than a label usually takes; after that the delivery is tried again
LABEL_POLL_SECONDS = 0.25

_STATUS = {
    "created": Tracking.ANNOUNCED,
    "label_ready": Tracking.ANNOUNCED,
    "collected": Tracking.COLLECTED,
    "in_transit": Tracking.IN_TRANSIT,
    "out_for_delivery": Tracking.OUT_FOR_DELIVERY,
    "ready_for_pickup": Tracking.READY_FOR_PICKUP,
    "delivered": Tracking.DELIVERED,
    "delivery_failed": Tracking.ATTEMPT_FAILED,
    "returned": Tracking.RETURNED,
    "lost": Tracking.LOST,
}
_LATER = {429, 500, 502, 503, 504}
_LATER_CODES = {"label_not_ready"}


class SandboxCarrier:
    """An account at the sandbox carrier; settings: ``url``, ``handover`` (collection or drop_off)."""

    def __init__(self, settings: Mapping[str, Any], token: str) -> None:
        if not settings.get("url"):
            raise Misconfigured("The carrier's address is missing in the account's settings.")
        self._handover = settings.get("handover", "drop_off")
        self._url, self._token = str(settings["url"]), token

    @outside_transaction
    def buy_label(self, request: LabelRequest) -> BoughtLabel:
        """Create the shipment, wait a little for its label, fetch both files."""
        shipment = self._call("POST", "/v1/shipments", json=self._body(request)).json()
        if shipment["status"] == "cancelled":
            raise Terminal("The carrier has this shipment as cancelled.")
        place = f"/v1/shipments/{shipment['id']}"
        self._wait_until(lambda: self._call("GET", place).json()["label"]["status"] == "ready")
        pdf = self._call("GET", f"{place}/label", params={"format": "pdf"}).content
        zpl = self._call("GET", f"{place}/label", params={"format": "zpl"}).content
        if not pdf.startswith(b"%PDF") or not zpl.lstrip().startswith(b"^XA"):
            raise Retryable("The carrier sent something that is no label.")
        charge = shipment.get("charge")
        return BoughtLabel(
            remote_id=shipment["id"],
            tracking_number=shipment["tracking_number"],
            tracking_url=f"https://track.sandbox-carrier.example/{shipment['tracking_number']}",
            cost=Money(charge["amount"], charge["currency"]) if charge else None,
            pdf=pdf,
            zpl=zpl,
        )

    @outside_transaction
    def cancel_label(self, remote_id: str) -> None:
        """Cancel before collection; repeating is harmless."""
        self._call("DELETE", f"/v1/shipments/{remote_id}")

    @outside_transaction
    def tracking_after(self, cursor: str) -> TrackingPage:
        """The feed of events after a cursor."""
        params = {"limit": "200"} | ({"after": cursor} if cursor else {})
        page = self._call("GET", "/v1/events", params=params).json()
        events = [_event(event) for event in page["events"] if event["type"] in _STATUS]
        return TrackingPage(events, page["next"] or cursor, bool(page["has_more"]))

    def _body(self, request: LabelRequest) -> dict[str, Any]:
        body: dict[str, Any] = {
            "reference": request.reference,
            "service": request.service,
            "handover": self._handover,
            "sender": _party(request.sender),
            "receiver": _party(request.receiver),
            "parcels": [_parcel(parcel) for parcel in request.parcels],
            "contents": request.contents or None,
        }
        if request.point:
            body["point_id"] = request.point
        if request.cod is not None:
            body["cod"] = _money(request.cod)
        if request.insurance is not None:
            body["insurance"] = _money(request.insurance)
        return body

    def _call(self, method: str, path: str, **options: Any) -> httpx2.Response:
        try:
            answer = _connection(self._url, self._token).request(method, path, **options)
        except httpx2.TransportError as error:
            raise Retryable(f"The carrier does not answer ({type(error).__name__}).") from None
        if answer.is_success:
            if not answer.headers.get("content-type", "").startswith("text/html"):
                return answer
            raise Retryable("The carrier sent a web page instead of an answer.")
        raise _refusal(answer)

    def _wait_until(self, ready: Callable[[], bool]) -> None:
        deadline = time.monotonic() + LABEL_WAIT_SECONDS
        while not ready():
            if time.monotonic() > deadline:
                raise Retryable("The carrier has not made the label yet.", after=2.0)
            time.sleep(LABEL_POLL_SECONDS)


@kept_by_process(maxsize=64)
def _connection(url: str, token: str) -> httpx2.Client:
    """One an account and process, shared by all threads: making one reads the trusted certificates each time."""
    return httpx2.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=TIMEOUT_SECONDS)


def _refusal(answer: httpx2.Response) -> Exception:
    try:
        problem = answer.json()
    except ValueError:
        problem = {}
    code = str(problem.get("code", answer.status_code))
    if answer.status_code in (401, 403):
        return Misconfigured("The carrier refuses the token of this account.")
    if answer.status_code in _LATER or code in _LATER_CODES:
        after = answer.headers.get("retry-after", "")
        return Retryable(f"The carrier is busy ({code}).", after=float(after) if after.isdigit() else None)
    fields = {item["pointer"]: item["code"] for item in problem.get("errors", [])}
    named = ", ".join(f"{pointer}: {reason}" for pointer, reason in fields.items())
    return Terminal(f"The carrier refuses: {code}" + (f" ({named})" if named else ""), fields=fields)


def _party(party: Party) -> dict[str, Any]:
    return {
        "name": (party.name or party.firm)[:60],
        "company": party.firm[:60] or None,
        "phone": party.phone,
        "email": party.email or None,
        "address": {
            "line1": party.street[:60],
            "line2": party.street2[:60] or None,
            "postcode": party.postcode,
            "city": party.city[:60],
            "country": party.country,
        },
    }


def _parcel(parcel: Parcel) -> dict[str, str]:
    return {
        "weight_kg": f"{Decimal(max(parcel.weight_g, 10)) / 1000:.3f}",
        "length_cm": f"{Decimal(parcel.length_mm) / 10:.1f}",
        "width_cm": f"{Decimal(parcel.width_mm) / 10:.1f}",
        "height_cm": f"{Decimal(parcel.height_mm) / 10:.1f}",
    }


def _money(money: Money) -> dict[str, str]:
    rounded = money.rounded()
    return {"amount": str(rounded.amount), "currency": rounded.currency}


def _event(event: Mapping[str, Any]) -> TrackingEvent:
    collected = event.get("cod_collected")
    return TrackingEvent(
        remote_id=event["id"],
        tracking_number=event["tracking_number"],
        status=_STATUS[event["type"]],
        at=datetime.fromisoformat(event["occurred_at"]),
        # Its description says in English what the status says in the reader's language.
        note=" · ".join(part for part in (event.get("reason"), event.get("city")) if part),
        cod_collected=Decimal(collected["amount"] if isinstance(collected, dict) else collected) if collected else None,
    )
