"""Tax rates by country and day: what holds, what held, what will hold."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from babel import Locale
from django import forms
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.fiscal import queries
from erp.fiscal import services as fiscal
from erp.fiscal.models import TaxClass, TaxRate
from erp.foundation.web import formats
from erp.foundation.web.forms import fields
from erp.foundation.web.forms.base import Form, FormPage
from erp.foundation.web.lists import Choice, Column, Empty, Link, ListPage, View
from erp.foundation.web.lists.filters import Rows
from erp.foundation.web.records import Action, ActionView, Card, Fact, RecordPage, Status, pairs

VIEW, EDIT = "fiscal.view", "fiscal.edit"
NOW, LATER, PAST = "now", "later", "past"
_STATES = {NOW: (_("holds"), "good"), LATER: (_("to come"), "info"), PAST: (_("past"), "")}
TAXES = (_("Tax rates"), "fiscal:taxes")


def language() -> str:
    """Of the page: pl or en."""
    return (get_language() or "en")[:2]


def country_name(code: str) -> str:
    """The country in the reader's language."""
    return str(Locale(language()).territories.get(code, code))


def state_of(rate: TaxRate, today: date) -> str:
    """Whether a rate holds, will hold or has held."""
    if rate.valid_from > today:
        return LATER
    return NOW if rate.valid_to is None or rate.valid_to >= today else PAST


def today() -> date:
    """The day of the person who looks."""
    return timezone.localdate()


def _in_states(rows: Rows, states: list[str]) -> Rows:
    day, wanted = today(), Q(pk=None)
    if NOW in states:
        wanted |= Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gte=day))
    if LATER in states:
        wanted |= Q(valid_from__gt=day)
    if PAST in states:
        wanted |= Q(valid_to__lt=day)
    return rows.filter(wanted)


def percent(rate: TaxRate) -> str:
    """``23%``, with the decimals that it has."""
    return queries.percent(rate.rate)


class TaxList(ListPage):
    """All rates of all countries that are kept."""

    permission = VIEW
    name = "fiscal.taxes"
    title = TAXES[0]
    sort = "country"
    columns = (
        Column(
            "country",
            _("Country"),
            value=lambda r: country_name(r.country),
            sort="country",
            main=True,
            url=lambda r: reverse("fiscal:tax", args=[r.pk]),
        ),
        Column("tax_class", _("Kind of goods"), value=lambda r: r.tax_class.name(language())),
        Column("rate", _("Rate"), "number", sort="rate", render=percent),
        Column("valid_from", _("From"), "date", sort="valid_from"),
        Column("valid_to", _("Until"), "date", sort="valid_to", nullable=True),
        Column(
            "state",
            _("Status"),
            "pill",
            value=lambda r: _STATES[state_of(r, today())][0],
            tone=lambda r: _STATES[state_of(r, today())][1],
        ),
    )
    filters = (Choice("state", _("Status"), [(key, word) for key, (word, _tone) in _STATES.items()], apply=_in_states),)
    search_hint = _("Country")
    views = (View(_("In force"), "state=now"), View(_("To come"), "state=later"))
    links = (Link(_("New rate"), "fiscal:new-tax", EDIT),)
    empty = Empty(_("No tax rates yet"), _("Rates hold from a day on; the ones before them stay."), "percentage")

    def rows(self) -> "QuerySet[TaxRate]":
        return TaxRate.objects.visible_to(self.actor).select_related("tax_class")

    def search(self, rows: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
        """By the name of the country, or its two letters."""
        wanted = text.strip().casefold()
        names = Locale(language()).territories
        codes = [code for code, name in names.items() if wanted in {code.casefold()} or wanted in name.casefold()]
        return rows.filter(country__in=codes)

    def row_url(self, row: TaxRate) -> str:
        return reverse("fiscal:tax", args=[row.pk])


class TaxPage(RecordPage):
    """One rate, with those of the same kind before and after."""

    permission = VIEW
    parent = TAXES
    model = TaxRate
    with_comments = False
    record: TaxRate

    def find(self, pk: Any) -> TaxRate | None:
        return TaxRate.objects.visible_to(self.actor).filter(pk=pk).select_related("tax_class").first()

    def title(self) -> str:
        return f"{country_name(self.record.country)} · {percent(self.record)}"

    def status(self) -> Status:
        return Status(*_STATES[state_of(self.record, today())])

    def facts(self) -> Sequence[Any]:
        return (self.record.tax_class.name(language()),)

    def actions(self) -> Sequence[Action]:
        later = state_of(self.record, today()) == LATER
        withdraw = reverse("fiscal:withdraw-tax", args=[self.record.pk])
        return (
            Action(_("New rate"), reverse("fiscal:new-tax") + f"?after={self.record.pk}", EDIT, icon="plus", link=True),
            Action(_("Take back"), withdraw, EDIT, legal=later, danger=True),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        row = self.record
        until = formats.day(row.valid_to) if row.valid_to else _("until another one follows")
        facts = [Fact(_("From"), formats.day(row.valid_from)), Fact(_("Until"), until)]
        same = TaxRate.objects.filter(country=row.country, tax_class=row.tax_class).order_by("-valid_from")
        rows = [(percent(one), one.valid_from, one.valid_to, _STATES[state_of(one, today())]) for one in same]
        return (
            pairs(_("Rate"), [Fact(_("Rate"), percent(row)), *facts], left=True, column="main"),
            Card(_("In the course of time"), "fiscal/staff/rates.html", {"rows": rows}, flush=True, count=len(rows)),
        )


class RateForm(Form):
    """A rate from a day on."""

    country = forms.ChoiceField(label=_("Country"))
    tax_class = forms.ChoiceField(label=_("Kind of goods"))
    rate = fields.NumberField(label=_("Rate"), decimals=3, least=0, most=100, unit="%")
    valid_from = fields.DayField(
        label=_("From"), help_text=_("The rate that holds until then ends the day before. Past days keep theirs.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names: dict[str, str] = dict(Locale(language()).territories)
        countries = sorted(((code, names[code]) for code in names if len(code) == 2 and code.isalpha()), key=_by_name)
        for name, choices in (
            ("country", countries),
            ("tax_class", [(one.code, one.name(language())) for one in TaxClass.objects.all()]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices


def _by_name(choice: tuple[str, str]) -> str:
    return choice[1].translate(str.maketrans("ŁŚŻ", "LSZ"))


class NewTax(FormPage):
    """A new rate from a day on."""

    permission = EDIT
    title, done, parent = _("New tax rate"), _("The rate is kept."), TAXES
    form_class = RateForm

    def initial(self) -> dict[str, Any]:
        after = self.request.GET.get("after", "")
        rows = TaxRate.objects.visible_to(self.actor).select_related("tax_class")
        before = rows.filter(pk=after).first() if after.isdecimal() else None
        if before is None:
            return {"country": "PL" if language() == "pl" else "GB", "tax_class": "standard"}
        return {"country": before.country, "tax_class": before.tax_class.code}

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        data = form.cleaned_data | {"tax_class": queries.tax_class(form.cleaned_data["tax_class"])}
        return reverse("fiscal:tax", args=[fiscal.set_tax_rate(actor=self.actor, at=self.now(), **data).pk])


class WithdrawTax(ActionView):
    """A rate that has not begun is taken back."""

    permission = EDIT
    title, label, danger, done = _("Take this rate back?"), _("Take back"), True, _("The rate is taken back.")
    model = TaxRate
    record: TaxRate

    def find(self, pk: Any) -> TaxRate | None:
        return TaxRate.objects.visible_to(self.actor).filter(pk=pk).select_related("tax_class").first()

    def question(self) -> str | Promise:
        return _("It has not begun. The rate before it holds on.")

    def act(self, form: Any) -> None:
        fiscal.withdraw_tax_rate(tax_rate=self.record, actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return reverse("fiscal:taxes")
