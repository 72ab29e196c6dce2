"""Facts of the mail."""

from erp.foundation.events.facts import Fact


class MessageQueued(Fact, app="mail"):
    """A message waits to be sent."""

    message_id: int
