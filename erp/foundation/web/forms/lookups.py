"""Lookups by typing: a few letters, a number or a scanned code find a record."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor


@dataclass(frozen=True, slots=True)
class Option:
    """A record that fits: its key, its name, what tells it apart; ``data`` goes to the other inputs of a line."""

    value: str
    label: str
    detail: str = ""
    data: dict[str, str] | None = None

    @property
    def fill(self) -> str:
        """``data`` as JSON for the page."""
        return json.dumps(self.data or {})


@dataclass(frozen=True, slots=True)
class Lookup:
    """
    Where a lookup looks.

    ``search`` returns at most 20 visible records for a text, an exact code first. ``get`` returns a visible one by
    its key, None otherwise.
    """

    permission: str
    search: Callable[[Actor, str], Sequence[Option]]
    get: Callable[[Actor, str], Option | None]


_lookups: dict[str, Lookup] = {}


def register(name: str, lookup: Lookup) -> None:
    """Register a lookup under ``app.model``; do it in the app's ``nav.py`` or ``work.py``."""
    _lookups[name] = lookup


def lookup_of(name: str) -> Lookup | None:
    """The lookup of a name."""
    return _lookups.get(name)


class LookupInput(forms.Widget):
    """A combobox: the text one types, the list of what fits, and the hidden key of the chosen record."""

    template_name = "web/form/lookup.html"

    def __init__(self, lookup: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.lookup = lookup
        self.actor: Actor | None = None

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        key, text = value if isinstance(value, tuple) else (value, "")
        if key and not text and self.actor is not None and (found := lookup_of(self.lookup)):
            option = found.get(self.actor, str(key))
            text = option.label if option else ""
        return context | {"key": key or "", "text": text, "src": reverse("web:lookup", args=[self.lookup])}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, str]:
        return data.get(name, ""), data.get(f"{name}_text", "")


class LookupField(forms.Field):
    """
    A record found by typing; gives its key as text.

    Needs the actor: ``form.fields["customer"].by(actor)`` in the form's ``__init__``. Without JavaScript, or when
    somebody types a code and goes on, the typed text is searched and must fit exactly one record.
    """

    widget: LookupInput

    def __init__(self, lookup: str, **options: Any) -> None:
        self.lookup = lookup
        options.setdefault("widget", LookupInput(lookup))
        super().__init__(**options)

    def by(self, actor: Actor) -> None:
        """Say who looks."""
        self.widget.actor = actor

    def has_changed(self, initial: Any, data: Any) -> bool:
        key, text = data if isinstance(data, tuple) else (data, "")
        return str(key or text or "") != str(initial or "")

    def clean(self, value: Any) -> str | None:
        key, text = value if isinstance(value, tuple) else (value, "")
        actor, found = self.widget.actor, lookup_of(self.lookup)
        if actor is None or found is None:
            raise RuntimeError(f"the lookup {self.lookup} has no actor, or is not registered")
        if key:
            option = found.get(actor, key)
            if option is not None and (not text or text == option.label):
                return option.value
        text = text.strip()
        if text:
            return self._by_text(found, actor, text)
        if self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return None

    @staticmethod
    def _by_text(found: Lookup, actor: Actor, text: str) -> str:
        options = found.search(actor, text)
        exact = [option for option in options if text.casefold() in {option.label.casefold(), option.value.casefold()}]
        fits = exact or options
        if len(fits) != 1:
            raise ValidationError(
                _("Nothing fits.") if not fits else _("Several records fit; choose one from the list.")
            )
        return fits[0].value
