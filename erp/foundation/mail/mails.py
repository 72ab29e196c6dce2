"""The mails about signing in: an invitation, and a new password for who has forgotten theirs."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from config.env import ENV
from erp.foundation import clock
from erp.foundation.accounts.events import NewPasswordAsked, PersonInvited
from erp.foundation.accounts.models import User
from erp.foundation.accounts.password_links import DAYS_GOOD, awaits_password, password_link
from erp.foundation.accounts.services import may_stop
from erp.foundation.actor import Actor
from erp.foundation.events.registry import Delivered, handles
from erp.foundation.mail import services, templates
from erp.foundation.mail.models import Message
from erp.foundation.organisation.models import Company

INVITATION, NEW_PASSWORD = "accounts.invitation", "accounts.new_password"

_EXAMPLES = {"name": "Anna Nowak", "company": "Lipa", "days": str(DAYS_GOOD), "link": "https://backroom.example/…"}


def _link(message: Message) -> Mapping[str, str]:
    """A new link at every attempt to send; none for a person whose access was stopped meanwhile."""
    person = User.objects.filter(pk=message.about_key, is_active=True).first()
    return {"link": password_link(person)} if person else {}


def _may_read_invitation(actor: Actor, message: Message) -> bool:
    """The people who see the link on the person's own page."""
    person = User.objects.filter(pk=message.about_key).first()
    return person is not None and awaits_password(person) and may_stop(actor, person)


def _may_read_new_password(actor: Actor, message: Message) -> bool:
    """Nobody but the recipient, except in the demo, where mail goes nowhere else."""
    person = User.objects.filter(pk=message.about_key, is_active=True).first()
    return person is not None and ENV.simulators and not ENV.email_url and may_stop(actor, person)


templates.register(
    templates.MailKind(
        code=INVITATION,
        label=_("Invitation to Backroom"),
        subject=_("Your access to Backroom at {{ company }}"),
        body=_(
            "Hello {{ name }},\n\n{{ company }} works with Backroom, and you have been given access.\n\n"
            "Set your password here:\n{{ link }}\n\n"
            "The link works once, for {{ days }} days. You sign in with your e-mail address.\n\n{{ company }}"
        ),
        places=("name", "company", "days", "link"),
        secrets=templates.Secrets(("link",), _link, _may_read_invitation),
        examples=_EXAMPLES,
    )
)
templates.register(
    templates.MailKind(
        code=NEW_PASSWORD,
        label=_("New password"),
        subject=_("Set a new password for Backroom"),
        body=_(
            "Hello {{ name }},\n\nsomebody, probably you, asked for a new password. Set it here:\n{{ link }}\n\n"
            "The link works once, for {{ days }} days. If it was not you, there is nothing to do: "
            "your password stays as it is.\n\n{{ company }}"
        ),
        places=("name", "company", "days", "link"),
        secrets=templates.Secrets(("link",), _link, _may_read_new_password),
        examples=_EXAMPLES,
    )
)


@handles(PersonInvited, name="mail.invite_person")
def invite_person(fact: PersonInvited, delivered: Delivered) -> None:
    """An invited person gets a link; who has meanwhile got in or been stopped does not."""
    person = User.objects.get(pk=fact.user_id)
    if awaits_password(person):
        _queue(INVITATION, person, fact.company_id, delivered)


@handles(NewPasswordAsked, name="mail.send_new_password")
def send_new_password(fact: NewPasswordAsked, delivered: Delivered) -> None:
    """Who asked for a new password gets a link."""
    person = User.objects.get(pk=fact.user_id)
    if person.is_active:
        _queue(NEW_PASSWORD, person, fact.company_id, delivered)


def _queue(code: str, person: User, company_id: int, delivered: Delivered) -> None:
    services.queue_message(
        code=code,
        key=f"{code}:{delivered.event_id}",
        company_id=company_id,
        to=person.email,
        language=person.language,
        places={
            "name": person.name,
            "company": Company.objects.get(pk=company_id).name,
            "days": str(DAYS_GOOD),
        },
        about=person.ref,
        actor=delivered.actor,
        at=clock.now(),
    )
