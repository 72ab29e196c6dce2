"""What a channel or a person says about a buyer; plain values, no database."""

import hashlib
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """
    A buyer as a source describes them.

    ``source`` is the channel account (``shopify:3``) or a way of entry (``phone``); ``remote_id`` what it calls the
    buyer, None for guests. ``email_verified`` is true only if the source made sure that the address is the buyer's
    own: a typed address is not verified.
    """

    source: str
    remote_id: str | None = None
    name: str = ""
    email: str | None = None
    email_verified: bool = False
    phone: str = ""
    language: str = "en"
    tax_id: str = ""
    firm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostalAddress:
    """Where something is sent or billed to; ``country`` is ISO 3166-1 alpha-2."""

    name: str = ""
    firm: str = ""
    street: str = ""
    street2: str = ""
    city: str = ""
    postcode: str = ""
    region: str = ""
    country: str = ""
    phone: str = ""

    def digest(self) -> str:
        """The same for addresses that differ only by case and blanks."""
        parts = [" ".join(part.casefold().split()) for part in astuple(self)]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
