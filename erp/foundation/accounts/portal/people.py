"""People and their roles: the list, a person's page, inviting, giving and taking roles, stopping access."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts import scoping, services
from erp.foundation.accounts.models import Membership, User
from erp.foundation.accounts.password_links import DAYS_GOOD, awaits_password, password_link
from erp.foundation.accounts.portal.forms import InviteForm, RoleForm
from erp.foundation.accounts.services.roles import MANAGE_PEOPLE
from erp.foundation.actor import Actor
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.lists import Choice, Column, Empty, Link, ListPage
from erp.foundation.web.records import Action, ActionView, Card, Fact, RecordPage, Status, pairs

VIEW = "accounts.view_people"
ACTIVE = ((True, _("May sign in")), (False, _("Access stopped")))


class PeopleList(ListPage):
    """Everybody who works in the companies that the actor looks after."""

    permission = VIEW
    name = "accounts.people"
    title = _("People")
    sort = "name"
    columns = (
        Column("name", _("Full name"), sort="name", main=True, url=lambda p: reverse("accounts:person", args=[p.pk])),
        Column("email", _("E-mail"), sort="email"),
        Column("roles", _("Roles"), value=lambda p: ", ".join(roles_in_words(p))),
        Column("last_login", _("Last signed in"), "moment", sort="last_login", nullable=True),
        Column("active", _("Status"), "pill", value=lambda p: state_of(p).word, tone=lambda p: state_of(p).tone),
    )
    filters = (Choice("is_active", _("Status"), ACTIVE),)
    search_fields = ("name__icontains", "email__icontains")
    links = (Link(_("Invite somebody"), "accounts:invite", MANAGE_PEOPLE),)
    empty = Empty(_("Nobody yet"), _("Invite the people who work here."), "users")

    def rows(self) -> "QuerySet[User]":
        return scoping.visible(User.objects.all(), self.actor).prefetch_related("memberships__company")

    def row_url(self, row: User) -> str:
        return reverse("accounts:person", args=[row.pk])


class PersonPage(RecordPage):
    """One person: roles, and how to get in for the first time."""

    permission = VIEW
    parent = (_("People"), "accounts:people")
    model = User
    with_comments = False
    record: User

    def find(self, pk: Any) -> User | None:
        return visible_person(self.actor, pk)

    def status(self) -> Status:
        return state_of(self.record)

    def facts(self) -> Sequence[Any]:
        return (self.record.email,)

    def actions(self) -> Sequence[Action]:
        person, may_stop = self.record, services.may_stop(self.actor, self.record)
        active = person.is_active
        return (
            Action(_("Give a role"), self._at("accounts:give-role"), MANAGE_PEOPLE, legal=active, icon="user-plus"),
            Action(
                _("Send the invitation again"),
                self._at("accounts:invite-again"),
                MANAGE_PEOPLE,
                legal=awaits_password(person) and may_stop,
                icon="mail",
            ),
            Action(_("Let in again"), self._at("accounts:reopen"), MANAGE_PEOPLE, legal=not active and may_stop),
            Action(_("Stop access"), self._at("accounts:stop"), MANAGE_PEOPLE, legal=active and may_stop, danger=True),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        rows = scoping.visible(Membership.objects.filter(user=self.record), self.actor)
        roles = [
            {
                "role": row.get_role_display(),
                "company": row.company.name,
                "branch": row.branch.name if row.branch else _("all branches"),
                "take_url": reverse("accounts:take-role", args=[row.pk]) if self._may_take(row) else "",
            }
            for row in rows.select_related("company", "branch")
        ]
        about = [
            Fact(_("Language"), self.record.get_language_display()),
            Fact(_("Last signed in"), self.record.last_login),
        ]
        cards = [
            Card(_("Roles"), "accounts/staff/roles.html", {"roles": roles}, flush=True, count=len(roles)),
            pairs(_("Person"), about),
        ]
        if link := invitation_link(self.record, self.actor):
            words = {"link": link, "days": DAYS_GOOD}
            cards.append(Card(_("First sign-in"), "accounts/staff/invitation.html", words, column="side"))
        return cards

    def _at(self, name: str) -> str:
        return reverse(name, args=[self.record.pk])

    def _may_take(self, row: Membership) -> bool:
        return self.can(MANAGE_PEOPLE, row) and services.may_give(self.actor, row.role, row.company_id)


class InvitePage(FormPage):
    """Let somebody in."""

    permission = MANAGE_PEOPLE
    title, label, done = _("Invite somebody"), _("Invite"), _("Invited. A mail with a link is on its way to them.")
    form_class = InviteForm
    parent = (_("People"), "accounts:people")

    def form_arguments(self) -> dict[str, Any]:
        return {"actor": self.actor}

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        data = form.cleaned_data
        company, branch = data["place"]
        user = services.invite_user(
            email=data["email"],
            name=data["name"],
            language=data["language"],
            role=data["role"],
            company=company,
            branch=branch,
            actor=self.actor,
            at=self.now(),
        )
        return reverse("accounts:person", args=[user.pk])


class _OnPerson(ActionView):
    abstract = True
    permission = MANAGE_PEOPLE
    model = User
    record: User

    def find(self, pk: Any) -> User | None:
        return visible_person(self.actor, pk)

    def done_url(self) -> str:
        return reverse("accounts:person", args=[self.record.pk])


class InviteAgain(_OnPerson):
    """The mail again, with a new link."""

    permission = MANAGE_PEOPLE
    title, label, done = _("Send the invitation again?"), _("Send again"), _("The invitation is on its way.")

    def question(self) -> str | Promise:
        return _("%(name)s gets a mail with a new link, good for %(days)s days.") % {
            "name": self.record.name,
            "days": DAYS_GOOD,
        }

    def act(self, form: Any) -> None:
        services.invite_again(user=self.record, actor=self.actor, at=self.now())


class GiveRole(_OnPerson):
    """One role more."""

    permission = MANAGE_PEOPLE
    title, label, done = _("Give a role"), _("Give"), _("The role is given.")
    form_class = RoleForm

    def form_arguments(self) -> dict[str, Any]:
        return {"actor": self.actor}

    def act(self, form: Any) -> None:
        company, branch = form.cleaned_data["place"]
        services.assign_role(
            user=self.record,
            role=form.cleaned_data["role"],
            company=company,
            branch=branch,
            actor=self.actor,
            at=self.now(),
        )


class StopAccess(_OnPerson):
    """Nobody signs in with this account any more."""

    permission = MANAGE_PEOPLE
    title, label, danger, done = _("Stop access?"), _("Stop access"), True, _("Access is stopped.")

    def question(self) -> str | Promise:
        return _("%(name)s can't sign in any more, from this moment, in all companies. The roles are kept.") % {
            "name": self.record.name
        }

    def act(self, form: Any) -> None:
        services.deactivate_user(user=self.record, actor=self.actor, at=self.now())


class ReopenAccess(_OnPerson):
    """Somebody may sign in again."""

    permission = MANAGE_PEOPLE
    title, label, done = _("Let in again?"), _("Let in again"), _("Access is open again.")

    def question(self) -> str | Promise:
        return _("%(name)s can sign in again, with the roles they had.") % {"name": self.record.name}

    def act(self, form: Any) -> None:
        services.reopen_access(user=self.record, actor=self.actor, at=self.now())


class TakeRole(ActionView):
    """One role less."""

    permission = MANAGE_PEOPLE
    title, label, danger, done = _("Take this role?"), _("Take the role"), True, _("The role is taken.")
    model = Membership
    record: Membership

    def find(self, pk: Any) -> Membership | None:
        rows = Membership.objects.select_related("user", "company")
        return scoping.visible(rows, self.actor, permission=MANAGE_PEOPLE).filter(pk=pk).first()

    def question(self) -> str | Promise:
        words = {
            "name": self.record.user.name,
            "role": self.record.get_role_display(),
            "company": self.record.company.name,
        }
        return _("%(name)s is no longer “%(role)s” in %(company)s.") % words

    def act(self, form: Any) -> None:
        services.revoke_role(membership=self.record, actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return reverse("accounts:person", args=[self.record.user_id])


def visible_person(actor: Actor, key: Any) -> User | None:
    """A person whom the actor may see, by key."""
    return scoping.visible(User.objects.filter(Q(pk=key)), actor).first()


def roles_in_words(person: User) -> list[str]:
    """What a person is, without repetition."""
    return list(dict.fromkeys(row.get_role_display() for row in person.memberships.all()))


def state_of(person: User) -> Status:
    """Whether a person gets in."""
    if not person.is_active:
        return Status(_("Access stopped"), "bad")
    if not person.has_usable_password() and person.last_login is None:
        return Status(_("Invited"), "info")
    return Status(_("May sign in"), "good")


def invitation_link(person: User, actor: Actor) -> str:
    """
    The address where an invited person sets the first password, "" when there is nothing to set.

    It opens the account, so only who could give all of the person's roles sees it.
    """
    return password_link(person) if awaits_password(person) and services.may_stop(actor, person) else ""
