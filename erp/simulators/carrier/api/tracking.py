"""`/v1/tracking`, `/v1/events`, `/v1/webhook`."""

import re

from erp.simulators.carrier.api.lists import page_of
from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.events import SELECT, event_as_json
from erp.simulators.carrier.http.messages import Request, Response, answer_json
from erp.simulators.carrier.http.problems import not_found
from erp.simulators.carrier.numbers import write_id
from erp.simulators.carrier.validation.fields import Fields


def track(carrier: Carrier, request: Request, number: str) -> Response:
    digits = number[2:] if len(number) == 20 and number.startswith("00") else number
    shipment = carrier.store.row(
        """SELECT shipment.* FROM shipment JOIN parcel ON parcel.shipment_id = shipment.id
        WHERE parcel.tracking_number = ? AND shipment.account = ?""",
        digits,
        request.account,
    )
    if shipment is None:
        raise not_found("parcel")
    rows = carrier.store.rows(f"{SELECT} WHERE event.shipment_id = ? ORDER BY sequence", shipment["id"])
    return answer_json(
        {
            "tracking_number": digits,
            "shipment_id": write_id("shp", shipment["id"]),
            "reference": shipment["reference"],
            "status": shipment["status"],
            "events": [event_as_json(row) for row in rows],
        }
    )


def feed(carrier: Carrier, request: Request) -> Response:
    sql = f"{SELECT} WHERE event.account = ?"
    rows, page = page_of(carrier, request, sql, [request.account], column="event.id", prefix="evt", default=100)
    return answer_json({"events": [event_as_json(row) for row in rows], **page})


def put_webhook(carrier: Carrier, request: Request) -> Response:
    fields = Fields(request.json())
    url = fields.text("url", longest=500) or ""
    secret = fields.text("secret", shortest=16, longest=200) or ""
    if url and not re.fullmatch(r"https?://[!-~]+", url):
        fields.note("url", "invalid", "Expected an address that begins with http:// or https://")
    fields.finish()
    carrier.store.run(
        "INSERT OR REPLACE INTO webhook (account, url, secret) VALUES (?, ?, ?)", request.account, url, secret
    )
    carrier.wake()
    return answer_json({"url": url})


def read_webhook(carrier: Carrier, request: Request) -> Response:
    url = carrier.store.value("SELECT url FROM webhook WHERE account = ?", request.account)
    if url is None:
        raise not_found("webhook")
    return answer_json({"url": url})


def delete_webhook(carrier: Carrier, request: Request) -> Response:
    with carrier.store.transaction():
        carrier.store.run("DELETE FROM webhook WHERE account = ?", request.account)
        carrier.store.run(
            "UPDATE push SET state = 'dropped' WHERE account = ? AND state IN ('waiting', 'held')", request.account
        )
    return Response(status=204)
