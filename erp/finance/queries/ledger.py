"""Reading accounts and entries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Prefetch, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from erp.finance.models import Account, AccountMapping, Entry, EntryLine, Invoice, Role
from erp.finance.queries.invoices import shipments_of
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.inventory.models import StockMove
from erp.orders.models import Order, OrderRefund


@dataclass(frozen=True, slots=True)
class Balance:
    """An account's turnover and balance (debit positive) up to a day, in the books' currency."""

    account: Account
    debit: Decimal
    credit: Decimal

    @property
    def balance(self) -> Decimal:
        return self.debit - self.credit


def accounts_by_role(company_id: int) -> dict[Role, Account]:
    """Which account plays which part in a company's books."""
    mappings = AccountMapping.objects.filter(company_id=company_id).select_related("account")
    return {Role(mapping.role): mapping.account for mapping in mappings}


def entry_of(origin: Ref, purpose: str) -> Entry | None:
    """The entry that a business act posted, if it did."""
    return Entry.objects.filter(origin_kind=origin.kind, origin_key=origin.key, purpose=purpose).first()


def trial_balance(company_id: int, *, until: date | None = None) -> list[Balance]:
    """Every account of the chart with its turnover up to and with a day; debits and credits sum to the same."""
    counted = Q(lines__entry__on__lte=until) if until else Q()
    zero = Decimal(0)
    accounts = Account.objects.filter(company_id=company_id).annotate(
        debit=Coalesce(Sum("lines__debit", filter=counted), zero),
        credit=Coalesce(Sum("lines__credit", filter=counted), zero),
    )
    return [Balance(account, account.debit, account.credit) for account in accounts.order_by("code")]


def balance_of(company_id: int, role: Role) -> Decimal:
    """The balance (debit positive) of the account that plays a part."""
    sums = Account.objects.filter(accountmapping__company_id=company_id, accountmapping__role=role).aggregate(
        balance=Coalesce(Sum("lines__debit"), Decimal(0)) - Coalesce(Sum("lines__credit"), Decimal(0))
    )
    return Decimal(sums["balance"] or 0)


def receivable(about: Ref, currency: str) -> tuple[Decimal, Decimal]:
    """
    What a customer owes for a record (negative: has paid ahead), in a currency and the same in the books' currency.

    The second may be left when the first is settled: the difference of exchange rates.
    """
    sums = EntryLine.objects.filter(
        settles=str(about), currency=currency, account__accountmapping__role=Role.RECEIVABLES
    ).aggregate(foreign=Sum("amount"), books=Sum(F("debit") - F("credit")))
    return sums["foreign"] or Decimal(0), sums["books"] or Decimal(0)


def entries_about(origins: Iterable[Ref]) -> "QuerySet[Entry]":
    """The entries that these records posted, with their lines and accounts, oldest first."""
    named = Q(pk__in=[])
    for origin in origins:
        named |= Q(origin_kind=origin.kind, origin_key=origin.key)
    return Entry.objects.filter(named).prefetch_related("lines__account").order_by("pk")


def with_parts(accounts: "QuerySet[Account]") -> "QuerySet[Account]":
    """Accounts with the parts they play, in one query more."""
    return accounts.prefetch_related(Prefetch("accountmapping_set", to_attr="parts"))


def cost_and_sales(order: Order) -> tuple[Money, Money]:
    """What the goods of an order cost, by the moves of its shipments and returns, and what it sold for, net of VAT."""
    currency = order.company.currency
    origins = Q(origin_kind=OrderRefund._meta.label_lower, origin_key__in=_texts(order.refunds.values_list("pk")))
    for shipment in shipments_of(order):
        origins |= Q(origin_kind=shipment.kind, origin_key=shipment.key)
    cost = StockMove.objects.filter(origins, company=order.company_id).aggregate(value=Sum("value"))["value"]
    sold = Invoice.objects.filter(order=order).aggregate(net=Sum(F("gross_books") - F("tax_books")))["net"]
    return Money(-(cost or Decimal(0)), currency), Money(sold or Decimal(0), currency)


def _texts(keys: "QuerySet[OrderRefund, tuple[int]]") -> list[str]:
    return [str(key) for (key,) in keys]
