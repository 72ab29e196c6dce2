"""Mail templates: a company's own words for each kind of mail, with a preview and what they were before."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.actors import access_of
from erp.foundation.actor import Actor
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.mail import services, templates
from erp.foundation.mail.models import MailTemplate
from erp.foundation.organisation.models import Company
from erp.foundation.web import access
from erp.foundation.web.forms.base import Form, FormPage
from erp.foundation.web.records import ActionView
from erp.foundation.web.records.history import name_of
from erp.foundation.web.views import StaffView

EDIT = "mail.edit_templates"
LANGUAGES = (("pl", _("Polish")), ("en", _("English")))
VERSIONS = 20


def companies_of(actor: Actor) -> Sequence[Company]:
    """The companies whose templates an actor may change."""
    return list(Company.objects.filter(pk__in=access_of(actor).reach(EDIT).anywhere).order_by("name", "pk"))


class TemplateList(StaffView):
    """The kinds of mail in each language, of one company."""

    permission = EDIT
    template_name = "mail/staff/templates.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The list; the kinds are few."""
        companies = companies_of(self.actor)
        wanted = request.GET.get("company", "")
        company = next((one for one in companies if str(one.pk) == wanted), companies[0])
        own = set(MailTemplate.objects.filter(company=company).values_list("code", "language"))
        rows = [
            (
                kind.label,
                [
                    (code, name, reverse("mail:template", args=[company.pk, kind.code, code]), (kind.code, code) in own)
                    for code, name in LANGUAGES
                ],
            )
            for kind in templates.all_kinds()
        ]
        context = {"title": _("Mail templates"), "rows": rows, "companies": companies, "company": company}
        return self.render(self.template_name, context)


class TemplateForm(Form):
    """Subject and text of a mail."""

    wide = ("subject", "body")
    subject = forms.CharField(label=_("Subject"), max_length=200)
    body = forms.CharField(label=_("Text"), widget=forms.Textarea(attrs={"rows": 16}))


class _OneTemplate(StaffView):
    """Finds the company, the kind and the language that an address names."""

    abstract = True
    permission = EDIT
    company: Company
    kind: templates.MailKind

    def load(self) -> None:
        super().load()
        self.code, self.language = self.kwargs["code"], self.kwargs["language"]
        known = {kind.code for kind in templates.all_kinds()}
        company = next((one for one in companies_of(self.actor) if one.pk == self.kwargs["company"]), None)
        if company is None or self.code not in known or self.language not in dict(LANGUAGES):
            raise NotFound
        self.company, self.kind = company, templates.kind_of(self.code)

    def address(self, name: str) -> str:
        """The address of a page about this template."""
        return reverse(name, args=[self.company.pk, self.code, self.language])

    def own(self) -> MailTemplate | None:
        """The company's own words, if it has any."""
        rows = MailTemplate.objects.filter(company=self.company, code=self.code, language=self.language)
        return rows.first()


class EditTemplate(_OneTemplate, FormPage):
    """The words of one kind of mail in one language: edited, shown as they will look, put back."""

    permission = EDIT
    title, label = _("Mail template"), _("Save")
    form_class = TemplateForm
    template_name = "mail/staff/template.html"
    parent = (_("Mail templates"), "mail:templates")

    def page_title(self) -> str | Promise:
        return _("%(mail)s, %(language)s") % {"mail": self.kind.label, "language": dict(LANGUAGES)[self.language]}

    def initial(self) -> dict[str, Any]:
        if (version := self.request.GET.get("version", "")).isdecimal():
            found = self._versions().filter(pk=version).first()
            if found is not None:
                return {"subject": found.subject, "body": found.body}
        subject, body = templates.words(code=self.code, company_id=self.company.pk, language=self.language)
        return {"subject": subject, "body": body}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save; or, asked for the part, only show how it will look."""
        if request.GET.get("part") == "preview":
            words = (request.POST.get("subject", ""), request.POST.get("body", ""))
            return self.render("mail/staff/preview.html", {"preview": self.preview(*words)})
        return super().post(request, *args, **kwargs)

    def save(self, form: Any, lines: Any) -> str:
        services.edit_template(
            company_id=self.company.pk,
            code=self.code,
            language=self.language,
            subject=form.cleaned_data["subject"],
            body=form.cleaned_data["body"].replace("\r\n", "\n"),
            actor=self.actor,
            at=self.now(),
        )
        return self.address("mail:template")

    def extra_context(self) -> dict[str, Any]:
        own = self.own()
        typed = self.request.POST or self.initial()
        return {
            "company": self.company,
            "places": [templates.written(place) for place in self.kind.places],
            "is_own": own is not None,
            "reset_url": self.address("mail:reset-template"),
            "preview": self.preview(typed.get("subject", ""), typed.get("body", "")),
            "preview_url": f"{self.address('mail:template')}?part=preview",
            "versions": self.versions(),
        }

    def parent_context(self) -> dict[str, Any]:
        label, url_name = self.parent
        return {"parent": (label, f"{reverse(url_name)}?company={self.company.pk}")}

    def preview(self, subject: str, body: str) -> dict[str, Any]:
        """The mail as it will look, or why it can't be shown."""
        try:
            templates.check(self.kind, subject=subject, body=body)
        except BusinessError as error:
            return {"error": str(error)}
        places, real = templates.preview_places(
            self.kind, actor=self.actor, company_id=self.company.pk, language=self.language
        )
        return {"subject": templates.fill(subject, places), "text": templates.fill(body, places), "real": real}

    def versions(self) -> list[dict[str, Any]]:
        """What the words were before, newest first, and who wrote them."""
        rows = list(self._versions()[:VERSIONS])
        actors = {row.pk: _actor((row.pgh_context or {}).get("actor", "")) for row in rows}
        names = access.provider().names(set(actors.values()))
        return [
            {
                "at": row.pgh_created_at,
                "who": name_of(actors[row.pk], names),
                "subject": row.subject,
                "reset": row.pgh_label == "delete",
                "url": f"{self.address('mail:template')}?version={row.pk}",
            }
            for row in rows
        ]

    def _versions(self) -> Any:
        rows = apps.get_model("mail", "MailTemplateHistory")._default_manager
        return rows.filter(company=self.company.pk, code=self.code, language=self.language).order_by("-pgh_id")


class ResetTemplate(_OneTemplate, ActionView):
    """Back to the built-in words."""

    permission = EDIT
    title, label, danger = _("Use the built-in words again?"), _("Use the built-in words"), True
    done = _("The built-in words are back.")

    def load(self) -> None:
        super().load()
        self.record = self.own()
        if self.record is None:
            raise NotFound

    def find(self, pk: Any) -> Any:
        """The company, on which the permission is asked."""
        return Company.objects.filter(pk=self.kwargs["company"]).first()

    def question(self) -> str | Promise:
        return _("Mails of %(company)s speak with the built-in words from now on. Your own stay in the history.") % {
            "company": self.company.name
        }

    def act(self, form: Any) -> None:
        services.reset_template(
            company_id=self.company.pk, code=self.code, language=self.language, actor=self.actor, at=self.now()
        )

    def done_url(self) -> str:
        return self.address("mail:template")


def _actor(text: str) -> Actor:
    kind, _colon, key = text.partition(":")
    return Actor(kind or "system", key)
