"""`/v1/dispatch-orders`."""

from datetime import UTC, datetime

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.dispatch import (
    cancel_dispatch_order,
    dispatch_order_as_json,
    find_dispatch_order,
    order_collection,
)
from erp.simulators.carrier.http.messages import Request, Response, answer_json
from erp.simulators.carrier.validation.collections import read_collection


def create(carrier: Carrier, request: Request) -> Response:
    collection = read_collection(request.json(), today=datetime.now(UTC).date())
    order, new = order_collection(carrier, request.account, collection)
    content = dispatch_order_as_json(carrier, order)
    if new:
        return answer_json(content, status=201, headers={"Location": f"/v1/dispatch-orders/{content['id']}"})
    return answer_json(content, headers={"Idempotent-Replay": "true"})


def read(carrier: Carrier, request: Request, public_id: str) -> Response:
    return answer_json(dispatch_order_as_json(carrier, find_dispatch_order(carrier, request.account, public_id)))


def cancel(carrier: Carrier, request: Request, public_id: str) -> Response:
    return answer_json(dispatch_order_as_json(carrier, cancel_dispatch_order(carrier, request.account, public_id)))
