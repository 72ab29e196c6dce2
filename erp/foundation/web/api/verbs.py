"""Verbs: each thing that can be done is a POST of its own, with one permission and one use case behind it."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from rest_framework.decorators import action
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.errors import NotAllowed
from erp.foundation.web import access
from erp.foundation.web.api.credentials import credentials_of
from erp.foundation.web.api.idempotency import Answer, answer_once, hash_of, key_of

if TYPE_CHECKING:
    from erp.foundation.web.api.views import ApiViewSet

NO_CONTENT = 204

Work = Callable[[Any, "Call"], Any]
Endpoint = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a verb: who, when, with what (validated), on which row (visible to the actor; None on a list)."""

    request: Request
    actor: Actor
    at: datetime
    data: Mapping[str, Any] = field(default_factory=dict)
    row: Any = None


@dataclass(frozen=True, slots=True)
class Verb:
    """What a verb declares; stands on the endpoint as ``verb``."""

    permission: str
    takes: type[BaseSerializer[Any]] | None
    gives: type[BaseSerializer[Any]] | None
    detail: bool
    status: int


def verb(
    *,
    permission: str,
    takes: type[BaseSerializer[Any]] | None = None,
    gives: type[BaseSerializer[Any]] | None = None,
    detail: bool = True,
    status: int = 200,
) -> Callable[[Work], Endpoint]:
    """
    Make a method of a view set a verb: ``POST /api/v1/orders/{id}/cancel/`` (``detail=False``: on the list).

    The method gets a :class:`Call`, calls one service and returns the row to show (None: 204). A method named
    ``create`` answers the POST on the list itself. With an Idempotency-Key it has its effect once. ``takes``
    reads the body; ``gives`` shows the row, the view's own serializer unless given.
    """

    def decorate(work: Work) -> Endpoint:
        on_list = work.__name__ == "create"
        declared = Verb(permission, takes, gives, detail and not on_list, status)

        @functools.wraps(work)
        def endpoint(view: "ApiViewSet[Any]", request: Request, **kwargs: Any) -> HttpResponse:
            return _answer(view, request, work, declared)

        endpoint.permission, endpoint.verb = permission, declared  # type: ignore[attr-defined]  # read by rules, schema
        if on_list:
            return endpoint
        marked: Endpoint = action(detail=detail, methods=["post"], url_path=work.__name__.replace("_", "-"))(endpoint)
        return marked

    return decorate


def _answer(view: "ApiViewSet[Any]", request: Request, work: Work, declared: Verb) -> HttpResponse:
    credentials = credentials_of(request)
    assert credentials is not None  # the permission class has let the call through
    row = view.visible_row() if declared.detail else None
    if row is not None and not access.can(credentials.actor, declared.permission, row):
        raise NotAllowed(permission=declared.permission)
    call = Call(request, credentials.actor, clock.now(), _validated(view, request, declared), row)

    def effect() -> Answer:
        return _rendered(view, work(view, call), declared)

    key = key_of(request)
    if not key:
        return _response(effect())
    answer = answer_once(
        client=credentials.client,
        key=key,
        request_hash=hash_of(request),
        effect=effect,
        actor=call.actor,
        at=call.at,
    )
    return _response(answer)


def _validated(view: "ApiViewSet[Any]", request: Request, declared: Verb) -> Mapping[str, Any]:
    if declared.takes is None:
        return {}
    serializer = declared.takes(data=request.data, context=view.get_serializer_context())
    serializer.is_valid(raise_exception=True)
    data: Mapping[str, Any] = serializer.validated_data
    return data


def _rendered(view: "ApiViewSet[Any]", result: Any, declared: Verb) -> Answer:
    if result is None:
        return Answer(NO_CONTENT, "")
    shown = declared.gives or view.get_serializer_class()
    data = shown(result, context=view.get_serializer_context()).data
    return Answer(declared.status, JSONRenderer().render(data).decode())


def _response(answer: Answer) -> HttpResponse:
    headers = {"Idempotency-Replayed": "true"} if answer.replayed else None
    if answer.status == NO_CONTENT:
        return HttpResponse(status=NO_CONTENT, headers=headers)
    return HttpResponse(answer.body, status=answer.status, content_type="application/json", headers=headers)
