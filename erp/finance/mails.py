"""The mail that brings an invoice, with its PDF attached."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from erp.documents import queries as documents_read
from erp.finance.documents.content import title_of
from erp.finance.events import InvoiceIssued
from erp.finance.models import Invoice
from erp.finance.services.printing import print_invoice
from erp.foundation import clock
from erp.foundation.actor import SYSTEM, Actor
from erp.foundation.events.registry import Delivered, handles
from erp.foundation.mail import services as mail
from erp.foundation.mail import templates
from erp.foundation.mail.attachments import Attachment, register_attachments
from erp.foundation.web.formats import money_text
from erp.orders import queries as orders_read

INVOICE = "finance.invoice"


def _places(invoice: Invoice) -> dict[str, str]:
    """What the mail of an invoice says, but for the link."""
    with override(invoice.language):
        document, total = title_of(invoice), money_text(invoice.money)
    return {
        "document": document,
        "number": invoice.number,
        "order": invoice.order.source_number or invoice.order.number,
        "total": total,
        "seller": invoice.company.name,
    }


def _newest(actor: Actor, company_id: int, language: str) -> dict[str, str] | None:
    """For the preview: the newest invoice that the actor may see; an example stands for the link."""
    invoices = Invoice.objects.visible_to(actor).filter(company=company_id, language=language)
    invoice = invoices.select_related("company", "order").order_by("-pk").first()
    return _places(invoice) if invoice else None


templates.register(
    templates.MailKind(
        code=INVOICE,
        label=_("Invoice"),
        subject=_("{{ document }} {{ number }} for order {{ order }}"),
        body=_(
            "Hello,\n\nattached to this mail you will find {{ document }} {{ number }} for your order {{ order }}, "
            "over {{ total }}.\n\nYou can follow your order here: {{ link }}\n\n"
            "Thank you for shopping with us.\n{{ seller }}"
        ),
        places=("document", "number", "order", "total", "link", "seller"),
        examples={
            "document": _("Invoice"),
            "number": "FV/2026/11/7",
            "order": "#1042",
            "total": _("PLN 93.00"),
            "link": "https://shop.example/orders/…",
            "seller": "Lipa",
        },
        sample=_newest,
    )
)


def attach_invoice(key: str) -> Attachment:
    """The PDF of an invoice, made now if it was not yet."""
    document = print_invoice(invoice_id=int(key), actor=SYSTEM, at=clock.now())
    return Attachment(document.name, document.media_type, documents_read.content_of(document))


register_attachments(INVOICE, attach_invoice)


@handles(InvoiceIssued, name="finance.print_invoice", network=True)
def print_issued(fact: InvoiceIssued, delivered: Delivered) -> None:
    """The PDF is made outside any transaction and kept with the invoice."""
    print_invoice(invoice_id=fact.invoice_id, actor=delivered.actor, at=clock.now())


@handles(InvoiceIssued, name="finance.mail_invoice")
def mail_invoice(fact: InvoiceIssued, delivered: Delivered) -> None:
    """The buyer gets it, if they left an address."""
    invoice = Invoice.objects.select_related("company", "order", "buyer").get(pk=fact.invoice_id)
    if not invoice.buyer.email:
        return
    at = clock.now()
    mail.queue_message(
        code=INVOICE,
        key=f"{INVOICE}:{invoice.pk}",
        company_id=invoice.company_id,
        to=invoice.buyer.email,
        language=invoice.language,
        places={**_places(invoice), "link": orders_read.customer_link(invoice.order, at=at)},
        about=invoice.ref,
        attachments=[(INVOICE, str(invoice.pk))],
        subjects=[invoice.order.ref],
        actor=delivered.actor,
        at=at,
    )
