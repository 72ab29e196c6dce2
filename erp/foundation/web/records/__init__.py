"""Records: the page of one thing, and its verbs."""

from erp.foundation.web.records.actions import ActionView
from erp.foundation.web.records.page import RecordPage
from erp.foundation.web.records.parts import Action, Card, Fact, Status, Tab, pairs

__all__ = ["Action", "ActionView", "Card", "Fact", "RecordPage", "Status", "Tab", "pairs"]
