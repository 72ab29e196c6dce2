"""
Live pages: a hint that something changed goes from a transaction to every open browser that shows it.

Services call ``live.notify("stock.level:17")`` at their end; pages mark a part with ``data-live-topic``.
"""

from erp.foundation.web.live.hints import notify
from erp.foundation.web.live.stream import events_app

__all__ = ["events_app", "notify"]
