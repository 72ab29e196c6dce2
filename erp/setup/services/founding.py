"""A company is founded: with everything it needs to take an order by phone and to connect a shop."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import connection
from django.utils import translation
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from erp.finance import services as finance
from erp.fiscal import services as fiscal
from erp.foundation import clock
from erp.foundation.accounts import scoping
from erp.foundation.accounts import services as accounts
from erp.foundation.accounts.models import Membership, User
from erp.foundation.actor import SYSTEM, Actor
from erp.foundation.db import use_case
from erp.foundation.errors import Conflict, NotAllowed
from erp.foundation.organisation import queries as organisation_read
from erp.foundation.organisation import services as organisation
from erp.foundation.organisation.models import Branch, ChannelKind, Company, SalesChannel, Valuation
from erp.foundation.organisation.services import CompanyDetails
from erp.inventory import services as inventory
from erp.inventory.models import Location, LocationKind
from erp.pricing import services as pricing
from erp.pricing.models import PriceList
from erp.shipping import services as shipping

FOUND = "installation.found"
OWNER = "owner"
# Foundings take turns: who comes second with the same name must not end as an owner of the first one's company.
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('setup:founding', 0))"


class CompanyKnown(Conflict):
    """A company of this name is here already."""

    code = "company-known"
    message = _("A company of this name is kept here already. Choose another name.")


@dataclass(frozen=True, slots=True)
class Place:
    """Code and name of a part; both in the company's words."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Bin:
    """A bin of the first warehouse: the end of its code, its name, whether its stock may be sold, order of picking."""

    suffix: str
    name: str
    sellable: bool = True
    sequence: int = 100


STANDARD_BINS = (
    Bin("IN", gettext_noop("Goods-in, not put away yet"), sellable=False, sequence=200),
    Bin("A1", gettext_noop("Shelf A1"), sequence=10),
    Bin("RET", gettext_noop("Returns to be looked at"), sellable=False, sequence=210),
    Bin("BAD", gettext_noop("Damaged goods"), sellable=False, sequence=220),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """
    What is to be founded. Parts that are None get the usual code and name in the company's language.

    ``chart`` is ``polish``, ``international`` or None for the country's own. ``standard_rate`` in percent is only
    needed where no tax rates of the country are kept. ``prices_include_tax`` is how the first price list is kept.
    """

    details: CompanyDetails
    currency: str
    valuation: str = Valuation.MOVING_AVERAGE
    chart: str | None = None
    standard_rate: Decimal | None = None
    prices_include_tax: bool = True
    branch: Place | None = None
    warehouse: Place | None = None
    bins: tuple[Bin, ...] = STANDARD_BINS
    phone: Place | None = None
    price_list: Place | None = None


@dataclass(frozen=True, slots=True)
class Founded:
    """The company and its first parts."""

    company: Company
    branch: Branch
    warehouse: Location
    phone: SalesChannel
    price_list: PriceList


@use_case
def found_company(*, founding: Founding, actor: Actor, at: datetime) -> Founded:
    """
    Found a company with its first branch, warehouse, bins, phone channel, price list, books, numbers and taxes.

    Whoever founds it becomes its owner. Safe to repeat for its owner and for Backroom itself: what is there stays.

    :raises NotAllowed: for somebody who may not found companies.
    :raises CompanyKnown: when somebody else's company is called so.
    :raises InvalidDetail: for a detail that can't be right.
    """
    if not may_found(actor):
        raise NotAllowed(permission=FOUND)
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)
    known = organisation_read.company_by_name(founding.details.name.strip())
    if known is not None and not _owns(actor, known):
        raise CompanyKnown(field="name")
    company = known or organisation.create_company(
        details=founding.details, currency=founding.currency, valuation=founding.valuation, actor=actor, at=at
    )
    if actor.kind == "user" and known is None:
        # Only an owner makes owners, and a company that has just been made has none: Backroom gives the first role.
        owner = User.objects.get(pk=int(actor.key))
        accounts.assign_role(user=owner, role=OWNER, company=company, actor=SYSTEM, at=at)
    with translation.override(company.language):
        founded = _parts(company, founding, actor, at)
    finance.set_up_accounts(company=company, chart=founding.chart, actor=actor, at=at)
    shipping.set_up_numbers(company=company, actor=actor, at=at)
    first_of_year = clock.day_in(company.time_zone, at).replace(month=1, day=1)
    fiscal.open_country(country=company.country, standard=founding.standard_rate, on=first_of_year, actor=actor, at=at)
    return founded


def may_found(actor: Actor) -> bool:
    """Whether the actor may found companies: an owner of one, and who runs the installation."""
    return scoping.can(actor, FOUND)


def _owns(actor: Actor, company: Company) -> bool:
    if actor.kind == "system":
        return True
    return (
        actor.kind == "user" and Membership.objects.filter(company=company, user_id=int(actor.key), role=OWNER).exists()
    )


def _parts(company: Company, founding: Founding, actor: Actor, at: datetime) -> Founded:
    code = _code_of(company.city)
    at_branch = founding.branch or Place(code, company.city or company.name)
    at_warehouse = founding.warehouse or Place(code, gettext("Main warehouse"))
    phone = founding.phone or Place("PHONE", gettext("Phone and e-mail"))
    prices = founding.price_list or Place("MAIN", gettext("Regular prices"))
    branch = organisation.create_branch(company=company, code=at_branch.code, name=at_branch.name, actor=actor, at=at)
    warehouse = inventory.create_warehouse(
        branch=branch, code=at_warehouse.code, name=at_warehouse.name, actor=actor, at=at
    )
    for one in founding.bins:
        inventory.create_place(
            parent=warehouse,
            kind=LocationKind.BIN,
            code=f"{warehouse.code}-{one.suffix}",
            name=gettext(one.name),
            pickable=one.sellable,
            sequence=one.sequence,
            actor=actor,
            at=at,
        )
    channel = organisation.create_sales_channel(
        company=company, code=phone.code, name=phone.name, kind=ChannelKind.PHONE, actor=actor, at=at
    )
    price_list = pricing.define_price_list(
        company=company,
        code=prices.code,
        name=prices.name,
        currency=founding.currency,
        includes_tax=founding.prices_include_tax,
        actor=actor,
        at=at,
    )
    return Founded(company, branch, warehouse, channel, price_list)


def _code_of(city: str) -> str:
    """Three letters that people know the place by: WAR for Warszawa, LOD for Łódź; MAIN where there is no city."""
    plain = unicodedata.normalize("NFKD", city.replace("Ł", "L").replace("ł", "l"))
    letters = "".join(letter for letter in plain.upper() if "A" <= letter <= "Z")
    return letters[:3] if len(letters) >= 3 else "MAIN"
