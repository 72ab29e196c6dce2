"""Customers, their addresses and identities."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef


class CustomerKind(models.TextChoices):
    """Whether a customer is a person or a firm."""

    PERSON = "person", _("Person")
    FIRM = "firm", _("Firm")


class CustomerStatus(models.TextChoices):
    """
    How well a customer is known.

    A guest bought once and can't be recognised again; who has an identity at a channel or a verified e-mail
    address, or was entered by a person, is known; a merged one stands for another.
    """

    GUEST = "guest", _("Guest")
    KNOWN = "known", _("Known")
    MERGED = "merged", _("Merged")


@tracked(exclude=("name", "tax_id", "phone", "note"))
class Customer(HasRef, models.Model):
    """A person or firm that buys. Merging sets ``canonical`` and changes nothing else: documents keep theirs."""

    scope = Scope(view="crm.view")
    field_rules = {"tax_id": "personal", "phone": "personal", "note": "personal"}

    company = models.ForeignKey(Company, models.PROTECT, related_name="customers", verbose_name=_("company"))
    kind = models.CharField(_("kind"), max_length=10, choices=CustomerKind)
    status = models.CharField(_("status"), max_length=10, choices=CustomerStatus)
    name = models.CharField(_("name"), max_length=200)
    tax_id = models.CharField(_("tax number"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=2)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    note = models.TextField(_("note"), blank=True, default="", db_default="", max_length=2000)
    canonical = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("is now")
    )
    created_at = models.DateTimeField(_("since"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("customer")
        verbose_name_plural = _("customers")
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(name="customer_kind_known", condition=Q(kind__in=CustomerKind.values)),
            models.CheckConstraint(name="customer_status_known", condition=Q(status__in=CustomerStatus.values)),
            models.CheckConstraint(
                name="customer_merged_has_canonical",
                condition=Q(status=CustomerStatus.MERGED, canonical__isnull=False)
                | (~Q(status=CustomerStatus.MERGED) & Q(canonical__isnull=True)),
            ),
            models.CheckConstraint(name="customer_language_known", condition=Q(language__in=["pl", "en"])),
            models.UniqueConstraint(fields=("id", "company"), name="customer_with_company"),
        )
        indexes = (models.Index(fields=("company", "tax_id"), name="customer_tax_id", condition=~Q(tax_id="")),)

    def __str__(self) -> str:
        return self.name or f"#{self.pk}"


@tracked(exclude=("address",))
class CustomerEmail(models.Model):
    """
    An e-mail address that a customer uses, in lower case.

    Verified means that a channel or we made sure it is theirs; only then it recognises the customer, and it is
    theirs alone. A marketplace's relay address is never verified: it stands for one sale, not for a person.
    """

    scope = Scope(view="crm.view", record="customer")
    field_rules = {"address": "personal"}

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False)
    customer = models.ForeignKey(Customer, models.CASCADE, related_name="emails", db_index=False)
    address = models.CharField(_("e-mail"), max_length=254)
    verified = models.BooleanField(_("verified"), default=False)
    relay = models.BooleanField(_("relay address of a marketplace"), default=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("e-mail address")
        verbose_name_plural = _("e-mail addresses")
        ordering = ("customer", "pk")
        constraints = (
            models.UniqueConstraint(fields=("customer", "address"), name="customer_email_once"),
            models.UniqueConstraint(
                fields=("company", "address"), name="customer_email_verified_once", condition=Q(verified=True)
            ),
            models.CheckConstraint(
                name="customer_email_relay_unverified", condition=Q(verified=False) | Q(relay=False)
            ),
            models.CheckConstraint(name="customer_email_form", condition=Q(address__regex=r"^[^\sA-Z@]+@[^\sA-Z@]+$")),
        )
        indexes = (models.Index(fields=("company", "address"), name="customer_email_search"),)

    def __str__(self) -> str:
        return self.address


@tracked(exclude=("remote_id",))
class CustomerIdentity(models.Model):
    """What a channel account (``source``, such as ``shopify:3``) calls a customer."""

    scope = Scope(view="crm.view", record="customer")
    field_rules = {"remote_id": "personal"}

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False)
    customer = models.ForeignKey(Customer, models.CASCADE, related_name="identities")
    source = models.CharField(_("source"), max_length=60)
    remote_id = models.CharField(_("number there"), max_length=120)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("identity")
        verbose_name_plural = _("identities")
        ordering = ("customer", "pk")
        constraints = (
            models.UniqueConstraint(fields=("source", "remote_id"), name="customer_identity_once"),
            models.CheckConstraint(name="customer_identity_filled", condition=~Q(source="") & ~Q(remote_id="")),
        )

    def __str__(self) -> str:
        return f"{self.source} {self.remote_id}"


class Address(models.Model):
    """A postal address of a customer; ``digest`` keeps the same one from standing twice."""

    scope = Scope(view="crm.view", company="customer__company", record="customer")
    field_rules = dict.fromkeys(
        ("name", "firm", "street", "street2", "city", "postcode", "region", "phone"), "personal"
    )

    customer = models.ForeignKey(Customer, models.CASCADE, related_name="addresses", db_index=False)
    name = models.CharField(_("name"), max_length=200, blank=True)
    firm = models.CharField(_("firm"), max_length=200, blank=True)
    street = models.CharField(_("street and number"), max_length=200, blank=True)
    street2 = models.CharField(_("second line"), max_length=200, blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    postcode = models.CharField(_("postal code"), max_length=20, blank=True)
    region = models.CharField(_("region"), max_length=100, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    digest = models.CharField(max_length=64, editable=False)
    last_used_at = models.DateTimeField(_("last used"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        ordering = ("customer", "-last_used_at")
        constraints = (models.UniqueConstraint(fields=("customer", "digest"), name="address_once"),)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.street, self.postcode, self.city, self.country) if part)
