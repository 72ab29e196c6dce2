"""Where tax rates and number series stand in the settings and on timelines."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from erp.fiscal import queries
from erp.fiscal.models import NumberSeries, TaxRate
from erp.foundation.accounts.actors import access_of
from erp.foundation.actor import Actor
from erp.foundation.organisation.models import Company
from erp.foundation.web import checklist, subjects, timeline


def _series(actor: Actor, key: str) -> NumberSeries | None:
    return NumberSeries.objects.visible_to(actor).filter(pk=key).first() if key.isdecimal() else None


def _rate(actor: Actor, key: str) -> TaxRate | None:
    return TaxRate.objects.visible_to(actor).filter(pk=key).first() if key.isdecimal() else None


subjects.register("fiscal.numberseries", subjects.Subject(_("Number series"), "fiscal:series", _series, "list"))
subjects.register("fiscal.taxrate", subjects.Subject(_("Tax rate"), "fiscal:tax", _rate, "percentage"))


def _taxes(actor: Actor) -> checklist.State:
    own = Company.objects.filter(pk__in=access_of(actor).companies, vat_registered=True)
    lacking = set(own.values_list("country", flat=True)) - set(queries.countries_with_rates())
    if lacking:
        return checklist.State(gettext("no rates of your country"), done=False)
    count = TaxRate.objects.visible_to(actor).filter(valid_to=None).count()
    return checklist.State(ngettext("%(n)s rate", "%(n)s rates", count) % {"n": count})


def _numbers(actor: Actor) -> checklist.State:
    count = NumberSeries.objects.visible_to(actor).filter(retired_at=None).count()
    words = ngettext("%(n)s series", "%(n)s series", count) % {"n": count} if count else gettext("none yet")
    return checklist.State(words, done=count > 0)


checklist.register(
    checklist.Line(
        "fiscal.taxes",
        _("Tax rates"),
        _("By country and kind of goods, from a day on."),
        "percentage",
        "fiscal:taxes",
        "fiscal.view",
        "money",
        _taxes,
        checklist.Step(_("Set the tax rates of your country"), "fiscal:new-tax", "fiscal.edit"),
        order=10,
    )
)
checklist.register(
    checklist.Line(
        "fiscal.numbers",
        _("Number series"),
        _("How invoices, corrections and shipments are numbered."),
        "list",
        "fiscal:numbers",
        "fiscal.view",
        "money",
        _numbers,
        order=20,
    )
)


def _set(data: Mapping[str, Any]) -> str:
    return gettext("%(rate)s from %(day)s on") % {
        "rate": queries.percent(Decimal(data["rate"])),
        "day": data["valid_from"],
    }


def _withdrawn(data: Mapping[str, Any]) -> str:
    return gettext("Taken back: %(rate)s from %(day)s on") % {
        "rate": queries.percent(Decimal(data["rate"])),
        "day": data["valid_from"],
    }


def _changed(data: Mapping[str, Any]) -> str:
    return gettext("Pattern changed: %(pattern)s") % {"pattern": data["pattern"]}


timeline.register("fiscal.TaxRateSet", _set, icon="percentage", tone="good")
timeline.register("fiscal.TaxRateWithdrawn", _withdrawn, icon="arrow-back-up", tone="warn")
timeline.register("fiscal.SeriesChanged", _changed, icon="edit")
timeline.register("fiscal.SeriesDefined", _("Number series begun"), icon="list", tone="good")
