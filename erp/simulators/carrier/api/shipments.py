"""`/v1/shipments`."""

import asyncio
import json

from erp.simulators.carrier.api.lists import page_of
from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.http.messages import Request, Response, answer_json
from erp.simulators.carrier.http.problems import Problem
from erp.simulators.carrier.labels.content import label_contents
from erp.simulators.carrier.labels.pdf import render_pdf
from erp.simulators.carrier.labels.zpl import render_zpl
from erp.simulators.carrier.points import point_problem
from erp.simulators.carrier.shipments import (
    cancel_shipment,
    create_shipment,
    find_shipment,
    shipment_as_json,
    tracking_numbers,
)
from erp.simulators.carrier.store import Value
from erp.simulators.carrier.validation.shipments import read_order


def create(carrier: Carrier, request: Request) -> Response:
    order = read_order(request.json(), point_problem=point_problem)
    shipment, new = create_shipment(carrier, request.account, order)
    content = shipment_as_json(carrier, shipment)
    if new:
        return answer_json(content, status=201, headers={"Location": f"/v1/shipments/{content['id']}"})
    return answer_json(content, headers={"Idempotent-Replay": "true"})


def read(carrier: Carrier, request: Request, public_id: str) -> Response:
    return answer_json(shipment_as_json(carrier, find_shipment(carrier, request.account, public_id)))


def read_list(carrier: Carrier, request: Request) -> Response:
    sql = "SELECT * FROM shipment WHERE account = ?"
    values: list[Value] = [request.account]
    if (reference := request.query.get("reference")) is not None:
        sql += " AND reference = ?"
        values.append(reference)
    rows, page = page_of(carrier, request, sql, values, column="id", prefix="shp")
    return answer_json({"shipments": [shipment_as_json(carrier, row) for row in rows], **page})


def cancel(carrier: Carrier, request: Request, public_id: str) -> Response:
    return answer_json(shipment_as_json(carrier, cancel_shipment(carrier, request.account, public_id)))


async def label(carrier: Carrier, request: Request, public_id: str) -> Response:
    wanted = request.query.get("format", "pdf")
    if wanted not in ("pdf", "zpl"):
        raise Problem(400, "bad_parameter", "format takes pdf or zpl")
    shipment = find_shipment(carrier, request.account, public_id)
    if shipment["status"] == "cancelled":
        raise Problem(409, "shipment_cancelled", "A cancelled shipment has no label")
    if shipment["label"] != "ready":
        raise Problem(409, "label_not_ready", "The label is still being made", headers={"Retry-After": "1"})
    contents = label_contents(json.loads(shipment["content"]), tracking_numbers(carrier, shipment["id"]))
    if wanted == "zpl":
        return Response(body=render_zpl(contents), content_type="application/zpl")
    # Typst takes tens of milliseconds and lets go of the interpreter, so others need not wait.
    return Response(body=await asyncio.to_thread(render_pdf, contents), content_type="application/pdf")
