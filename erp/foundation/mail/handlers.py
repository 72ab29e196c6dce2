"""Sending what was queued."""

from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.events.registry import Delivered, handles
from erp.foundation.mail import services
from erp.foundation.mail.events import MessageQueued
from erp.foundation.mail.transport import NotNow, Refused, send


@handles(MessageQueued, name="mail.send_message", network=True)
def send_message(fact: MessageQueued, delivered: Delivered) -> None:
    """Send one message; a server that is away means a later attempt of this delivery."""
    message = services.begin_sending(message_id=fact.message_id, actor=SYSTEM, at=clock.now())
    if message is None:
        return
    try:
        send(message)
    except Refused as error:
        services.record_not_sent(message_id=message.pk, reason=str(error), for_ever=True, actor=SYSTEM, at=clock.now())
    except NotNow as error:
        services.record_not_sent(message_id=message.pk, reason=str(error), for_ever=False, actor=SYSTEM, at=clock.now())
        raise
    else:
        services.record_sent(message_id=message.pk, actor=SYSTEM, at=clock.now())
