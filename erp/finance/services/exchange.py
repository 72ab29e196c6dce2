"""Into the currency of the books: at a rate that is stamped once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from erp.finance.billing import rounded
from erp.finance.services.posting import Posting
from erp.fiscal import queries as fiscal
from erp.foundation.money import Money

_DIGITS = Decimal("0.00000001")


@dataclass(frozen=True, slots=True)
class Stamp:
    """
    A rate as a document keeps it: one unit of ``base`` costs ``rate`` of ``books``, as published for ``on``.

    Both are empty where a document is in the books' own currency.
    """

    base: str
    books: str
    rate: Decimal | None = None
    on: date | None = None

    def convert(self, amount: Decimal) -> Decimal:
        """An amount in the books' currency, rounded to its digits."""
        return amount if self.rate is None else rounded(amount * self.rate, self.books)

    def money(self, amount: Decimal) -> tuple[Money, Money]:
        """An amount as :class:`Posting` wants it: in the books' currency and in the document's."""
        return Money(self.convert(amount), self.books), Money(amount, self.base)


def stamp(base: str, books: str, day: date) -> Stamp:
    """
    The rate for what happened on a day: the last one published before it (as art. 31a of the Polish VAT act wants).

    :raises NoExchangeRate: when none is kept; a rate is never guessed.
    """
    if base == books:
        return Stamp(base, books)
    before = day - timedelta(days=1)
    return Stamp(base, books, fiscal.exchange_rate(base, books, before).quantize(_DIGITS), before)


def balanced(postings: Sequence[Posting]) -> list[Posting]:
    """
    The same lines with what rounding each of them lost put onto the largest one that settles nothing.

    Settlements and taxes stay what their documents say. A line too small for the books' currency goes into it too.
    """
    lines = [line for line in postings if line.amount]
    if not lines:
        return []
    books, base = lines[0].amount.currency, lines[0].in_document.currency
    off = Money.total((line.amount for line in lines), books)
    off_base = Money.total((line.in_document for line in lines), base)
    if not off and not off_base:
        return lines
    free = [i for i, line in enumerate(lines) if not line.fixed] or [len(lines) - 1]
    at = max(free, key=lambda i: abs(lines[i].amount.amount))
    line = lines[at]
    lines[at] = replace(line, amount=line.amount - off, foreign=line.in_document - off_base)
    return lines
