"""Who is signed in at the provider, and what it says of them. A test chooses by ``/be/?email=…&verified=1``."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from oauth2_provider.oauth2_validators import OAuth2Validator

_chosen: dict[str, int] = {}


def be(request: HttpRequest) -> HttpResponse:
    """Sign somebody in at the provider; ``is_staff`` keeps whether their e-mail is verified."""
    email = request.GET["email"]
    person, _made = User.objects.get_or_create(username=email, defaults={"email": email})
    User.objects.filter(pk=person.pk).update(is_staff=request.GET["verified"] == "1")
    _chosen["person"] = person.pk
    return HttpResponse()


def as_the_chosen_person(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Everybody who comes is the person that the test chose."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.user = User.objects.filter(pk=_chosen.get("person")).first() or AnonymousUser()
        return answer(request)

    return middleware


class Claims(OAuth2Validator):
    """What the provider says of a person."""

    oidc_claim_scope = None

    def get_additional_claims(self, request: Any) -> dict[str, Any]:
        return {"email": request.user.email, "email_verified": request.user.is_staff, "name": request.user.username}
