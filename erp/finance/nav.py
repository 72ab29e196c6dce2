"""Where the books stand in the navigation, the palette, and what links lead to."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from erp.finance.models import Account, Entry, Invoice
from erp.fiscal import services as fiscal
from erp.foundation.actor import Actor
from erp.foundation.web import checklist, finding, nav, subjects


def _invoice(actor: Actor, key: str) -> Invoice | None:
    return Invoice.objects.visible_to(actor).filter(pk=key).first() if key.isdecimal() else None


def _entry(actor: Actor, key: str) -> Entry | None:
    return Entry.objects.visible_to(actor).filter(pk=key).first() if key.isdecimal() else None


for position, (key, label, url, icon, permission) in enumerate(
    (
        ("invoices", _("Invoices"), "finance:invoices", "file-invoice", "finance.view_invoices"),
        ("balance", _("Trial balance"), "finance:balance", "report-money", "finance.view"),
        ("entries", _("Journal"), "finance:entries", "books", "finance.view"),
        ("accounts", _("Chart of accounts"), "finance:accounts", "list-details", "finance.view"),
        ("audits", _("Audits"), "finance:audits", "shield-check", "finance.view"),
    ),
    start=1,
):
    nav.register(nav.NavItem(f"finance-{key}", label, url, icon, permission, group="money", order=position * 10))
finding.register_action(
    finding.PaletteAction(_("Trial balance"), "finance:balance", "finance.view", words="obroty salda zestawienie")
)
subjects.register(
    "finance.invoice",
    subjects.Subject(_("Invoice"), "finance:invoice", _invoice, "file-invoice", numbers=subjects.numbered(Invoice)),
)
subjects.register("finance.entry", subjects.Subject(_("Entry"), "finance:entry", _entry, "books"))


def _accounts(actor: Actor) -> checklist.State:
    count = Account.objects.visible_to(actor).count()
    return checklist.State(ngettext("%(n)s account", "%(n)s accounts", count) % {"n": count}, done=count > 0)


checklist.register(
    checklist.Line(
        "finance.accounts",
        _("Chart of accounts"),
        _("What is posted where, and with which balance."),
        "books",
        "finance:accounts",
        "finance.view",
        "money",
        _accounts,
        order=30,
    )
)
fiscal.register_kind("invoice", _("Invoices"))
fiscal.register_kind("correction", _("Corrections of invoices"))
