"""Global ids: gid://shopify/Order/9100000000000001, with a query string where the vendor has one."""

import re

FORM = re.compile(r"gid://shopify/([A-Za-z]+)/([0-9A-Za-z-]+)(\?[^\s]*)?")


def gid(kind: str, number: int | str) -> str:
    """Return the global id."""
    return f"gid://shopify/{kind}/{number}"


def split(text: str) -> tuple[str, str]:
    """
    Return (kind, number) of a global id, the query string left out.

    :raises ValueError: if it is no global id.
    """
    match = FORM.fullmatch(text)
    if match is None:
        raise ValueError(f"Invalid global id '{text}'")
    return match[1], match[2]


def number(text: str, kind: str) -> int:
    """Return the number of an id of this kind, or 0, which nothing has: another kind is simply not found."""
    found, value = split(text)
    return int(value) if found == kind and value.isdigit() else 0
