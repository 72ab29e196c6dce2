"""Invoices and the trial balance as the API shows them."""

from typing import Any

from rest_framework import serializers

from erp.finance.models import Invoice, InvoiceBuyer, InvoiceLine, InvoiceTax
from erp.foundation.web.api.serializers import Output

MONEY: dict[str, Any] = {"max_digits": 18, "decimal_places": 4}


class InvoiceOutput(Output[Invoice]):
    """An invoice or a correction in a list. Amounts of a correction are what it changes."""

    class Meta:
        model = Invoice
        fields: tuple[str, ...] = (
            *("id", "company", "kind", "number", "order", "corrects", "reason", "issued_on", "sold_on", "due_on"),
            *("language", "currency", "prices_include_tax", "taxed", "net", "tax", "gross", "paid"),
            *("books_currency", "rate", "rate_on", "tax_books", "gross_books"),
        )


class InvoiceLineOutput(Output[InvoiceLine]):
    """A line."""

    class Meta:
        model = InvoiceLine
        fields = (
            *("position", "kind", "order_line", "sku", "title", "unit", "quantity", "unit_price"),
            *("tax_kind", "tax_rate", "net", "tax", "gross"),
        )


class InvoiceTaxOutput(Output[InvoiceTax]):
    """The summary of one rate."""

    class Meta:
        model = InvoiceTax
        fields = ("tax_kind", "tax_rate", "net", "tax", "gross", "tax_books")


class InvoiceBuyerOutput(Output[InvoiceBuyer]):
    """Who was billed; blank after ``erased_on``."""

    class Meta:
        model = InvoiceBuyer
        fields = ("name", "firm", "tax_id", "street", "postcode", "city", "country", "keep_until", "erased_on")


class InvoiceDetailOutput(InvoiceOutput):
    """An invoice with everything on it."""

    lines = InvoiceLineOutput(many=True)
    taxes = InvoiceTaxOutput(many=True)
    buyer = InvoiceBuyerOutput()

    class Meta(InvoiceOutput.Meta):
        fields = (
            *InvoiceOutput.Meta.fields,
            *("seller_name", "seller_tax_id", "seller_address", "seller_country", "lines", "taxes", "buyer"),
        )


class BalanceOutput(serializers.Serializer[Any]):
    """An account's turnover and balance (debit positive), in the currency of the books."""

    account = serializers.IntegerField(source="account.pk")
    code = serializers.CharField(source="account.code")
    name = serializers.CharField(source="account.name")
    kind = serializers.CharField(source="account.kind")
    debit = serializers.DecimalField(**MONEY)
    credit = serializers.DecimalField(**MONEY)
    balance = serializers.DecimalField(**MONEY)


class TrialBalanceOutput(serializers.Serializer[Any]):
    """The trial balance of a company up to and with a day; debits and credits sum to the same."""

    company = serializers.IntegerField()
    currency = serializers.CharField()
    until = serializers.DateField(allow_null=True)
    accounts = BalanceOutput(many=True)
