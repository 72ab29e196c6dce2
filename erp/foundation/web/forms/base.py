"""Forms in the look of the kit, and the page that fills one in and calls one service."""

from typing import Any, ClassVar
from urllib.parse import quote

from django import forms
from django.contrib import messages
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest, HttpResponse
from django.template import TemplateDoesNotExist, engines
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.errors import BusinessError
from erp.foundation.web.forms.lookups import LookupField
from erp.foundation.web.views import StaffView, go

Label = str | Promise
DRAFT_DONE = "draft_done"


class KitRenderer(DjangoTemplates):
    """Finds the kit's form templates first, then Django's own."""

    form_template_name = "web/form/form.html"
    field_template_name = "web/form/field.html"

    def get_template(self, template_name: str) -> Any:
        try:
            return engines["django"].get_template(template_name)
        except TemplateDoesNotExist:
            return super().get_template(template_name)


class Form(forms.Form):
    """A form of the kit: ``{{ form }}`` draws it. ``wide`` names fields that take the whole width."""

    default_renderer = KitRenderer
    wide: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


def told(form: Any, actor: Actor) -> Any:
    """Tell the form's lookups who looks."""
    for field in form.fields.values():
        if isinstance(field, LookupField):
            field.by(actor)
    return form


def add_error(form: forms.Form, error: BusinessError) -> None:
    """Show an error of a service at the field it names in ``params["field"]``, or above the form."""
    field = error.params.get("field")
    form.add_error(field if field in form.fields else None, str(error))


class FormPage(StaffView):
    """
    A page with a form. Declare ``title``, ``form_class``, :meth:`save`; set ``lines_class`` for document lines.

    What is typed is kept in the browser as a draft until :meth:`save` succeeds. An error of the service is
    shown above the form or at its field; nothing typed is lost.
    """

    abstract: ClassVar[bool] = True
    title: ClassVar[Label]
    label: ClassVar[Label] = _("Save")
    done: ClassVar[Label] = _("Saved.")
    form_class: ClassVar[type[forms.Form]]
    lines_class: ClassVar[Any] = None
    parent: ClassVar[tuple[Label, str]]
    template_name: ClassVar[str] = "web/form/page.html"

    def initial(self) -> dict[str, Any]:
        """First values of the form."""
        return {}

    def lines_initial(self) -> list[dict[str, Any]]:
        """First values of the lines."""
        return []

    def form_arguments(self) -> dict[str, Any]:
        """More arguments of the form class."""
        return {}

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        """Call the service; returns the address to go to."""
        raise NotImplementedError

    def extra_context(self) -> dict[str, Any]:
        """More for a template of one's own."""
        return {}

    def page_title(self) -> Label:
        """The heading; override it when it names the record."""
        return self.title

    def draft_key(self) -> str:
        """Under what the browser keeps what is typed; one per person and page."""
        return f"{self.actor}:{self.request.path}"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = told(self.form_class(initial=self.initial(), **self.form_arguments()), self.actor)
        lines = self.lines_class and self.lines_class(initial=self.lines_initial(), prefix="lines").by(self.actor)
        return self.show(form, lines)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form_class(request.POST, request.FILES, initial=self.initial(), **self.form_arguments())
        told(form, self.actor)
        lines = self.lines_class and self.lines_class(request.POST, prefix="lines").by(self.actor)
        lines_fit = lines is None or lines.is_valid()
        if not (form.is_valid() and lines_fit):
            return self.show(form, lines, status=422)
        try:
            url = self.save(form, lines.filled() if lines is not None else [])
        except BusinessError as error:
            add_error(form, error)
            return self.show(form, lines, status=error.status)
        if self.done:
            messages.success(request, str(self.done))
        response = go(request, url)
        response.set_cookie(DRAFT_DONE, quote(self.draft_key(), safe=""), max_age=600, samesite="Lax")
        return response

    def show(self, form: Any, lines: Any, *, status: int = 200) -> HttpResponse:
        """The page, with errors if there are any."""
        context = {
            "title": self.page_title(),
            "form": form,
            "lines": lines,
            "draft": self.draft_key(),
            "label": self.label,
        }
        return self.render(self.template_name, context | self.parent_context() | self.extra_context(), status=status)

    def parent_context(self) -> dict[str, Any]:
        """The way back: label and address of the list above."""
        label, url_name = self.parent
        return {"parent": (label, reverse(url_name))}
