"""Levels, reservations and costs equal the moves and rows they stand for."""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import Check, Found, sort_out
from erp.foundation.organisation.models import Company
from erp.inventory import queries as stock


def find(company: Company) -> Found:
    """What inventory's own audit finds."""
    return sort_out(
        {
            "rule": one.check,
            "variant": one.variant_id,
            "location": one.location_id,
            "recorded": one.recorded,
            "proved": one.proved,
        }
        for one in stock.audit(company)
    )


CHECK = Check("levels_are_moves", _("Stock levels equal the moves of goods"), find)
