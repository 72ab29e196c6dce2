"""What the sync engine can do."""

from erp.sync.services.accounts import connect_account, map_locations, note_problem, record_run, set_status
from erp.sync.services.acknowledging import (
    record_observed,
    record_pushed,
    record_refused,
    record_sold,
    record_tracking_pushed,
)
from erp.sync.services.binding import Matching, bind_variants, match_variants, record_left
from erp.sync.services.connecting import NotReady, change_access, change_settings, go_live
from erp.sync.services.customers import import_customer
from erp.sync.services.desiring import desire_stock, want_pushes
from erp.sync.services.importing import import_order
from erp.sync.services.receiving import count_refusal, forget_bodies, keep_message, refusals_on, retry_messages
from erp.sync.services.settling import record_gone, settle_messages
from erp.sync.services.taking_over import Choices, Effect, take_over_product
from erp.sync.services.tracking import desire_tracking

__all__ = [
    "Choices",
    "Effect",
    "Matching",
    "NotReady",
    "bind_variants",
    "change_access",
    "change_settings",
    "connect_account",
    "count_refusal",
    "desire_stock",
    "desire_tracking",
    "forget_bodies",
    "go_live",
    "import_customer",
    "import_order",
    "keep_message",
    "map_locations",
    "match_variants",
    "note_problem",
    "record_gone",
    "record_left",
    "record_observed",
    "record_pushed",
    "record_refused",
    "record_run",
    "record_sold",
    "record_tracking_pushed",
    "refusals_on",
    "retry_messages",
    "set_status",
    "settle_messages",
    "take_over_product",
    "want_pushes",
]
