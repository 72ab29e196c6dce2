"""Where channels send their messages: told genuine, kept, answered within the second."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.sync import services
from erp.sync.channels import reader_of
from erp.sync.models import ChannelAccount
from erp.sync.protocol import Parsed

LARGEST_BYTES = 4 * 1024 * 1024  # a webhook with some thousand lines; the largest seen are below 1 MB


@method_decorator(csrf_exempt, name="dispatch")
class WebhookView(View):
    """
    One account's address for its channel.

    The signature is checked over the raw body before anything is read from it. What can't be understood but is
    genuine is kept for a person and answered with 200: the channel would only send the same again.
    """

    public = True  # declared for the test that walks every address: the signature is the right to be here
    http_method_names = ["post"]  # Django's own declaration

    def post(self, request: HttpRequest, channel: str, account_id: int) -> HttpResponse:
        """Keep the message."""
        at = clock.now()
        account = ChannelAccount.objects.filter(pk=account_id, channel=channel).first()
        if account is None:
            return HttpResponse(status=404)
        actor = Actor("channel", account.source)
        body = _body(request)
        if body is None:
            services.count_refusal(account=account, reason="too_large", on=at.date(), actor=actor, at=at)
            return HttpResponse(status=413)
        reader = reader_of(channel)
        kept = (account.webhook_secret, account.previous_webhook_secret)
        secrets = [secret.reveal() for secret in kept if secret and secret.reveal()]
        if not reader.verify(request.headers, body, secrets):
            services.count_refusal(account=account, reason="signature", on=at.date(), actor=actor, at=at)
            return HttpResponse(status=401)
        try:
            parsed, error = reader.parse(request.headers, body), ""
        except ValueError as problem:
            parsed, error = _unreadable(request, body), str(problem)
        services.keep_message(account=account, parsed=parsed, body=body, error=error, actor=actor, at=at)
        return HttpResponse(status=200)


def _body(request: HttpRequest) -> bytes | None:
    """
    The raw body; None when it is too large.

    Django reads nothing of a body without a Content-Length; where the server says that a body ends by itself, it is
    read to its end: proxies may send on what they were given in chunks.
    """
    length = request.META.get("CONTENT_LENGTH") or ""
    if length.isdecimal() and int(length) > LARGEST_BYTES:
        return None
    ends = not length and request.META.get("wsgi.input_terminated")
    body: bytes = (request.META["wsgi.input"] if ends else request).read(LARGEST_BYTES + 1)
    return body if len(body) <= LARGEST_BYTES else None


def _unreadable(request: HttpRequest, body: bytes) -> Parsed:
    """A genuine message that can't be read is known by what it is made of."""
    digest = hashlib.sha256(body).hexdigest()
    return Parsed(topic="unreadable", external_id=digest, delivery_id="", kind="", remote_id="", sent_at=None)
