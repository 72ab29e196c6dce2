"""Senders, receivers, contacts: names, phones, e-mails, addresses."""

import re
from collections.abc import Collection
from typing import TypedDict

from erp.simulators.carrier.validation.countries import COUNTRIES
from erp.simulators.carrier.validation.fields import Fields

_PHONE = re.compile(r"\+[1-9][0-9]{7,14}")
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}"
)


class Address(TypedDict):
    line1: str
    line2: str | None
    postcode: str
    city: str
    country: str


class Party(TypedDict):
    name: str
    company: str | None
    phone: str
    email: str | None
    address: Address


class Contact(TypedDict):
    name: str
    phone: str


def read_party(fields: Fields | None, *, countries: Collection[str]) -> Party:
    if fields is None:
        fields = Fields({})
    party = Party(
        name=fields.text("name", longest=60) or "",
        company=fields.text("company", longest=60, required=False),
        phone=read_phone(fields),
        email=_read_email(fields),
        address=read_address(fields.inner("address"), countries=countries),
    )
    fields.close()
    return party


def read_address(fields: Fields | None, *, countries: Collection[str]) -> Address:
    if fields is None:
        fields = Fields({})
    country = fields.text("country", shortest=2, longest=2) or ""
    if country and country not in countries:
        fields.note("country", "country_not_served", f"This service reaches {', '.join(countries)}")
    address = Address(
        line1=fields.text("line1", longest=60) or "",
        line2=fields.text("line2", longest=60, required=False),
        postcode=_read_postcode(fields, country),
        city=fields.text("city", longest=60) or "",
        country=country,
    )
    fields.close()
    return address


def read_phone(fields: Fields) -> str:
    text = fields.text("phone", longest=30)
    if text is None:
        return ""
    phone = re.sub(r"[\s()-]", "", text)
    if not _PHONE.fullmatch(phone):
        fields.note("phone", "phone_invalid", "Expected a phone number in E.164, such as +48501502503")
        return ""
    return phone


def _read_email(fields: Fields) -> str | None:
    text = fields.text("email", longest=254, required=False)
    if text is not None and (not _EMAIL.fullmatch(text) or ".." in text):
        fields.note("email", "email_invalid", "Expected an e-mail address")
        return None
    return text


def _read_postcode(fields: Fields, country: str) -> str:
    text = fields.text("postcode", longest=12)
    known = COUNTRIES.get(country)
    if text is None or known is None:
        return ""
    written = known.write_postcode(text)
    if written is None:
        fields.note("postcode", "postcode_invalid", f"Expected a postcode of {country}, such as {known.example}")
    return written or ""
