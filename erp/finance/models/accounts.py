"""The chart of accounts, and which account plays which part."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef


class AccountKind(models.TextChoices):
    ASSET = "asset", _("asset")
    LIABILITY = "liability", _("liability")
    EQUITY = "equity", _("equity")
    INCOME = "income", _("income")
    EXPENSE = "expense", _("expense")


class Role(models.TextChoices):
    """The parts that posting rules name; each company says which account plays which."""

    RECEIVABLES = "receivables", _("Settlements with customers")
    CLEARING = "clearing", _("Money on its way from payment providers")
    SALES = "sales", _("Sales of goods")
    SHIPPING_INCOME = "shipping_income", _("Shipping billed to customers")
    FEE_INCOME = "fee_income", _("Fees billed to customers")
    TIPS = "tips", _("Tips")
    DUTIES = "duties", _("Duties collected")
    OUTPUT_TAX = "output_tax", _("Output VAT")
    ROUNDING = "rounding", _("Rounding differences")
    GIFT_CARDS = "gift_cards", _("Gift cards sold")
    STORE_CREDIT = "store_credit", _("Store credit given")
    STOCK = "stock", _("Goods in stock")
    STOCK_IN_TRANSIT = "stock_in_transit", _("Goods on their way between warehouses")
    GOODS_RECEIVED = "goods_received", _("Goods received, not billed")
    COST_OF_GOODS = "cost_of_goods", _("Cost of goods sold")
    STOCK_DIFFERENCES = "stock_differences", _("Stock differences")
    SCRAP = "scrap", _("Goods scrapped")
    OPENING = "opening", _("Opening balances")
    EXCHANGE_GAIN = "exchange_gain", _("Exchange gains")
    EXCHANGE_LOSS = "exchange_loss", _("Exchange losses")


@tracked()
class Account(HasRef, models.Model):
    """An account of a company's chart."""

    scope = Scope(view="finance.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="accounts", verbose_name=_("company"))
    code = models.CharField(_("number"), max_length=20)
    name_pl = models.CharField(_("name in Polish"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    kind = models.CharField(_("kind"), max_length=10, choices=AccountKind)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ("company", "code")
        constraints = (
            models.UniqueConstraint(fields=("company", "code"), name="account_code_once"),
            models.CheckConstraint(name="account_kind_known", condition=Q(kind__in=AccountKind.values)),
            models.CheckConstraint(name="account_code_form", condition=Q(code__regex=r"^[0-9A-Z][0-9A-Z.-]*$")),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return self.name_pl if get_language() == "pl" else self.name_en


@tracked()
class AccountMapping(models.Model):
    """Which account plays a part in a company's books."""

    scope = Scope(view="finance.view")

    company = models.ForeignKey(Company, models.PROTECT, verbose_name=_("company"))
    role = models.CharField(_("part"), max_length=30, choices=Role)
    account = models.ForeignKey(Account, models.PROTECT, verbose_name=_("account"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("account mapping")
        verbose_name_plural = _("account mappings")
        constraints = (
            models.UniqueConstraint(fields=("company", "role"), name="account_mapping_once"),
            models.CheckConstraint(name="account_mapping_role_known", condition=Q(role__in=Role.values)),
        )

    def __str__(self) -> str:
        return f"{self.role}: {self.account_id}"
