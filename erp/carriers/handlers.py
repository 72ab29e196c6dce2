"""Buying labels when they are asked for."""

from erp.carriers import talking
from erp.carriers.events import LabelAsked
from erp.foundation.events.registry import Delivered, handles


@handles(LabelAsked, name="carriers.buy_label", network=True)
def buy_label(fact: LabelAsked, delivered: Delivered) -> None:
    """Ask the carrier; what it can't do now is tried again, what it refuses is recorded."""
    talking.buy_label(label_id=fact.label_id, actor=delivered.actor)
