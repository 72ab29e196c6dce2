"""Mail templates: a company's own words for each kind of mail."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.actors import access_of
from erp.foundation.errors import NotFound
from erp.foundation.mail import services, templates
from erp.foundation.web.forms.base import Form, FormPage
from erp.foundation.web.views import StaffView

LANGUAGES = (("pl", _("Polish")), ("en", _("English")))


class TemplateList(StaffView):
    """The kinds of mail, in each language."""

    permission = "mail.edit_templates"
    template_name = "mail/staff/templates.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The list; the kinds are few."""
        rows = [
            (
                kind.label,
                [
                    (language, name, reverse("mail:template", args=[kind.code, language]))
                    for language, name in LANGUAGES
                ],
            )
            for kind in templates.all_kinds()
        ]
        return self.render(self.template_name, {"title": _("Mail templates"), "rows": rows})


class TemplateForm(Form):
    """Subject and text of a mail."""

    wide = ("body",)
    subject = forms.CharField(label=_("Subject"), max_length=200)
    body = forms.CharField(label=_("Text"), widget=forms.Textarea(attrs={"rows": 16}))


class EditTemplate(FormPage):
    """The words of one kind of mail in one language, for the company one works in."""

    permission = "mail.edit_templates"
    title, label = _("Mail template"), _("Save")
    form_class = TemplateForm
    parent = (_("Mail templates"), "mail:templates")

    def load(self) -> None:
        super().load()
        companies = sorted(access_of(self.actor).reach(self.permission).anywhere)
        known = {kind.code for kind in templates.all_kinds()}
        if self.kwargs["code"] not in known or self.kwargs["language"] not in dict(LANGUAGES) or not companies:
            raise NotFound
        self.company_id = companies[0]

    def initial(self) -> dict[str, Any]:
        subject, body = templates.words(
            code=self.kwargs["code"], company_id=self.company_id, language=self.kwargs["language"]
        )
        return {"subject": subject, "body": body}

    def save(self, form: Any, lines: Any) -> str:
        services.edit_template(
            company_id=self.company_id,
            code=self.kwargs["code"],
            language=self.kwargs["language"],
            subject=form.cleaned_data["subject"],
            body=form.cleaned_data["body"],
            actor=self.actor,
            at=self.now(),
        )
        return reverse("mail:templates")
