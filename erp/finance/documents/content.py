"""
What stands on an invoice, as words and numbers ready to be set, in the invoice's own language.

Whatever Polish law wants of an invoice is here: art. 106e (invoices), 106j (corrections) and art. 113 (sellers exempt
from VAT) of the VAT act; VAT in zloty where the invoice is in another currency (art. 106e sec. 11).
"""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils import translation
from django.utils.functional import Promise

from erp.finance.documents import wording as w
from erp.finance.models import Invoice, InvoiceBuyer, InvoiceKind, InvoiceLine, InvoiceTax, LineKind, TaxKind
from erp.foundation.money import Money, digits_of
from erp.foundation.web.formats import money_text, number
from erp.payments.models import Method

ZERO = Decimal(0)
Word = str | Promise


def content_of(invoice: Invoice, before: Decimal) -> str:
    """
    Everything on the page, in the invoice's language, as JSON.

    :param before: for a correction, what its invoice came to before it.
    """
    with translation.override(invoice.language):
        lines, taxes = list(invoice.lines.all()), list(invoice.taxes.all())
        columns = _columns(invoice, lines)
        content = {
            "language": invoice.language,
            "title": title_of(invoice),
            "number": invoice.number,
            "issued": [invoice.issued_on.year, invoice.issued_on.month, invoice.issued_on.day],
            "dates": _dates(invoice),
            "corrected": _corrected(invoice),
            "seller": _seller(invoice),
            "buyer": _buyer(invoice.buyer),
            "words": _words(),
            "columns": [
                {"name": name, "wide": key == "title", "left": key in ("title", "no")} for key, name in columns
            ],
            "rows": [_row(invoice, line, [key for key, _name in columns]) for line in lines],
            "tax_heads": _tax_heads(invoice),
            "taxes": [_tax_row(invoice, tax) for tax in taxes] if invoice.taxed else [],
            "tax_total": _tax_total(invoice),
            "sums": _sums(invoice, before),
            "due": _due(invoice),
            "payment": _payment(invoice),
            "notes": _notes(invoice),
        }
        return json.dumps(content, ensure_ascii=False, default=str)  # words become text while the language holds


def title_of(invoice: Invoice) -> str:
    """What the document is called."""
    if invoice.kind == InvoiceKind.CORRECTION:
        return str(w.CORRECTION)
    if invoice.taxed and invoice.seller_country == "GB":
        return str(w.VAT_INVOICE)
    return str(w.INVOICE)


def rate_name(kind: str, rate: Decimal | None) -> str:
    """A rate as it stands on an invoice: 23%, exempt, outside VAT."""
    names = {TaxKind.EXEMPT: w.EXEMPT, TaxKind.OUTSIDE: w.OUTSIDE, TaxKind.MIXED: w.MIXED}
    return f"{number(rate)}%" if rate is not None else str(names[TaxKind(kind)])


def line_title(line: InvoiceLine) -> str:
    """What a line is called: the goods' own title, or what kind of charge it is."""
    if line.kind == LineKind.ADJUSTMENT:
        return str(w.DISCOUNT_OR_ADJUSTMENT)
    return line.title or str(LineKind(line.kind).label)


def method_name(code: str) -> str:
    """A means of payment as it stands on an invoice."""
    names = {
        Method.CARD: w.CARD,
        Method.TRANSFER: w.BANK_TRANSFER,
        Method.COD: w.CASH_ON_DELIVERY,
        Method.GIFT_CARD: w.GIFT_CARD,
        Method.STORE_CREDIT: w.STORE_CREDIT,
        Method.OTHER: w.OTHER,
    }
    return str(names[Method(code)])


def _words() -> dict[str, Word]:
    return {
        "seller": w.SELLER,
        "buyer": w.BUYER,
        "summary": w.VAT_BY_RATE,
        "page": w.PAGE,
        "electronic": w.ELECTRONIC,
    }


def _dates(invoice: Invoice) -> list[tuple[Word, str]]:
    dates = [
        (w.DATE_OF_ISSUE, invoice.issued_on),
        (w.DATE_OF_SALE, invoice.sold_on),
    ]
    if invoice.kind == InvoiceKind.INVOICE:
        dates.append((w.PAYMENT_DUE, invoice.due_on))
    return [
        *((name, value.isoformat()) for name, value in dates),
        (w.ORDER, invoice.order.source_number or invoice.order.number),
    ]


def _corrected(invoice: Invoice) -> list[Word]:
    if invoice.corrects is None:
        return []
    named = w.TO_INVOICE % {
        "number": invoice.corrects.number,
        "day": invoice.corrects.issued_on.isoformat(),
    }
    reason = invoice.reason or str(w.USUAL_REASON)
    return [named, w.REASON % {"reason": reason}]


def _seller(invoice: Invoice) -> dict[str, Any]:
    return {
        "name": invoice.seller_name,
        "lines": [*invoice.seller_address.splitlines(), *_tax_id(invoice.seller_country, invoice.seller_tax_id)],
    }


def _buyer(buyer: InvoiceBuyer) -> dict[str, Any]:
    if buyer.erased_on is not None:
        return {"name": w.ERASED % {"day": buyer.erased_on.isoformat()}, "lines": []}
    person = [buyer.name] if buyer.firm and buyer.name != buyer.firm else []
    city = f"{buyer.postcode} {buyer.city}".strip()
    lines = [*person, *buyer.street.splitlines(), ", ".join(filter(None, (city, buyer.country)))]
    return {
        "name": buyer.firm or buyer.name or w.PRIVATE_BUYER,
        "lines": [*filter(None, lines), *_tax_id(buyer.country, buyer.tax_id)],
    }


def _tax_id(country: str, tax_id: str) -> list[str]:
    if not tax_id:
        return []
    return [f"NIP: {tax_id}" if country == "PL" else f"{w.VAT_NUMBER}: {country}{tax_id.removeprefix(country)}"]


def _columns(invoice: Invoice, lines: Sequence[InvoiceLine]) -> list[tuple[str, Word]]:
    gross = invoice.prices_include_tax or not invoice.taxed
    with_tax = w.UNIT_PRICE_GROSS if invoice.taxed else w.UNIT_PRICE
    price = with_tax if gross else w.UNIT_PRICE_NET
    columns: list[tuple[str, Word]] = [("no", w.NO), ("title", w.NAME), ("quantity", w.QUANTITY), ("price", price)]
    if any(_discount(invoice, line) for line in lines):
        columns.append(("discount", w.DISCOUNT))
    if invoice.taxed:
        columns += [("rate", w.VAT), ("net", w.NET_VALUE), ("tax", w.VAT_AMOUNT)]
        return [*columns, ("gross", w.GROSS_VALUE)]
    return [*columns, ("gross", w.VALUE)]


def _row(invoice: Invoice, line: InvoiceLine, keys: Sequence[str]) -> dict[str, Any]:
    whole = line.kind == LineKind.ADJUSTMENT
    discount = _discount(invoice, line)
    cells = {
        "no": str(line.position),
        "title": line_title(line),
        "quantity": "" if whole else f"{number(line.quantity)}\u00a0{line.unit}".rstrip("\u00a0"),
        "price": "" if whole else _amount(invoice, line.unit_price),
        "discount": _amount(invoice, -discount) if discount else "",
        "rate": rate_name(line.tax_kind, line.tax_rate),
        "net": _amount(invoice, line.net),
        "tax": _amount(invoice, line.tax),
        "gross": _amount(invoice, line.gross),
    }
    return {"cells": [cells[key] for key in keys], "detail": line.sku}


def _discount(invoice: Invoice, line: InvoiceLine) -> Decimal:
    """What was taken off a line of an invoice: its share of the discounts given on the order."""
    if line.order_line_id is None or invoice.kind == InvoiceKind.CORRECTION:
        return ZERO
    charged = line.gross if invoice.prices_include_tax or not invoice.taxed else line.net
    full = Money(line.unit_price * line.quantity, invoice.currency).rounded().amount
    return max(full - charged, ZERO)


def _tax_heads(invoice: Invoice) -> list[Word]:
    heads: list[Word] = [w.RATE, w.NET, w.VAT, w.GROSS]
    return [*heads, w.VAT_IN % {"currency": invoice.books_currency}] if invoice.rate else heads


def _tax_row(invoice: Invoice, tax: InvoiceTax) -> list[str]:
    amounts = [_amount(invoice, amount) for amount in (tax.net, tax.tax, tax.gross)]
    in_books = [number(tax.tax_books, digits_of(invoice.books_currency))] if invoice.rate else []
    return [rate_name(tax.tax_kind, tax.tax_rate), *amounts, *in_books]


def _tax_total(invoice: Invoice) -> list[Word]:
    amounts = [_amount(invoice, amount) for amount in (invoice.net, invoice.tax, invoice.gross)]
    in_books = [number(invoice.tax_books, digits_of(invoice.books_currency))] if invoice.rate else []
    return [w.TOTAL, *amounts, *in_books]


def _sums(invoice: Invoice, before: Decimal) -> list[tuple[Word, str]]:
    if invoice.kind == InvoiceKind.CORRECTION:
        return [
            (w.BEFORE_THE_CORRECTION, _money(invoice, before)),
            (w.CHANGE, _money(invoice, invoice.gross)),
            (w.AFTER_THE_CORRECTION, _money(invoice, before + invoice.gross)),
        ]
    return [
        (w.TOTAL, _money(invoice, invoice.gross)),
        (w.PAID, _money(invoice, invoice.paid)),
    ]


def _due(invoice: Invoice) -> tuple[Word, str]:
    if invoice.kind == InvoiceKind.CORRECTION:
        word = w.TO_BE_GIVEN_BACK if invoice.gross <= 0 else w.TO_PAY_IN_ADDITION
        return word, _money(invoice, abs(invoice.gross))
    return w.TO_PAY, _money(invoice, invoice.gross - invoice.paid)


def _payment(invoice: Invoice) -> list[Word]:
    if invoice.kind == InvoiceKind.CORRECTION or not invoice.payment_methods:
        return []
    methods = ", ".join(method_name(code) for code in invoice.payment_methods.split())
    return [w.PAYMENT % {"methods": methods}]


def _notes(invoice: Invoice) -> list[Word]:
    notes: list[Word] = []
    if not invoice.taxed and invoice.seller_country == "PL":
        notes.append(w.EXEMPT_NOTE)
    if invoice.rate is not None:
        notes.append(
            w.RATE_NOTE
            % {
                "currency": invoice.currency,
                "rate": number(invoice.rate, 4),
                "books": invoice.books_currency,
                "day": invoice.rate_on,
            }
        )
    return notes


def _amount(invoice: Invoice, amount: Decimal) -> str:
    return number(amount, digits_of(invoice.currency))


def _money(invoice: Invoice, amount: Decimal) -> str:
    return money_text(Money(amount, invoice.currency))
