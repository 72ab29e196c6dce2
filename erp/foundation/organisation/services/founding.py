"""Companies are made, and their details kept right."""

from dataclasses import dataclass, fields
from datetime import datetime
from zoneinfo import available_timezones

import stdnum
from babel.numbers import list_currencies
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError

from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import Invalid, NotFound
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.events import CompanyChanged, CompanyFounded
from erp.foundation.organisation.models import Company


class InvalidDetail(Invalid):
    """A detail of the company can't be right; ``field`` says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyDetails:
    """What may change about a company later; the currency of its books and its valuation may not."""

    name: str
    legal_name: str
    country: str  # ISO 3166-1 alpha-2
    time_zone: str
    tax_id: str = ""
    language: str = "en"
    vat_registered: bool = True
    street: str = ""
    postal_code: str = ""
    city: str = ""


@use_case
def create_company(
    *,
    details: CompanyDetails,
    currency: str,
    valuation: str,
    actor: Actor,
    at: datetime,
) -> Company:
    """
    Make a company.

    Safe to repeat: the name is unique, and the company that has it already is returned unchanged.

    :raises InvalidDetail: for a tax number, country, currency or time zone that can't be right, and for the tax
        number of another company.
    """
    checked = _checked(details)
    if currency not in list_currencies(locale="en"):
        raise InvalidDetail(field="currency", reason=_("there is no such currency"))
    _check_own(checked, Company.objects.exclude(name=details.name))
    company, created = Company.objects.get_or_create(
        name=details.name,
        defaults={
            **checked,
            "currency": currency,
            "valuation": valuation,
            "created_at": at,
        },
    )
    if created:
        publish(CompanyFounded(company_id=company.pk), actor=actor, subjects=[company.ref])
    return company


@use_case
def update_company(*, company: Company, details: CompanyDetails, actor: Actor, at: datetime) -> Company:
    """
    Change the details of a company. What stays the same causes nothing.

    :raises InvalidDetail: for a detail that can't be right, and for the name or tax number of another company.
    """
    checked = _checked(details)
    locked = lock_rows(Company.objects.filter(pk=company.pk))
    if not locked:
        raise NotFound
    row = locked[0]
    others = Company.objects.exclude(pk=row.pk)
    if others.filter(name=details.name).exists():
        raise InvalidDetail(field="name", reason=_("another company is called so"))
    _check_own(checked, others)
    changed = tuple(name for name, value in checked.items() if getattr(row, name) != value)
    if changed:
        for name in changed:
            setattr(row, name, checked[name])
        row.save(update_fields=changed)
        publish(CompanyChanged(company_id=row.pk, changed=changed), actor=actor, subjects=[row.ref])
    return row


def compact_tax_id(country: str, number: str) -> str:
    """
    A tax number without spaces, dashes and the country's letters.

    Countries that python-stdnum doesn't know are taken as typed.

    :raises InvalidDetail: when the check digit or the form is wrong.
    """
    module = stdnum.get_cc_module(country.lower(), "vat") or stdnum.get_cc_module(country.lower(), "tin")
    if module is None:
        return "".join(character for character in number.upper() if character.isalnum())
    try:
        compact: str = module.validate(number)
    except ValidationError as error:
        raise InvalidDetail(field="tax_id", reason=_("it is not a tax number of this country")) from error
    return compact.removeprefix(country)


def _check_own(checked: dict[str, object], others: "QuerySet[Company]") -> None:
    """A tax number is a company's own; the database's unique key stands behind this."""
    same = others.filter(country=checked["country"], tax_id=checked["tax_id"])
    if checked["tax_id"] and same.exists():
        raise InvalidDetail(field="tax_id", reason=_("another company here has this tax number"))


def _checked(details: CompanyDetails) -> dict[str, object]:
    for name in ("name", "legal_name"):
        if not getattr(details, name).strip():
            raise InvalidDetail(field=name, reason=_("a company has a name"))
    if len(details.country) != 2 or not details.country.isalpha() or not details.country.isupper():
        raise InvalidDetail(field="country", reason=_("a country is two capital letters"))
    if details.time_zone not in available_timezones():
        raise InvalidDetail(field="time_zone", reason=_("there is no such time zone"))
    values = {field.name: getattr(details, field.name) for field in fields(details)}
    values |= {name: value.strip() for name, value in values.items() if isinstance(value, str)}
    if details.tax_id:
        values["tax_id"] = compact_tax_id(details.country, details.tax_id)
    return values
