"""The PDF of an invoice: made after its transaction, since setting a page takes longer than a lock should be held."""

from datetime import datetime

from django.db.models import Sum

from erp.documents import queries as documents_read
from erp.documents import services as documents
from erp.documents.models import Document
from erp.finance.documents.content import content_of
from erp.finance.documents.rendering import render
from erp.finance.models import Invoice
from erp.foundation.actor import Actor
from erp.foundation.db import outside_transaction
from erp.foundation.errors import NotFound

KIND = "invoice"


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
    before = Invoice.objects.filter(corrects=invoice.corrects_id, pk__lt=invoice.pk).aggregate(gross=Sum("gross"))
    left = (invoice.corrects.gross + (before["gross"] or 0)) if invoice.corrects else invoice.gross
    content = render("invoice.typ", content_of(invoice, left), at=invoice.at)
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
