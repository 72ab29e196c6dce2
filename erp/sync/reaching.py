"""
Whether the shops' messages find their way here: the address is asked for a word that only this installation can answer.

A shop sends its messages to an address of the open internet; ours may stand behind a tunnel or a proxy, so that nothing
here knows it for sure. Asking it tells more than looking at it.
"""

import hmac
import ipaddress
import secrets
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx2
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from erp.foundation.db import outside_transaction

TIMEOUT_SECONDS = 5.0  # what a shop waits as well
LONGEST_WORD = 100


@dataclass(frozen=True, slots=True)
class Reach:
    """``reason`` says in a sentence what is wrong and what to do; "" when messages arrive."""

    reason: str | Promise = ""

    @property
    def ok(self) -> bool:
        return not self.reason


def answer(word: str) -> str:
    """What this installation, and no other, answers to a word."""
    return salted_hmac("erp.sync.reaching", word, algorithm="sha256").hexdigest()


def on_this_machine(address: str) -> bool:
    """Whether an address leads to the machine it is used on, as a simulated shop's does."""
    host = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@outside_transaction
def reach(address: str, *, shop: str) -> Reach:
    """
    Ask the public address whether it leads here.

    :param shop: the shop's own address; one on this machine sends to this machine over plain http as well.
    """
    parts = urlsplit(address)
    if not parts.hostname:
        return Reach(_("Give the whole address, as in https://erp.example.com."))
    local = on_this_machine(address)
    if local and not on_this_machine(shop):
        return Reach(_("This address leads to this machine only; the shop can't send anything there."))
    if parts.scheme != "https" and not local:
        return Reach(_("The shop sends its messages over https only, but the address begins with http."))
    word = secrets.token_urlsafe(24)
    try:
        with httpx2.Client(timeout=TIMEOUT_SECONDS, trust_env=False, follow_redirects=False) as client:
            response = client.get(f"{address}/hooks/check/", params={"word": word})
    except httpx2.TimeoutException:
        return Reach(_("The address did not answer within 5 seconds."))
    except httpx2.TransportError as error:
        return Reach(_not_reached(error))
    if response.status_code == 400:
        said = gettext("Backroom does not answer to the name %(host)s. Add it to ALLOWED_HOSTS and start again.")
        return Reach(said % {"host": parts.hostname})
    if response.status_code != 200 or not hmac.compare_digest(response.content.strip(), answer(word).encode()):
        return Reach(_("Something answers at this address, but it is not this Backroom."))
    return Reach()


def _not_reached(error: BaseException | None) -> str | Promise:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return _("The certificate of the address is not one that a shop trusts.")
        error = error.__cause__ or error.__context__
    return _("Nothing answers at this address: check its name, and that it leads here.")
