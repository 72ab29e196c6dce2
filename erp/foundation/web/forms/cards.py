"""One of a few, each with a sentence that says what it means."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise

Label = str | Promise


class Cards(forms.RadioSelect):
    """Radio buttons as cards; ``details`` has the sentence of each value."""

    template_name = "web/form/cards.html"

    def __init__(self, details: dict[str, Label], attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.details = details

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> dict[str, Any]:
        return super().create_option(name, value, *args, **options) | {"detail": self.details.get(str(value), "")}


class CardsField(forms.ChoiceField):
    """A choice of cards: ``choices`` are (value, title, sentence)."""

    def __init__(self, *, choices: Sequence[tuple[str, Label, Label]], **options: Any) -> None:
        widget = Cards({value: detail for value, _title, detail in choices})
        super().__init__(choices=[(value, title) for value, title, _detail in choices], widget=widget, **options)
