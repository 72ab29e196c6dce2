"""The page of the first person: opened once, by the address that `bin/up --empty` prints."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views import View

from erp.foundation import clock
from erp.foundation.accounts import links, services
from erp.foundation.accounts.models import User
from erp.foundation.accounts.models.users import Language
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.web import failures, rendering
from erp.foundation.web.forms.base import Form, add_error

BACKEND = "django.contrib.auth.backends.ModelBackend"
# The key stays out of other sites' logs; with no-referrer the browser would hide the origin from our own form too.
HEADERS = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "same-origin", "Cache-Control": "private, no-store"}


class FirstPersonForm(Form):
    """Who begins."""

    wide = ("name", "email", "password", "language")

    name = forms.CharField(
        label=_("Full name"), max_length=150, widget=forms.TextInput({"autocomplete": "name", "autofocus": True})
    )
    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput({"autocomplete": "username"}))
    password = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=_("At least ten characters. Three or four words in a row are easy to keep in mind."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=Language)


class Begin(View):
    """Takes the first person in and signs them in. A wrong key is 404, and so is everything once somebody is here."""

    public: ClassVar[bool] = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not links.is_begin_key(kwargs["key"]) or User.objects.exists():
            return failures.page(request, 404, reason=str(NotFound()))
        response = super().dispatch(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response[name] = value
        return response  # type: ignore[return-value]  # our own methods below give nothing else

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        return self._show(FirstPersonForm(initial={"language": (get_language() or "en")[:2]}))

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        form = FirstPersonForm(request.POST)
        if not form.is_valid():
            return self._show(form, status=422)
        try:
            user = services.let_first_person_in(actor=SYSTEM, at=clock.now(), **form.cleaned_data)
        except BusinessError as error:
            add_error(form, error)
            return self._show(form, status=error.status)
        login(request, user, backend=BACKEND)
        return HttpResponseRedirect("/")

    def _show(self, form: FirstPersonForm, *, status: int = 200) -> HttpResponse:
        return rendering.render_page(self.request, "accounts/public/begin.html", {"form": form}, status=status)
