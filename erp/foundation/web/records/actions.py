"""A verb of a record: ask first (with consequences in numbers, or a small form), then call one service."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.web.forms.base import add_error, told
from erp.foundation.web.requests import wants_part
from erp.foundation.web.views import StaffView, go

Label = str | Promise


class ActionView(StaffView):
    """
    One verb. GET shows the question in the dialog (or as a page of its own), POST does it.

    Declare ``title``, ``label`` (of the button), and :meth:`find`, :meth:`act`, :meth:`done_url`. With
    ``form_class`` the question has a form. A BusinessError raised by the service is shown in the dialog, at its
    field if it names one.
    """

    abstract: ClassVar[bool] = True
    title: ClassVar[Label]
    label: ClassVar[Label] = _("Continue")
    danger: ClassVar[bool] = False
    done: ClassVar[Label] = _("Done.")
    form_class: ClassVar[type[forms.Form] | None] = None

    record: Any

    def find(self, pk: Any) -> Any:
        """The record if the actor may see it, else None."""
        raise NotImplementedError

    def question(self) -> Label:
        """The sentence that says what will happen."""
        return ""

    def consequences(self) -> Sequence[tuple[Any, Label]]:
        """What will happen in numbers: (3, _("reservations are freed"))."""
        return ()

    def initial(self) -> dict[str, Any]:
        """First values of the form."""
        return {}

    def form_arguments(self) -> dict[str, Any]:
        """More arguments of the form class."""
        return {}

    def act(self, form: Any) -> None:
        """Call the service; ``form`` is valid, or None without a form class."""
        raise NotImplementedError

    def done_url(self) -> str:
        """Where to go afterwards."""
        return self.came_from("/")

    def load(self) -> None:
        record = self.find(self.kwargs.get("pk"))
        if record is None or not self.can(self.permission, record):
            raise NotFound
        self.record = record

    def make_form(self, data: Any = None, files: Any = None) -> Any:
        """The form, or None."""
        if self.form_class is None:
            return None
        return told(self.form_class(data, files, initial=self.initial(), **self.form_arguments()), self.actor)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.ask(self.make_form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form(request.POST, request.FILES)
        if form is not None and not form.is_valid():
            return self.ask(form, status=422)
        try:
            self.act(form)
        except BusinessError as error:
            if form is None:
                return self.ask(None, error=str(error), status=error.status)
            add_error(form, error)
            return self.ask(form, status=error.status)
        if self.done:
            messages.success(request, str(self.done))
        return go(request, self.done_url())

    def ask(self, form: Any, *, error: str = "", status: int = 200) -> HttpResponse:
        """The question, with errors if there are any."""
        context = {
            "title": self.title,
            "question": self.question(),
            "consequences": self.consequences(),
            "form": form,
            "error": error,
            "label": self.label,
            "danger": self.danger,
            "back": self.came_from("/"),
        }
        template = "web/record/ask_dialog.html" if wants_part(self.request) else "web/record/ask.html"
        return self.render(template, context, status=status)
