"""Which function answers which address."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.http.messages import Request, Response
from erp.simulators.carrier.http.problems import Problem, not_found

Handler = Callable[..., Response | Awaitable[Response]]


@dataclass(frozen=True)
class Route:
    """`handler(carrier, request, **parts)`; parts are the names in braces in `template`."""

    method: str
    template: str
    handler: Handler

    @property
    def name(self) -> str:
        return f"{self.method} {self.template}"


@dataclass(frozen=True)
class Match:
    """A route with the values of its parts."""

    route: Route
    parts: dict[str, str]

    def answer(self, carrier: Carrier, request: Request) -> Response | Awaitable[Response]:
        return self.route.handler(carrier, request, **self.parts)


class Router:
    """Finds routes by method and decoded path."""

    def __init__(self, routes: list[Route]) -> None:
        self._routes = [(route, re.compile(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", route.template))) for route in routes]

    def find(self, method: str, path: str) -> Match:
        """:raises Problem: not_found, method_not_allowed."""
        allowed = []
        for route, pattern in self._routes:
            if match := pattern.fullmatch(path):
                if route.method == method:
                    return Match(route, match.groupdict())
                allowed.append(route.method)
        if allowed:
            raise Problem(
                405, "method_not_allowed", f"Use {' or '.join(allowed)}", headers={"Allow": ", ".join(allowed)}
            )
        raise not_found("address")
