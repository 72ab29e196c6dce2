"""`/v1/points`."""

import re
from decimal import Decimal

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.http.messages import Request, Response, answer_json
from erp.simulators.carrier.http.problems import Problem, not_found
from erp.simulators.carrier.points import points

_NEAR = re.compile(r"(-?[0-9]{1,2}(?:\.[0-9]{1,8})?),(-?[0-9]{1,3}(?:\.[0-9]{1,8})?)")


def read_list(carrier: Carrier, request: Request) -> Response:
    limit = request.number("limit", default=20, highest=100)
    query = request.query
    found = [
        point
        for point in points().values()
        if query.get("country", "PL") == "PL"
        and query.get("city", point.city).casefold() == point.city.casefold()
        and point.postcode.startswith(query.get("postcode", ""))
    ]
    near = query.get("near")
    if near is None:
        return answer_json({"points": [point.as_json() for point in found[:limit]]})
    if not (match := _NEAR.fullmatch(near)):
        raise Problem(400, "bad_parameter", "near takes latitude,longitude such as 52.40,16.92")
    here = Decimal(match[1]), Decimal(match[2])
    sorted_points = sorted((point.distance_m(*here), point) for point in found)
    return answer_json({"points": [point.as_json(distance_m=distance) for distance, point in sorted_points[:limit]]})


def read(carrier: Carrier, request: Request, public_id: str) -> Response:
    point = points().get(public_id)
    if point is None:
        raise not_found("point")
    return answer_json(point.as_json())
