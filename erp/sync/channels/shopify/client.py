"""
One account's connection to Shopify's Admin GraphQL: version, token, budget, and errors told apart.

HTTP 200 is no success: first ``errors`` (throttled, too costly, denied), then each mutation's ``userErrors``. The
answer's version header differs from ours when the version we ask for has ended.
"""

import json
import time
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import httpx2
import structlog

from erp.foundation.db import outside_transaction
from erp.foundation.processes import kept_by_process
from erp.sync.channels.shopify.documents import document
from erp.sync.protocol import BudgetKeeper, Misconfigured, Retryable, Terminal

log = structlog.get_logger(__name__)
API_VERSION = "2026-10"
TIMEOUT_SECONDS = 20.0
TRIES_WHEN_THROTTLED = 6
_FIRST_GUESS = 50  # points, until the first answer says what a document costs
_costs: dict[tuple[str, str], int] = {}  # by API version and document: the same for every shop, as the vendor counts it
_LATER = {429, 500, 502, 503, 504}


class ShopifyClient:
    """Sends documents of :mod:`documents` by name."""

    def __init__(self, address: str, token: str, budget: BudgetKeeper, *, api_version: str = API_VERSION) -> None:
        self._budget, self._version = budget, api_version
        self._address, self._token = address, token

    @outside_transaction
    def send(self, name: str, **variables: Any) -> Any:
        """
        Send a document and return its ``data``; waits where the budget or the shop asks for it.

        :raises Retryable: the shop is away, busy or its answer was lost (``unknown``).
        :raises Misconfigured: the token or a scope is refused, or the API version has ended.
        :raises Terminal: the shop will never accept this.
        """
        for _attempt in range(TRIES_WHEN_THROTTLED):
            cost = _costs.get((self._version, name), _FIRST_GUESS)
            self._budget.acquire(cost)
            answer = self._post(name, variables)
            self._learn(name, answer)
            wait = _throttled(answer)
            if wait is None:
                return _data(answer)
            self._budget.throttled(wait)
            time.sleep(wait)
        raise Retryable("The shop allows no more calls for now.", after=5.0)

    def pages(self, name: str, path: tuple[str, ...], **variables: Any) -> Iterator[Mapping[str, Any]]:
        """The nodes of a connection, to its end."""
        after: str | None = None
        while True:
            connection = self.send(name, after=after, **variables)
            for step in path:
                connection = connection[step]
            yield from connection["nodes"]
            if not connection["pageInfo"]["hasNextPage"]:
                return
            after = connection["pageInfo"]["endCursor"]

    def mutate(self, name: str, field: str, **variables: Any) -> tuple[Any, list[Mapping[str, Any]]]:
        """A mutation's payload and its ``userErrors``."""
        payload = self.send(name, **variables)[field]
        return payload, payload["userErrors"]

    def _post(self, name: str, variables: Mapping[str, Any]) -> Mapping[str, Any]:
        body = json.dumps({"query": document(name), "variables": dict(variables)})
        try:
            answer = _connection(self._address, self._token).post(
                f"/admin/api/{self._version}/graphql.json", content=body
            )
        except httpx2.ConnectError as error:
            raise Retryable(f"The shop does not answer ({type(error).__name__}).") from None
        except httpx2.TransportError as error:
            raise Retryable(f"The shop's answer was lost ({type(error).__name__}).", unknown=True) from None
        log.debug("shopify", document=name, status=answer.status_code, request=answer.headers.get("X-Request-ID"))
        _check_status(answer)
        served = answer.headers.get("X-Shopify-API-Version", self._version)
        if served != self._version:
            raise Misconfigured(f"API version {self._version} has ended: the shop serves {served}.")
        try:
            loaded: Mapping[str, Any] = json.loads(answer.content, parse_float=Decimal)
        except ValueError:
            raise Retryable("The shop sent something that is no answer.", unknown=True) from None
        return loaded

    def _learn(self, name: str, answer: Mapping[str, Any]) -> None:
        cost = answer.get("extensions", {}).get("cost")
        if not cost:
            return
        _costs[self._version, name] = int(cost["requestedQueryCost"])
        state = cost["throttleStatus"]
        self._budget.learn(
            available=Decimal(state["currentlyAvailable"]),
            maximum=Decimal(state["maximumAvailable"]),
            per_second=Decimal(state["restoreRate"]),
        )


@kept_by_process(maxsize=64)
def _connection(address: str, token: str) -> httpx2.Client:
    """
    One a shop and process, which all threads share: making one takes longer than most calls, as it reads the trusted
    certificates, and a kept connection saves the handshake.
    """
    return httpx2.Client(
        base_url=address,
        headers={"X-Shopify-Access-Token": token, "Content-Type": "application/json"},
        timeout=TIMEOUT_SECONDS,
    )


def _check_status(answer: httpx2.Response) -> None:
    if answer.status_code in (401, 403):
        raise Misconfigured("The shop refuses the access token.")
    if answer.status_code == 404:
        raise Misconfigured("There is no shop at this address.")
    if answer.status_code in _LATER:
        raise Retryable(f"The shop is busy ({answer.status_code}).", after=_seconds(answer), unknown=True)
    if answer.status_code >= 400:
        raise Terminal(f"The shop answered {answer.status_code}.")


def _throttled(answer: Mapping[str, Any]) -> float | None:
    """Seconds to wait when the answer says THROTTLED: what is missing over the rate at which it comes back."""
    codes = {error.get("extensions", {}).get("code") for error in answer.get("errors") or []}
    if "THROTTLED" not in codes:
        return None
    cost = answer["extensions"]["cost"]
    state = cost["throttleStatus"]
    missing = Decimal(cost["requestedQueryCost"]) - Decimal(state["currentlyAvailable"])
    return float(max(missing / Decimal(state["restoreRate"]), Decimal("0.1")))


def _data(answer: Mapping[str, Any]) -> Any:
    errors = answer.get("errors") or []
    if not errors:
        return answer["data"]
    codes = {str(error.get("extensions", {}).get("code", "")) for error in errors}
    if "ACCESS_DENIED" in codes:
        raise Misconfigured("The shop denies access: a scope is missing.")
    if codes & {"INTERNAL_SERVER_ERROR", "TIMEOUT"}:
        raise Retryable("The shop had an error of its own.", unknown=True)
    raise Terminal(f"The shop refuses the request ({', '.join(sorted(codes)) or 'no code'}).")


def _seconds(answer: httpx2.Response) -> float | None:
    text = answer.headers.get("Retry-After", "")
    try:
        return float(text)
    except ValueError:
        return None
