"""`bin/erp create_owner`: the first person of an empty installation, with their company."""

from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from erp.foundation import clock
from erp.foundation.accounts import services
from erp.foundation.accounts.models import User
from erp.foundation.accounts.queries import is_run_by_somebody
from erp.foundation.actor import SYSTEM
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError
from erp.foundation.organisation.models import Company, Valuation
from erp.foundation.organisation.services import CompanyDetails, create_company


class Command(BaseCommand):
    """
    Makes a company and its owner. Safe to repeat: both are found by name and e-mail. The first owner also runs
    the installation.

    The password is asked for; with ``--password-from-stdin`` it is read from there, never from an argument that
    other people of the machine could see.
    """

    help = "Make a company and its first owner."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True, help="full name of the person")
        parser.add_argument("--company", required=True, help="name of the company, as people call it")
        parser.add_argument("--legal-name", default="", help="default: the company's name")
        parser.add_argument("--country", default="PL", help="two letters")
        parser.add_argument("--currency", default="PLN", help="of the books; never changes")
        parser.add_argument("--time-zone", default="Europe/Warsaw")
        parser.add_argument("--language", default="pl", choices=["pl", "en"])
        parser.add_argument("--tax-id", default="")
        parser.add_argument("--valuation", default=Valuation.MOVING_AVERAGE.value, choices=Valuation.values)
        parser.add_argument("--password-from-stdin", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        password = self._password(options["password_from_stdin"], options["email"])
        try:
            company, user = self._make(options, password)
        except BusinessError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{user.email} is an owner of {company.name}.")

    @use_case
    def _make(self, options: dict[str, Any], password: str) -> tuple[Company, User]:
        at = clock.now()
        company = create_company(
            details=CompanyDetails(
                name=options["company"],
                legal_name=options["legal_name"] or options["company"],
                country=options["country"],
                time_zone=options["time_zone"],
                language=options["language"],
                tax_id=options["tax_id"],
            ),
            currency=options["currency"],
            valuation=options["valuation"],
            actor=SYSTEM,
            at=at,
        )
        user = services.invite_user(
            email=options["email"],
            name=options["name"],
            role="owner",
            company=company,
            language=options["language"],
            actor=SYSTEM,
            at=at,
        )
        if not is_run_by_somebody():
            services.give_installation(user=user, actor=SYSTEM, at=at)
        if not user.has_usable_password():
            user.set_password(password)
            user.save(update_fields=["password"])
        return company, user

    def _password(self, from_stdin: bool, email: str) -> str:
        password = input() if from_stdin else getpass(f"Password of {email}: ")
        try:
            validate_password(password)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        return password
