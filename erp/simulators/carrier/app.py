"""The ASGI application: who calls, may they, what goes wrong, which function answers."""

import hmac
import time
import traceback
from collections.abc import Sequence
from dataclasses import replace
from inspect import isawaitable
from urllib.parse import parse_qsl

from erp.simulators.carrier.api.routes import ROUTER
from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.faults import AFTER, BEFORE, REQUEST_KINDS, Fault
from erp.simulators.carrier.http.budget import Budget
from erp.simulators.carrier.http.line import ClientGone, Line, Message, Receive, Send
from erp.simulators.carrier.http.messages import Request, Response, answer_problem
from erp.simulators.carrier.http.mishaps import LineCut, suffer
from erp.simulators.carrier.http.problems import Problem

NO_ANSWER = "cut"


class App:
    """Serves one carrier over HTTP."""

    def __init__(self, carrier: Carrier) -> None:
        self._carrier = carrier
        self._budgets: dict[str, Budget] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"This server speaks HTTP only, not {scope['type']}")
        line = Line(receive, send)
        request = _request(scope)
        status = NO_ANSWER
        try:
            response = await self._respond(request, line)
            status = str(response.status)
            await line.answer(response)
        except ClientGone:
            pass
        except LineCut:
            await line.cut()
        finally:
            self._carrier.requests[f"{_route_name(request)} {status}"] += 1

    async def _respond(self, request: Request, line: Line) -> Response:
        headers: dict[str, str] = {}
        try:
            request = replace(request, body=await line.read_body())
            if not request.path.startswith("/v1/"):
                return await self._answer(request)
            request = replace(request, account=self._account(request))
            headers = self._spend(request.account)
            response = await self._answer_with_faults(request, line)
        except Problem as problem:
            response = answer_problem(problem)
        return replace(response, headers={**headers, **response.headers})

    async def _answer_with_faults(self, request: Request, line: Line) -> Response:
        faults = self._draw_faults(request)
        instead = await suffer([fault for fault in faults if fault.when == BEFORE], line)
        if instead is not None:
            return instead
        response = await self._answer(request)
        return await suffer([fault for fault in faults if fault.when == AFTER], line) or response

    def _draw_faults(self, request: Request) -> Sequence[Fault]:
        query = "&".join(f"{name}={value}" for name, value in request.query.items())
        text = f"{query}\n{request.body.decode(errors='replace')}"
        return self._carrier.faults.draw(REQUEST_KINDS, method=request.method, path=request.path, text=text)

    async def _answer(self, request: Request) -> Response:
        try:
            answer = ROUTER.find(request.method, request.path).answer(self._carrier, request)
            return await answer if isawaitable(answer) else answer
        except Problem as problem:
            return answer_problem(problem)
        except Exception:
            traceback.print_exc()
            return answer_problem(Problem(500, "internal_error", "Something went wrong on our side"))

    def _account(self, request: Request) -> str:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        for known, account in self._carrier.settings.accounts.items():
            if scheme.lower() == "bearer" and hmac.compare_digest(known.encode(), token.encode()):
                return account
        raise Problem(
            401, "unauthorized", "Send Authorization: Bearer and your token", headers={"WWW-Authenticate": "Bearer"}
        )

    def _spend(self, account: str) -> dict[str, str]:
        rate, now = self._carrier.settings.rate_limit, time.monotonic()
        if not rate:
            return {}
        budget = self._budgets.setdefault(account, Budget.full(rate, at=now))
        try:
            budget.take(at=now)
        except Problem as problem:
            problem.headers.update(budget.headers())
            raise
        return budget.headers()


def _request(scope: Message) -> Request:
    return Request(
        method=scope["method"],
        path=scope["path"],
        query=dict(parse_qsl(scope["query_string"].decode("ascii", errors="replace"), keep_blank_values=True)),
        headers={name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]},
        body=b"",
    )


def _route_name(request: Request) -> str:
    try:
        return ROUTER.find(request.method, request.path).route.name
    except Problem:
        return f"{request.method} ?"
