"""The request as the views of the kit see it."""

from typing import cast

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from erp.foundation.actor import Actor


class StaffRequest(HttpRequest):
    """A request that has passed its view's rule."""

    actor: Actor
    htmx: HtmxDetails


def wants_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page, not for the whole."""
    htmx = cast(StaffRequest, request).htmx if hasattr(request, "htmx") else None
    return bool(htmx) and htmx is not None and not htmx.boosted and htmx.request_type != "full"
