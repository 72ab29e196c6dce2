"""Facts of the money ledger."""

from erp.foundation.events.facts import Fact


class EntryPosted(Fact, app="finance"):
    """An entry stands in the ledger."""

    entry_id: int


class InvoiceIssued(Fact, app="finance"):
    """An invoice or a correction has its number; ``order_id`` is what it bills."""

    invoice_id: int
    order_id: int
