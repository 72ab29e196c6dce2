"""
Who was billed: the personal side of an invoice, beside it and not in it.

It is as fixed as the invoice until ``keep_until``, the day to which tax law wants it kept (in Poland five years from
the end of the year in which the tax was due: Ordynacja podatkowa art. 70 par. 1, 86 par. 1). From then on it can be
blanked, and only that; the invoice itself, its lines and entries stay. It has no history table, which could not be
erased.
"""

from typing import TYPE_CHECKING

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.finance.models.invoices import Invoice
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet

_FIXED = """
    IF OLD.erased_on IS NULL AND NEW.erased_on >= OLD.keep_until AND current_date >= OLD.keep_until
        AND (NEW.id, NEW.invoice_id, NEW.keep_until) = (OLD.id, OLD.invoice_id, OLD.keep_until)
        AND concat(NEW.name, NEW.firm, NEW.tax_id, NEW.street, NEW.city, NEW.postcode, NEW.email) = '' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the buyer of an invoice is fixed until %, and then can only be blanked', OLD.keep_until
        USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_buyer_fixed';
"""


class InvoiceBuyer(models.Model):
    """The buyer as the invoice names them; blank after ``erased_on``."""

    scope = Scope(view="finance.view_invoices", company="invoice__company", branch="invoice__order__branch")
    field_rules = dict.fromkeys(("name", "street", "city", "postcode", "email", "tax_id"), "personal")

    invoice = models.OneToOneField(Invoice, models.PROTECT, related_name="buyer")
    name = models.CharField(_("name"), max_length=200, blank=True)
    firm = models.CharField(_("firm"), max_length=200, blank=True)
    tax_id = models.CharField(_("tax number"), max_length=20, blank=True)
    street = models.CharField(_("street and number"), max_length=400, blank=True)
    postcode = models.CharField(_("postal code"), max_length=20, blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    keep_until = models.DateField(_("kept until"))
    erased_on = models.DateField(_("erased on"), null=True)

    objects = ScopedQuerySet.as_manager()

    if TYPE_CHECKING:
        invoice_id: int

    class Meta:
        verbose_name = _("buyer on an invoice")
        verbose_name_plural = _("buyers on invoices")
        indexes = (models.Index(fields=("keep_until",), name="invoice_buyer_to_erase", condition=Q(erased_on=None)),)
        triggers = (
            pgtrigger.Trigger(name="fixed", operation=pgtrigger.Update, when=pgtrigger.Before, func=_FIXED),
            pgtrigger.Protect(name="kept", operation=pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"#{self.invoice_id}"
