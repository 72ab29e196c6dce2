"""`/v1/cod-settlements`."""

from erp.simulators.carrier.api.lists import page_of
from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.http.messages import Request, Response, answer_json
from erp.simulators.carrier.http.problems import not_found
from erp.simulators.carrier.numbers import read_id
from erp.simulators.carrier.settlements import settlement_as_json


def read_list(carrier: Carrier, request: Request) -> Response:
    sql = "SELECT * FROM settlement WHERE account = ?"
    rows, page = page_of(carrier, request, sql, [request.account], column="id", prefix="set")
    return answer_json({"settlements": [settlement_as_json(carrier, row) for row in rows], **page})


def read(carrier: Carrier, request: Request, public_id: str) -> Response:
    number = read_id("set", public_id, what="settlement")
    row = carrier.store.row("SELECT * FROM settlement WHERE id = ? AND account = ?", number, request.account)
    if row is None:
        raise not_found("settlement")
    return answer_json(settlement_as_json(carrier, row))
