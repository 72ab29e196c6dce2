"""Handing a message to the mail server, or keeping it in the mailbox page when there is none."""

import re
import smtplib
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from urllib.parse import unquote, urlsplit

from django.utils.html import escape

from config.env import ENV
from erp.foundation import clock
from erp.foundation.db import outside_transaction
from erp.foundation.mail import templates
from erp.foundation.mail.attachments import attachment
from erp.foundation.mail.models import Message

TIMEOUT_SECONDS = 30
_LINK = re.compile(r"https?://[^\s<>\"']+")


class Refused(Exception):
    """The server will never take this message; the text says why, without the address."""


class NotNow(Exception):
    """The server is away or busy; nothing was sent."""


@outside_transaction
def send(message: Message) -> None:
    """
    Hand a message to the server of EMAIL_URL; without one it stays in the mailbox page.

    :raises Refused: permanently. :raises NotNow: when a later attempt may work.
    """
    if not ENV.email_url:
        return
    mail = build(message)
    address = urlsplit(ENV.email_url)
    connect = smtplib.SMTP_SSL if address.scheme == "smtps" else smtplib.SMTP
    try:
        with connect(address.hostname or "localhost", address.port or 0, timeout=TIMEOUT_SECONDS) as server:
            if address.scheme == "smtp+tls":
                server.starttls()
            if address.username:
                server.login(unquote(address.username), unquote(address.password or ""))
            server.send_message(mail)
    except smtplib.SMTPRecipientsRefused as error:
        code = next(iter(error.recipients.values()))[0]
        raise (Refused if code >= 500 else NotNow)(f"recipient refused ({code})") from None
    except smtplib.SMTPResponseException as error:
        raise (Refused if error.smtp_code >= 500 else NotNow)(f"server said {error.smtp_code}") from None
    except (OSError, smtplib.SMTPException) as error:
        raise NotNow(type(error).__name__) from None


def build(message: Message) -> EmailMessage:
    """The message as it goes over the wire: plain text and HTML, attachments, a stable Message-ID."""
    mail = EmailMessage()
    mail["Message-ID"] = message.header_id
    mail["Date"] = format_datetime(message.queued_at)
    mail["From"] = formataddr((message.company.name, _sender()))
    mail["To"] = message.to
    mail["Subject"] = message.subject
    mail["Auto-Submitted"] = "auto-generated"
    text = templates.sent_text(message)
    mail.set_content(text)
    mail.add_alternative(as_html(text, message.language), subtype="html")
    for kind, key in message.attachments:
        file = attachment(kind, key)
        main, _slash, sub = file.media_type.partition("/")
        mail.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
    return mail


def as_html(text: str, language: str) -> str:
    """The text as a plain, readable HTML mail: paragraphs, links that can be clicked."""
    paragraphs = [_LINK.sub(lambda m: f'<a href="{m[0]}">{m[0]}</a>', escape(part)) for part in text.split("\n\n")]
    body = "".join(f"<p>{part.strip().replace(chr(10), '<br>')}</p>" for part in paragraphs if part.strip())
    return (
        f'<!doctype html><html lang="{language}"><body style="font:15px/1.5 sans-serif;color:#12181f;'
        f'max-width:38em;margin:2em auto;padding:0 1em">{body}</body></html>'
    )


def _sender() -> str:
    host = urlsplit(ENV.public_url).hostname or "localhost"
    return unquote(urlsplit(ENV.email_url).fragment) or f"backroom@{host}"


def new_header_id(key: str) -> str:
    """A Message-ID that stays with the message for all attempts."""
    stamp = format(int(clock.now().timestamp() * 1000), "x")
    return f"<{stamp}.{key}@{urlsplit(ENV.public_url).hostname or 'localhost'}>"
