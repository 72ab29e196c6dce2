"""E-mail addresses: their one written form, and which of them are a marketplace's relays."""

import re
import unicodedata

_FORM = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+")

# Marketplaces give sellers an address that forwards to the buyer, another one for each order or each seller.
_RELAYS = re.compile(
    r"""(?:^|\.)(?:
        marketplace\.amazon(?:\.[a-z]{2,3}){1,2}   # Amazon, a domain for each country
      | members\.ebay(?:\.[a-z]{2,3}){1,2}         # eBay
      | allegromail\.(?:pl|com)                    # Allegro
      | kaufland-marktplatz\.de                    # Kaufland
      | verkopen\.bol\.com                         # bol
      | relay\.walmart\.com                        # Walmart
      | scs2?\.tiktok(?:w\.us|\.com)               # TikTok Shop
      | (?:[a-z-]+\.)?mirakl\.net                  # marketplaces that run on Mirakl
    )$""",
    re.VERBOSE,
)


def normalise_email(text: str | None) -> str | None:
    """The address in the form in which it is kept and compared, or nothing if it can't be one."""
    if not text:
        return None
    address = unicodedata.normalize("NFKC", text).strip().lower()
    address = address.removeprefix("mailto:")
    if len(address) > 254 or address.count("@") != 1 or not _FORM.fullmatch(address) or address != address.lower():
        return None
    return address


def is_relay(address: str) -> bool:
    """Whether a normalised address belongs to a marketplace and stands for a sale, not for a person."""
    return bool(_RELAYS.search(address.rpartition("@")[2]))
