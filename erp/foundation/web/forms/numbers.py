"""Numbers as people type them: ``1 234,50``, ``1.234,50``, ``1,234.50``, ``1234.5``."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from erp.foundation.web.formats import is_polish

_SPACES = re.compile(r"[\s\u00a0\u202f']")
_SIGNS = {"\u2212": "-", "\u2013": "-"}


class BadNumber(ValueError):
    """The text is no number; the message is for people."""


def parse_number(text: str) -> Decimal:
    """
    Read a number whatever its separators.

    With both separators the last one is the decimal mark. With one of a kind, repeated, it groups. A single one
    before exactly three digits is read by the page's language: a comma groups in English, and is the decimal mark
    in Polish.

    :raises BadNumber: when the text is no number.
    """
    bare = _SPACES.sub("", text)
    for sign, minus in _SIGNS.items():
        bare = bare.replace(sign, minus)
    if not re.fullmatch(r"[+-]?[\d.,]*\d[\d.,]*", bare):
        raise BadNumber(_("Enter a number."))
    mark = _decimal_mark(bare)
    group = {",": ".", ".": ","}.get(mark, "")
    whole, found, fraction = bare.rpartition(mark) if mark else (bare, "", "")
    if not mark:
        whole = bare
        group = "," if "," in bare else "."
    if (group and group in fraction) or not _well_grouped(whole, group):
        raise BadNumber(_("Enter a number."))
    sign = "-" if whole.startswith("-") else ""
    digits = re.sub(r"\D", "", whole) or "0"
    return Decimal(f"{sign}{digits}.{fraction}" if found and fraction else f"{sign}{digits}")


def _decimal_mark(text: str) -> str:
    """Which of the separators is the decimal mark, "" = none."""
    comma, dot = text.count(","), text.count(".")
    if comma and dot:
        return "," if text.rindex(",") > text.rindex(".") else "."
    if comma + dot != 1:
        return ""
    mark = "," if comma else "."
    whole, _found, rest = text.lstrip("+-").partition(mark)
    groups = mark == "," and len(rest) == 3 and not whole.startswith("0") and whole != "" and not is_polish()
    return "" if groups else mark


def _well_grouped(whole: str, group: str) -> bool:
    """Whether groups, if any, hold three digits each after the first."""
    first, *rest = whole.lstrip("+-").split(group) if group else [whole.lstrip("+-")]
    if not rest:
        return bool(re.fullmatch(r"\d*", first))
    return bool(re.fullmatch(r"\d{1,3}", first)) and all(re.fullmatch(r"\d{3}", part) for part in rest)
