"""The PDF of an invoice: made after its transaction, since setting a page takes longer than a lock should be held."""

from datetime import datetime
from decimal import Decimal

from django.db.models import Sum

from erp.documents import queries as documents_read
from erp.documents import services as documents
from erp.documents.models import Document
from erp.finance.documents.content import content_of
from erp.finance.documents.rendering import render, render_preview
from erp.finance.models import Invoice
from erp.foundation.actor import Actor
from erp.foundation.db import outside_transaction
from erp.foundation.errors import NotFound

KIND, TEMPLATE = "invoice", "invoice.typ"


@outside_transaction
def print_invoice(*, invoice_id: int, actor: Actor, at: datetime) -> Document:
    """
    The PDF of an invoice, set now if that was not done before. Safe to repeat, and to be cut off.

    :raises NotFound: when there is no such invoice.
    """
    invoice = Invoice.objects.select_related("company", "order", "corrects", "buyer").filter(pk=invoice_id).first()
    if invoice is None:
        raise NotFound
    if made := documents_read.documents_of(invoice.ref, KIND).first():
        return made
    content = render(TEMPLATE, content_of(invoice, _before(invoice)), at=invoice.at)
    return documents.store_document(
        owner=invoice.ref,
        company=invoice.company,
        name=f"{invoice.number.replace('/', '-')}.pdf",
        media_type="application/pdf",
        content=content,
        kind=KIND,
        actor=actor,
        at=at,
    )


def preview_invoice(invoice: Invoice) -> bytes:
    """The first page of an invoice as a PNG, set anew: it need not have been printed yet."""
    return render_preview(TEMPLATE, content_of(invoice, _before(invoice)))


def _before(invoice: Invoice) -> Decimal:
    """What an invoice came to before this correction of it; of an invoice itself, what it comes to."""
    if invoice.corrects is None:
        return invoice.gross
    earlier = Invoice.objects.filter(corrects=invoice.corrects_id, pk__lt=invoice.pk).aggregate(gross=Sum("gross"))
    return invoice.corrects.gross + (earlier["gross"] or Decimal(0))
