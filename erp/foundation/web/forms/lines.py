"""Document lines: an editable grid with the keyboard, paste from a spreadsheet and live totals."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.forms import BaseFormSet, formset_factory

from erp.foundation.actor import Actor
from erp.foundation.web.forms.base import Form, told

if TYPE_CHECKING:
    Formset = BaseFormSet[Any]
else:
    Formset = BaseFormSet

MOST_LINES = 1000


class LineForm(Form):
    """
    One line. ``counted`` and ``priced`` name the fields that the live total multiplies; leave them "" for no total.

    A line whose fields are all empty is ignored.
    """

    counted: ClassVar[str] = ""
    priced: ClassVar[str] = ""


class BaseLines(Formset):
    """The lines of a document."""

    def by(self, actor: Actor) -> "BaseLines":
        """Say who looks things up in the lines."""
        self.actor = actor
        for form in [*self.forms, self.empty_form]:
            told(form, actor)
        return self

    @property
    def empty_form(self) -> Any:
        form = super().empty_form
        if actor := getattr(self, "actor", None):
            told(form, actor)
        return form

    @property
    def heads(self) -> list[tuple[Any, str]]:
        """(label, CSS class) of the columns."""
        return [(field.label, cell_class(field)) for field in self.empty_form.fields.values()]

    @property
    def sums(self) -> bool:
        """Whether lines have a total."""
        return bool(self.form.counted and self.form.priced)

    def filled(self) -> list[dict[str, Any]]:
        """The cleaned values of the lines that are not empty."""
        return [form.cleaned_data for form in self.forms if form.has_changed() and form.cleaned_data]


def cell_class(field: forms.Field) -> str:
    """Right-aligned for numbers."""
    return "end" if field.widget.attrs.get("inputmode") == "decimal" else ""


def lines_of(line: type[LineForm], *, blank: int = 3, least: int = 0) -> type[BaseLines]:
    """The formset of a line form, with blank lines to begin with; ``least`` filled ones are demanded."""
    made = formset_factory(
        line,
        formset=BaseLines,
        extra=blank,
        max_num=MOST_LINES,
        absolute_max=MOST_LINES,
        min_num=least,
        validate_min=bool(least),
    )
    return cast(type[BaseLines], made)
