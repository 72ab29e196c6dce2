"""Document lines: an editable grid with the keyboard, paste from a spreadsheet and live totals."""

from typing import Any, ClassVar

from django import forms
from django.forms import BaseFormSet, formset_factory

from erp.foundation.actor import Actor
from erp.foundation.web.forms.base import Form
from erp.foundation.web.forms.lookups import LookupField

MOST_LINES = 1000


class LineForm(Form):
    """
    One line. ``quantity``, ``price`` and ``currency`` name what the live total multiplies and shows; leave them "" for none.

    A line whose fields are all empty is ignored.
    """

    quantity: ClassVar[str] = ""
    price: ClassVar[str] = ""
    currency: ClassVar[str] = ""


class BaseLines(BaseFormSet[Any]):
    """The lines of a document; ``lines(..., form_kwargs={"actor": actor})`` is not needed: call :meth:`by`."""

    def by(self, actor: Actor) -> "BaseLines":
        """Say who looks things up in the lines."""
        self.actor = actor
        for form in [*self.forms, self.empty_form]:
            _tell(form, actor)
        return self

    @property
    def empty_form(self) -> Any:
        form = super().empty_form
        if actor := getattr(self, "actor", None):
            _tell(form, actor)
        return form

    @property
    def heads(self) -> list[tuple[Any, str]]:
        """(label, CSS class) of the columns."""
        return [(field.label, cell_class(field)) for field in self.empty_form.fields.values()]

    @property
    def sums(self) -> bool:
        """Whether lines have a total."""
        return bool(self.form.quantity and self.form.price)

    def filled(self) -> list[dict[str, Any]]:
        """The cleaned values of the lines that are not empty."""
        return [form.cleaned_data for form in self.forms if form.has_changed() and form.cleaned_data]


def cell_class(field: forms.Field) -> str:
    """Right-aligned for numbers."""
    return "end" if field.widget.attrs.get("inputmode") == "decimal" else ""


def lines_of(line: type[LineForm], *, blank: int = 3, least: int = 0) -> type[BaseLines]:
    """The formset of a line form, with blank lines to begin with; ``least`` filled ones are demanded."""
    made: type[BaseLines] = formset_factory(
        line, formset=BaseLines, extra=blank, max_num=MOST_LINES, absolute_max=MOST_LINES, min_num=least, validate_min=bool(least)
    )
    return made


def _tell(form: Any, actor: Actor) -> None:
    for field in form.fields.values():
        if isinstance(field, LookupField):
            field.by(actor)
