"""Errors as RFC 9457 writes them."""

from dataclasses import dataclass, field
from typing import Any

TITLES = {
    400: "The request can't be read",
    401: "The token is missing or wrong",
    404: "There is no such thing",
    405: "The method is not for this address",
    409: "The state of things does not allow this",
    413: "The request is too large",
    422: "The request is not valid",
    429: "Too many requests",
    500: "The carrier failed",
    503: "The carrier is not available",
}


@dataclass(frozen=True)
class FieldError:
    """`pointer` is a JSON pointer into the body (RFC 6901)."""

    pointer: str
    code: str
    detail: str


@dataclass
class Problem(Exception):
    """An answer that ends the request."""

    status: int
    code: str
    detail: str
    errors: list[FieldError] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        content: dict[str, Any] = {
            "type": f"https://sandbox-carrier.example/problems/{self.code}",
            "title": TITLES[self.status],
            "status": self.status,
            "code": self.code,
            "detail": self.detail,
        }
        if self.errors:
            content["errors"] = [{"pointer": e.pointer, "code": e.code, "detail": e.detail} for e in self.errors]
        return content


def not_found(what: str) -> Problem:
    return Problem(404, "not_found", f"There is no such {what}")


def not_valid(errors: list[FieldError]) -> Problem:
    count = "1 field is" if len(errors) == 1 else f"{len(errors)} fields are"
    return Problem(422, "validation_failed", f"{count} not valid", errors=errors)
