"""
Entries and their lines: double entry, only ever added to, corrected by reversal.

The database holds four rules by itself. An entry balances, in the books' currency and in each document currency,
when its transaction commits (a deferred trigger on the header: one per line would take seconds for 10,000 lines).
Lines join an entry only in the transaction that made it. A business act posts once: (origin, purpose) is unique.
Nothing is changed or removed.
"""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.finance.models.accounts import Account
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.db import AppendOnly
from erp.foundation.money import amount_field, currency_field
from erp.foundation.organisation.models import Branch, Company, Department, SalesChannel
from erp.foundation.refs import HasRef, Ref

_BALANCES = """
    SELECT count(*) AS lines, sum(debit) - sum(credit) AS difference
    INTO off FROM finance_entryline WHERE entry_id = NEW.id;
    IF off.lines < 2 OR off.difference <> 0 THEN
        RAISE EXCEPTION 'entry % does not balance: % lines, difference %', NEW.id, off.lines, off.difference
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_balances';
    END IF;
    SELECT currency, sum(amount) AS difference INTO off FROM finance_entryline
    WHERE entry_id = NEW.id GROUP BY currency HAVING sum(amount) <> 0 LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'entry % does not balance: difference % %', NEW.id, off.difference, off.currency
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_balances';
    END IF;
    RETURN NULL;
"""

_OWN_TRANSACTION = """
    IF EXISTS (SELECT 1 FROM added a JOIN finance_entry e ON e.id = a.entry_id
               WHERE e.xid <> pg_current_xact_id()::text::bigint) THEN
        RAISE EXCEPTION 'lines join an entry only in the transaction that made it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_line_with_its_entry';
    END IF;
    RETURN NULL;
"""


class Journal(models.TextChoices):
    """The book an entry belongs to."""

    SALES = "sales", _("Sales")
    PAYMENTS = "payments", _("Payments")
    STOCK = "stock", _("Stock")
    GENERAL = "general", _("General")


class Entry(HasRef, AppendOnly):
    """
    An entry's header.

    ``xid`` is the transaction that wrote it, set by the database: the watermark of readers, and what ties the
    lines to it. ``reverses`` names the entry that this one takes back.
    """

    scope = Scope(view="finance.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="entries", verbose_name=_("company"))
    journal = models.CharField(_("journal"), max_length=10, choices=Journal)
    on = models.DateField(_("day"))
    at = models.DateTimeField(_("posted"))
    origin_kind = models.CharField(max_length=60)
    origin_key = models.CharField(max_length=60)
    purpose = models.CharField(max_length=40)
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversed_by")
    actor = models.CharField(_("by"), max_length=100)
    xid = models.BigIntegerField(default=0)

    objects = ScopedQuerySet.as_manager()

    class Meta(AppendOnly.Meta):
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        constraints = (
            models.UniqueConstraint(fields=("origin_kind", "origin_key", "purpose"), name="entry_once_per_act"),
            models.CheckConstraint(name="entry_journal_known", condition=Q(journal__in=Journal.values)),
        )
        indexes = (models.Index(fields=["company", "on", "id"], name="entry_by_day"),)
        triggers = (
            *AppendOnly.Meta.triggers,
            pgtrigger.Trigger(
                name="stamp_transaction",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="NEW.xid = pg_current_xact_id()::text::bigint; RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="balances",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func=_BALANCES,
                declare=[("off", "RECORD")],
            ),
        )

    def __str__(self) -> str:
        return f"{self.journal} {self.pk}"

    @property
    def origin(self) -> Ref:
        return Ref(self.origin_kind, self.origin_key)


class EntryLine(AppendOnly):
    """
    One line: an amount on one side of one account, with its dimensions.

    ``debit`` and ``credit`` are in the books' currency. ``amount`` is the same in the document's ``currency``,
    debit positive; a pure difference of exchange has amount 0. ``settles`` names the record whose balance a line
    is part of, as ``orders.order:17`` on a settlement account.
    """

    scope = Scope(view="finance.view", company="entry__company")

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="lines")
    account = models.ForeignKey(Account, models.PROTECT, related_name="lines", db_index=False)
    debit = amount_field(default=0)
    credit = amount_field(default=0)
    amount = amount_field()
    currency = currency_field()
    branch = models.ForeignKey(Branch, models.PROTECT, null=True, db_index=False)
    department = models.ForeignKey(Department, models.PROTECT, null=True, db_index=False)
    sales_channel = models.ForeignKey(SalesChannel, models.PROTECT, null=True, db_index=False)
    product_group = models.CharField(max_length=40, blank=True)
    settles = models.CharField(max_length=120, blank=True)
    text = models.CharField(_("text"), max_length=120, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta(AppendOnly.Meta):
        verbose_name = _("entry line")
        verbose_name_plural = _("entry lines")
        constraints = (
            models.CheckConstraint(
                name="entry_line_one_side", condition=Q(debit__gt=0, credit=0) | Q(debit=0, credit__gt=0)
            ),
            models.CheckConstraint(
                name="entry_line_amount_side",
                condition=Q(amount=0) | Q(debit__gt=0, amount__gt=0) | Q(credit__gt=0, amount__lt=0),
            ),
        )
        indexes = (
            models.Index(fields=["account", "id"], name="entry_line_by_account"),
            models.Index(fields=["settles", "account"], name="entry_line_settles", condition=~Q(settles="")),
        )
        triggers = (
            *AppendOnly.Meta.triggers,
            pgtrigger.Trigger(
                name="with_its_entry",
                level=pgtrigger.Statement,
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                referencing=pgtrigger.Referencing(new="added"),  # type: ignore[no-untyped-call]  # the library is typed but here
                func=_OWN_TRANSACTION,
            ),
        )

    def __str__(self) -> str:
        return f"{self.account_id}: {self.debit} / {self.credit} {self.currency}"
