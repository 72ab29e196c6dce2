"""Lockers, where parcels wait for their receivers: a fixed list (points.csv) with addresses made up."""

import csv
import math
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

EARTH_RADIUS_M = 6_371_000


class Point(NamedTuple):
    """One line of points.csv; coordinates in degrees, WGS 84."""

    id: str
    city: str
    postcode: str
    line1: str
    latitude: str
    longitude: str
    sizes: str
    status: str

    def distance_m(self, latitude: Decimal, longitude: Decimal) -> int:
        """Along the great circle (haversine), in metres."""
        here, there = math.radians(float(self.latitude)), math.radians(float(latitude))
        across = math.radians(float(longitude) - float(self.longitude))
        half = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(across / 2) ** 2
        return round(2 * EARTH_RADIUS_M * math.asin(math.sqrt(half)))

    def as_json(self, *, distance_m: int | None = None) -> dict[str, object]:
        address = {"line1": self.line1, "line2": None, "postcode": self.postcode, "city": self.city, "country": "PL"}
        return {
            "id": self.id,
            "name": f"Locker {self.id}, {self.line1}",
            "status": self.status,
            "sizes": list(self.sizes),
            "address": address,
            "location": {"latitude": self.latitude, "longitude": self.longitude},
            "opening_hours": "24/7",
            "distance_m": distance_m,
        }


@cache
def points() -> dict[str, Point]:
    """By id, in the file's order."""
    with (Path(__file__).parent / "points.csv").open(encoding="utf-8", newline="") as file:
        return {line["id"]: Point(**line) for line in csv.DictReader(file)}


def point_problem(point_id: str, size: str | None) -> tuple[str, str] | None:
    """Why a parcel of this size can't go to this point, as code and detail; None for the size = don't check it."""
    point = points().get(point_id)
    if point is None:
        return "point_unknown", "There is no such point"
    if point.status != "operating":
        return "point_unavailable", "This point takes no parcels now"
    if size is not None and size not in point.sizes:
        return "point_unavailable", f"This point has no lockers of size {size}"
    return None
