"""The tables of the sync engine."""

from erp.sync.models.accounts import AccountLocation, Budget, ChannelAccount, Refusal
from erp.sync.models.bindings import Binding, DesiredState
from erp.sync.models.inbox import InboundMessage
from erp.sync.models.runs import SyncRun

__all__ = [
    "AccountLocation",
    "Binding",
    "Budget",
    "ChannelAccount",
    "DesiredState",
    "InboundMessage",
    "Refusal",
    "SyncRun",
]
