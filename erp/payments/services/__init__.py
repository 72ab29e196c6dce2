"""What can be done with payments."""

from erp.payments.services.refunds import RefundDiffers, RefundExceedsPayment, record_tender_refund
from erp.payments.services.tenders import InvalidTender, TenderDiffers, record_tender

__all__ = [
    "InvalidTender",
    "RefundDiffers",
    "RefundExceedsPayment",
    "TenderDiffers",
    "record_tender",
    "record_tender_refund",
]
