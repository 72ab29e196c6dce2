"""Posting entries: once per business act, balanced or not at all; and taking one back by its reversal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import connection
from django.utils.translation import gettext_lazy as _

from erp.finance.events import EntryPosted
from erp.finance.models import Entry, EntryLine, Journal, Role
from erp.finance.queries import accounts_by_role, entry_of
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.events.publishing import publish
from erp.foundation.money import Money
from erp.foundation.refs import Ref

_INSERT = """
INSERT INTO finance_entry (company_id, journal, "on", at, origin_kind, origin_key, purpose, reverses_id, actor, xid)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, 0)
ON CONFLICT (origin_kind, origin_key, purpose) DO NOTHING
RETURNING id
"""


class AccountMissing(BusinessError):
    """No account plays a part that the entry needs."""

    code = "account-missing"
    message = _("The books of this company have no account for “%(role)s”. Choose one under Finance > Accounts.")


@dataclass(frozen=True, slots=True)
class Posting:
    """
    A line to be: an amount on the account of a part, debit positive, in the books' currency.

    ``foreign`` is the same amount in the document's currency, where that differs. ``settles`` names the record whose
    balance the line is part of (:class:`EntryLine`). ``fixed``: the amount is a document's
    own and takes no difference of rounding.
    """

    role: Role
    amount: Money
    foreign: Money | None = None
    branch_id: int | None = None
    sales_channel_id: int | None = None
    product_group: str = ""
    text: str = ""
    settles: str = ""
    fixed: bool = False

    @property
    def in_document(self) -> Money:
        """The amount in the document's currency; of a pure difference of exchange it is zero."""
        return self.amount if self.foreign is None else self.foreign


@use_case
def post_entry(
    *,
    company_id: int,
    journal: Journal,
    on: date,
    postings: Sequence[Posting],
    origin: Ref,
    purpose: str,
    actor: Actor,
    at: datetime,
) -> Entry | None:
    """
    Post an entry; safe to repeat: (origin, purpose) posts once, and the first entry is returned.

    Lines with amount zero are left out; when none is left there is no entry (``None``).

    :raises AccountMissing: when no account plays a needed part.
    """
    lines = [posting for posting in postings if posting.amount]
    if not lines:
        return None
    accounts = accounts_by_role(company_id)
    for line in lines:
        if line.role not in accounts:
            raise AccountMissing(role=line.role.label)
    entry, made = _header(company_id, journal, on, origin, purpose, None, actor, at)
    if made:
        EntryLine.objects.bulk_create([_line(entry, accounts[line.role].pk, line) for line in lines])
        publish(EntryPosted(entry_id=entry.pk), actor=actor, subjects=[origin])
    return entry


@use_case
def reverse_entry(*, entry_id: int, on: date, actor: Actor, at: datetime) -> Entry:
    """
    Take an entry back by one with the sides swapped; safe to repeat.

    :raises NotFound: when there is no such entry.
    """
    entry = Entry.objects.filter(pk=entry_id).prefetch_related("lines").first()
    if entry is None:
        raise NotFound
    reversal, made = _header(entry.company_id, Journal(entry.journal), on, entry.ref, "reversal", entry.pk, actor, at)
    if made:
        EntryLine.objects.bulk_create([_swapped(reversal, line) for line in entry.lines.all()])
        publish(EntryPosted(entry_id=reversal.pk), actor=actor, subjects=[entry.ref, entry.origin])
    return reversal


def _header(
    company_id: int,
    journal: Journal,
    on: date,
    origin: Ref,
    purpose: str,
    reverses: int | None,
    actor: Actor,
    at: datetime,
) -> tuple[Entry, bool]:
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT, [company_id, journal.value, on, at, origin.kind, origin.key, purpose, reverses, str(actor)]
        )
        made = cursor.fetchone()
    if made is None:
        entry = entry_of(origin, purpose)
        if entry is None:  # the first one's transaction ended after our snapshot began
            raise BusinessError
        return entry, False
    return (
        Entry(
            pk=made[0],
            company_id=company_id,
            journal=journal,
            on=on,
            at=at,
            origin_kind=origin.kind,
            origin_key=origin.key,
            purpose=purpose,
            reverses_id=reverses,
            actor=str(actor),
        ),
        True,
    )


def _line(entry: Entry, account_id: int, line: Posting) -> EntryLine:
    amount, foreign = line.amount.rounded(), line.in_document.rounded()
    return EntryLine(
        entry=entry,
        account_id=account_id,
        debit=max(amount.amount, Decimal(0)),
        credit=max(-amount.amount, Decimal(0)),
        amount=foreign.amount,
        currency=foreign.currency,
        branch_id=line.branch_id,
        sales_channel_id=line.sales_channel_id,
        product_group=line.product_group,
        settles=line.settles,
        text=line.text,
    )


def _swapped(entry: Entry, line: EntryLine) -> EntryLine:
    return EntryLine(
        entry=entry,
        account_id=line.account_id,
        debit=line.credit,
        credit=line.debit,
        amount=-line.amount,
        currency=line.currency,
        branch_id=line.branch_id,
        department_id=line.department_id,
        sales_channel_id=line.sales_channel_id,
        product_group=line.product_group,
        settles=line.settles,
        text=line.text,
    )
