"""Global Trade Item Numbers (EAN-8, UPC-A, EAN-13, GTIN-14): whether a code is one, and what is wrong with it."""

from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from stdnum import ean


class GtinFault(Enum):
    """Why a code is no GTIN."""

    NOT_DIGITS = "not-digits"
    WRONG_LENGTH = "wrong-length"
    WRONG_CHECK_DIGIT = "wrong-check-digit"

    @property
    def sentence(self) -> str | Promise:
        """What to tell the person who typed the code."""
        return _SENTENCES[self]


_LENGTHS = frozenset({8, 12, 13, 14})
_SENTENCES: dict[GtinFault, str | Promise] = {
    GtinFault.NOT_DIGITS: _("A GTIN consists of digits only."),
    GtinFault.WRONG_LENGTH: _("A GTIN has 8, 12, 13 or 14 digits."),
    GtinFault.WRONG_CHECK_DIGIT: _("The check digit of this GTIN is wrong: a digit was mistyped or two were swapped."),
}


def gtin_fault(code: str) -> GtinFault | None:
    """What keeps a code from being a GTIN; nothing if it is one. Leading zeros count, blanks and dashes are faults."""
    if not (code.isascii() and code.isdigit()):
        return GtinFault.NOT_DIGITS
    if len(code) not in _LENGTHS:
        return GtinFault.WRONG_LENGTH
    return None if ean.calc_check_digit(code[:-1]) == code[-1] else GtinFault.WRONG_CHECK_DIGIT
