"""Fields for money, quantities, days, lookups and scanned codes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from erp.foundation.money import Money, digits_of
from erp.foundation.web import formats
from erp.foundation.web.forms.numbers import BadNumber, parse_number

DAY_FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y")


class NumberInput(forms.TextInput):
    """A text input for a number as the person writes it; shown grouped in the page's language."""

    template_name = "web/form/number.html"

    def __init__(
        self, *, unit: str = "", currency: str = "", decimals: int | None = None, attrs: dict[str, Any] | None = None
    ) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off"} | (attrs or {}))
        self.unit, self.currency, self.decimals = unit, currency, decimals

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, Money):
            value = value.amount
        if isinstance(value, Decimal | int):
            decimals = self.decimals if self.decimals and value == round(value, self.decimals) else None
            return formats.number(value, decimals)
        return None if value is None else str(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        unit = formats.symbol(self.currency) if self.currency else self.unit
        return super().get_context(name, value, attrs) | {"unit": unit}


class NumberField(forms.Field):
    """An exact number with a limited count of decimals and bounds; gives a Decimal."""

    def __init__(
        self,
        *,
        decimals: int = 3,
        least: Decimal | int | None = None,
        most: Decimal | int | None = None,
        unit: str = "",
        **options: Any,
    ) -> None:
        self.decimals, self.least, self.most = decimals, least, most
        options.setdefault("widget", NumberInput(unit=unit))
        super().__init__(**options)

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or str(value).strip() == "":
            return None
        try:
            number = parse_number(str(value))
        except BadNumber as error:
            raise ValidationError(str(error)) from None
        if number != round(number, self.decimals):
            raise ValidationError(_("At most %(n)s decimals."), params={"n": self.decimals})
        return number

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if self.least is not None and value < self.least:
            raise ValidationError(_("At least %(least)s."), params={"least": formats.number(self.least)})
        if self.most is not None and value > self.most:
            raise ValidationError(_("At most %(most)s."), params={"most": formats.number(self.most)})


class QuantityField(NumberField):
    """A quantity: three decimals, not negative unless ``least`` says so."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("least", 0)
        super().__init__(decimals=3, **options)


class MoneyField(NumberField):
    """An amount in one currency; gives a :class:`Money`."""

    def __init__(self, *, currency: str, decimals: int | None = None, **options: Any) -> None:
        self.currency = currency
        digits = digits_of(currency) if decimals is None else decimals
        options.setdefault("widget", NumberInput(currency=currency, decimals=digits_of(currency)))
        super().__init__(decimals=digits, **options)

    def clean(self, value: Any) -> Money | None:
        number: Decimal | None = super().clean(value)
        return None if number is None else Money(number, self.currency)


class DayInput(forms.DateInput):
    """The browser's own calendar, which shows the person's own order of day and month."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A calendar day; also reads ``23.11.2026`` where the browser has no calendar."""

    widget = DayInput

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=DAY_FORMATS, **options)

    def to_python(self, value: Any) -> date | None:
        return super().to_python(value.strip() if isinstance(value, str) else value)


class ScanInput(forms.TextInput):
    """An input that takes what a wedge scanner types anywhere on the page."""

    template_name = "web/form/scan.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            {"data-scan": "", "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"} | (attrs or {})
        )


class CodeField(forms.CharField):
    """A code that is typed or scanned (EAN, SKU, location); blanks and a scanner's Enter are cut off."""

    widget = ScanInput

    def to_python(self, value: Any) -> str:
        return "".join(str(super().to_python(value)).split())


def choices_with_blank(choices: Sequence[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Choices of a select that begins with nothing chosen."""
    return [("", "–"), *choices]
