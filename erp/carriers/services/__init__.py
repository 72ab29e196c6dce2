"""What can be done with labels and tracking."""

from erp.carriers.services.labels import (
    LabelWithCarrier,
    ask_label,
    drop_label,
    note_problem,
    record_cancelled,
    record_label,
    record_refusal,
    request_of,
)
from erp.carriers.services.naming import name_methods
from erp.carriers.services.tracking import record_reports

__all__ = [
    "LabelWithCarrier",
    "ask_label",
    "drop_label",
    "name_methods",
    "note_problem",
    "record_cancelled",
    "record_label",
    "record_refusal",
    "record_reports",
    "request_of",
]
