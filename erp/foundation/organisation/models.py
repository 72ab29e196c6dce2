"""Companies and their parts."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.history import tracked
from erp.foundation.refs import HasRef

CODE = r"^[A-Z0-9][A-Z0-9_-]*$"


class Valuation(models.TextChoices):
    """How the cost of goods that leave is found; chosen once for a company."""

    MOVING_AVERAGE = "moving_average", _("Moving average")
    FIFO = "fifo", _("First in, first out")


@tracked()
class Company(HasRef, models.Model):
    """
    A legal entity with its own books.

    The books' currency and the valuation method are chosen when the company is made and never change.
    """

    name = models.CharField(_("name"), max_length=100, unique=True, help_text=_("As people here call it."))
    legal_name = models.CharField(_("legal name"), max_length=250)
    tax_id = models.CharField(
        _("tax number"),
        max_length=20,
        blank=True,
        help_text=_("Without the country's letters."),
    )
    country = models.CharField(_("country"), max_length=2, help_text="ISO 3166-1 alpha-2")
    currency = models.CharField(_("currency of the books"), max_length=3, help_text="ISO 4217")
    time_zone = models.CharField(_("time zone"), max_length=64)
    language = models.CharField(_("language"), max_length=2, default="en")
    vat_registered = models.BooleanField(_("registered for VAT"), default=True)
    street = models.CharField(_("street and number"), max_length=200, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=20, blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    valuation = models.CharField(_("valuation of stock"), max_length=20, choices=Valuation)
    created_at = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=("country", "tax_id"), name="company_tax_id_once", condition=~Q(tax_id="")),
            models.CheckConstraint(name="company_country_code", condition=Q(country__regex=r"^[A-Z]{2}$")),
            models.CheckConstraint(name="company_currency_code", condition=Q(currency__regex=r"^[A-Z]{3}$")),
            models.CheckConstraint(name="company_language_known", condition=Q(language__in=["pl", "en"])),
            models.CheckConstraint(
                name="company_valuation_known",
                condition=Q(valuation__in=Valuation.values),
            ),
            models.CheckConstraint(name="company_tax_id_compact", condition=Q(tax_id__regex=r"^[A-Z0-9]*$")),
        )
        triggers = (
            pgtrigger.Protect(
                name="fixed_at_creation",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__valuation__df=pgtrigger.F("new__valuation"))
                | pgtrigger.Q(old__currency__df=pgtrigger.F("new__currency")),
            ),
        )

    def __str__(self) -> str:
        return self.name


@tracked()
class Branch(HasRef, models.Model):
    """A place where a company works: a shop, an office, a warehouse building."""

    company = models.ForeignKey(Company, models.PROTECT, related_name="branches", verbose_name=_("company"))
    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        verbose_name = _("branch")
        verbose_name_plural = _("branches")
        ordering = ("company", "code")
        constraints = (
            models.UniqueConstraint(fields=("company", "code"), name="branch_code_once"),
            # The target of foreign keys (branch, company) elsewhere, which keep a branch inside its company.
            models.UniqueConstraint(fields=("id", "company"), name="branch_with_company"),
            models.CheckConstraint(name="branch_code_form", condition=Q(code__regex=CODE)),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


@tracked()
class Department(HasRef, models.Model):
    """A part of a company that costs and sales are reported by."""

    company = models.ForeignKey(Company, models.PROTECT, related_name="departments", verbose_name=_("company"))
    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ("company", "code")
        constraints = (
            models.UniqueConstraint(fields=("company", "code"), name="department_code_once"),
            models.CheckConstraint(name="department_code_form", condition=Q(code__regex=CODE)),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class ChannelKind(models.TextChoices):
    """What sort of place a sale came from."""

    WEB_SHOP = "web_shop", _("Web shop")
    MARKETPLACE = "marketplace", _("Marketplace")
    SHOP = "shop", _("Shop counter")
    PHONE = "phone", _("Phone and e-mail")
    WHOLESALE = "wholesale", _("Wholesale")


@tracked()
class SalesChannel(HasRef, models.Model):
    """Where a sale came from, for reports; the technical connection to a shop belongs to sync."""

    company = models.ForeignKey(
        Company,
        models.PROTECT,
        related_name="sales_channels",
        verbose_name=_("company"),
    )
    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=20, choices=ChannelKind)

    class Meta:
        verbose_name = _("sales channel")
        verbose_name_plural = _("sales channels")
        ordering = ("company", "code")
        constraints = (
            models.UniqueConstraint(fields=("company", "code"), name="sales_channel_code_once"),
            models.CheckConstraint(name="sales_channel_code_form", condition=Q(code__regex=CODE)),
            models.CheckConstraint(
                name="sales_channel_kind_known",
                condition=Q(kind__in=ChannelKind.values),
            ),
        )

    def __str__(self) -> str:
        return self.name
