"""Facts about payments."""

from erp.foundation.events.facts import Fact


class TenderRecorded(Fact, app="payments"):
    """A tender is new or its state changed."""

    tender_id: int


class TenderPaid(Fact, app="payments"):
    """A tender's money has come in."""

    tender_id: int


class TenderRefunded(Fact, app="payments"):
    """Money has gone back to the buyer."""

    refund_id: int
