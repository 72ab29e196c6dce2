"""People who sign in."""

from typing import Any, ClassVar

import pgtrigger
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.models.owners import OWNED_COMPANIES_KEEP_AN_OWNER
from erp.foundation.actor import Actor
from erp.foundation.history import tracked
from erp.foundation.refs import HasRef


class Theme(models.TextChoices):
    """How the pages look."""

    SYSTEM = "system", _("As the device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class Language(models.TextChoices):
    """Languages of the pages."""

    POLISH = "pl", "Polski"
    ENGLISH = "en", "English"


class UserManager(BaseUserManager["User"]):
    """Makes users; their e-mail is kept in small letters, because people type it either way."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a user; without a password nobody can sign in until one is set."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find a user by the e-mail as typed."""
        return self.get(email=(username or "").strip().lower())


@tracked(exclude=("password", "last_login", "email", "name"))
class User(HasRef, AbstractBaseUser):
    """
    A person who can sign in.

    What the person may do in companies stands in memberships, not here, and no role reaches beyond its company.
    `runs_installation` opens what belongs to no company, and no company's rows: Django's own permissions, asked by
    the admin of libraries' models, mean it.
    """

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.ENGLISH)
    theme = models.CharField(_("theme"), max_length=6, choices=Theme, default=Theme.SYSTEM)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True, help_text=_("Empty: the company's."))
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("works here"), default=True, help_text=_("Customers and suppliers do not."))
    runs_installation = models.BooleanField(
        _("runs the installation"),
        default=False,
        help_text=_("Schedules, OAuth applications and locked sign-ins of all companies, in the administration site."),
    )
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    is_superuser = False  # asked by libraries

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name", "pk")
        constraints = (
            models.CheckConstraint(name="user_email_small_letters", condition=Q(email=Lower("email"))),
            models.CheckConstraint(name="user_language_known", condition=Q(language__in=Language.values)),
            models.CheckConstraint(name="user_theme_known", condition=Q(theme__in=Theme.values)),
        )
        triggers = (
            pgtrigger.Trigger(
                name="keep_an_owner",
                operation=pgtrigger.Update,
                when=pgtrigger.After,
                condition=pgtrigger.Condition("OLD.is_active AND NOT NEW.is_active"),
                declare=[("owned", "bigint")],
                func=OWNED_COMPANIES_KEEP_AN_OWNER,
            ),
        )

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def actor(self) -> Actor:
        """This person, as events and services name who acts."""
        return Actor("user", str(self.pk))

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Django's own permissions, asked by the admin of libraries' models: who runs the installation has them."""
        return self.is_active and self.runs_installation

    def has_module_perms(self, app_label: str) -> bool:
        """As :meth:`has_perm`."""
        return self.has_perm(app_label)

    def get_full_name(self) -> str:
        """The name as shown; libraries ask for it."""
        return self.name

    def get_short_name(self) -> str:
        """The name as greeted; libraries ask for it."""
        return self.name.split(" ", 1)[0]
