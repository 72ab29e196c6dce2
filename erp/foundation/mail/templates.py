"""The kinds of mail there are, their built-in words, and filling them in."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.errors import BusinessError
from erp.foundation.mail.models import MailTemplate, Message

_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_NEAR = 24  # characters of what can't be read that are shown
_PLACE = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")


class UnknownPlace(BusinessError):
    """A template names a place that this kind of mail doesn't have."""

    code = "unknown-place"
    status = 422
    message = _("There is no place called “%(place)s” in this mail; it has: %(known)s.")


class BrokenTemplate(BusinessError):
    """The words of a template have braces that name no place; ``field`` says whether in the subject or the text."""

    code = "broken-template"
    status = 422
    message = _("Line %(line)s: “%(near)s” can't be read. A place is written like this: %(example)s.")


@dataclass(frozen=True, slots=True)
class Secrets:
    """
    Places of a text that are filled only while it is sent and kept nowhere: links that open an account.

    ``values(message)`` makes them; ``may_read(actor, message)`` says who sees them in the mailbox page.
    """

    places: tuple[str, ...]
    values: Callable[[Message], Mapping[str, str]]
    may_read: Callable[[Actor, Message], bool]


@dataclass(frozen=True, slots=True)
class MailKind:
    """
    A kind of mail: its built-in subject and text (translatable, with ``{{ places }}``) and the places there are.

    Places are plain values; a template can't compute, include or loop, so anybody may edit one.
    For the preview: ``examples`` are values to show, ``sample(actor, company, language)`` takes them from the newest
    record that the actor may see, if there is one; what it leaves out comes from the examples.
    """

    code: str
    label: str | Promise
    subject: str | Promise
    body: str | Promise
    places: tuple[str, ...]
    secrets: "Secrets | None" = None
    examples: Mapping[str, str | Promise] = field(default_factory=dict)
    sample: "Callable[[Actor, int, str], Mapping[str, str] | None] | None" = None


_kinds: dict[str, MailKind] = {}


def register(kind: MailKind) -> None:
    """
    :raises ValueError: when the code is taken.
    :raises UnknownPlace: when the built-in words name a place that isn't declared.
    """
    if kind.code in _kinds:
        raise ValueError(f"mail kind {kind.code} is registered twice")
    _kinds[kind.code] = kind


def kind_of(code: str) -> MailKind:
    """:raises LookupError: when no such kind is registered."""
    return _kinds[code]


def all_kinds() -> list[MailKind]:
    return [_kinds[code] for code in sorted(_kinds)]


def written(place: str) -> str:
    """A place as it is written into a template."""
    return "{{ " + place + " }}"


def check(kind: MailKind, **texts: str) -> None:
    """
    Look whether texts (by the name of their field) can be filled in.

    :raises UnknownPlace: when one names a place that the kind doesn't have.
    :raises BrokenTemplate: when one has braces that name no place, such as ``{{ order`` or ``{% if %}``.
    """
    example = written(kind.places[0] if kind.places else "place")
    for name, text in texts.items():
        for place in _PLACE.findall(text):
            if place not in kind.places:
                raise UnknownPlace(place=place, known=", ".join(kind.places), field=name)
        for number, line in enumerate(text.split("\n"), 1):
            rest = _PLACE.sub(lambda match: " " * len(match[0]), line)
            if broken := _BRACES.search(rest):
                near = line[broken.start() : broken.start() + _NEAR].strip()
                raise BrokenTemplate(line=number, near=near, example=example, field=name)


def built_in(code: str, language: str) -> tuple[str, str]:
    """Subject and text as Backroom brings them."""
    kind = kind_of(code)
    with translation.override(language):
        return str(kind.subject), str(kind.body)


def preview_places(kind: MailKind, *, actor: Actor, company_id: int, language: str) -> tuple[dict[str, str], bool]:
    """Values to show a template with, and whether they are of a record that is really there."""
    real = kind.sample(actor, company_id, language) if kind.sample else None
    with translation.override(language):
        examples = {place: str(kind.examples.get(place, f"[{place}]")) for place in kind.places}
    return examples | dict(real or {}), real is not None


def words(*, code: str, company_id: int, language: str) -> tuple[str, str]:
    """Subject and text of a kind in a language: the company's own, else the built-in ones."""
    own = MailTemplate.objects.filter(company_id=company_id, code=code, language=language).first()
    if own is not None:
        return own.subject, own.body
    return built_in(code, language)


def fill(text: str, places: Mapping[str, str], *, keep: tuple[str, ...] = ()) -> str:
    """Put the values in; a place without a value stays empty, those to ``keep`` stay as they are."""
    return _PLACE.sub(lambda match: match[0] if match[1] in keep else places.get(match[1], ""), text)


def secret_places(code: str) -> tuple[str, ...]:
    """The places of a kind that are filled only while it is sent."""
    kind = _kinds.get(code)
    return kind.secrets.places if kind and kind.secrets else ()


def sent_text(message: Message) -> str:
    """The text as it goes out, secrets filled in."""
    kind = _kinds.get(message.code)
    return fill(message.text, kind.secrets.values(message)) if kind and kind.secrets else message.text


def shown_text(message: Message, actor: Actor) -> str:
    """The text as the mailbox page shows it to somebody."""
    kind = _kinds.get(message.code)
    if kind is None or kind.secrets is None:
        return message.text
    if kind.secrets.may_read(actor, message):
        return sent_text(message)
    return fill(message.text, dict.fromkeys(kind.secrets.places, gettext("(shown to the recipient only)")))
