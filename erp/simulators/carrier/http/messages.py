"""What comes in and what goes out."""

import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from erp.simulators.carrier.http.problems import Problem

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Request:
    """One call, its body read whole."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    account: str = ""
    """Who calls; empty outside `/v1`."""

    def json(self) -> Any:
        """
        The body, numbers with a fraction as Decimal.

        :raises Problem: malformed_json.
        """
        try:
            return json.loads(self.body, parse_float=Decimal, parse_constant=_refuse_constant)
        except (ValueError, RecursionError) as error:
            raise Problem(400, "malformed_json", "The body is not JSON in UTF-8") from error

    def number(self, name: str, *, default: int, highest: int) -> int:
        """
        A whole number from the query, from 1 to `highest`.

        :raises Problem: bad_parameter.
        """
        text = self.query.get(name, str(default))
        if not (text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= highest):
            raise Problem(400, "bad_parameter", f"{name} takes a whole number from 1 to {highest}")
        return int(text)


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


@dataclass(frozen=True, kw_only=True)
class Response:
    """An answer; `headers` beside the content type and length."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


def answer_json(content: Json, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(status=status, body=json.dumps(content, ensure_ascii=False).encode(), headers=headers or {})


def answer_problem(problem: Problem) -> Response:
    body = json.dumps(problem.as_json(), ensure_ascii=False).encode()
    return Response(status=problem.status, body=body, content_type="application/problem+json", headers=problem.headers)
