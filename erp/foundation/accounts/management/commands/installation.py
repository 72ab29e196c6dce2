"""`bin/erp installation`: who runs this installation, and giving that to somebody or taking it away."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from erp.foundation import clock
from erp.foundation.accounts import services
from erp.foundation.accounts.models import User
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import BusinessError


class Command(BaseCommand):
    """Lists who runs the installation, after giving it to or taking it from the person with an e-mail."""

    help = "Show who runs this installation; --give EMAIL or --take EMAIL changes it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        change = parser.add_mutually_exclusive_group()
        change.add_argument("--give", metavar="EMAIL")
        change.add_argument("--take", metavar="EMAIL")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["give"]:
                services.give_installation(user=_person(options["give"]), actor=SYSTEM, at=clock.now())
            elif options["take"]:
                services.take_installation(user=_person(options["take"]), actor=SYSTEM, at=clock.now())
        except BusinessError as error:
            raise CommandError(str(error)) from error
        for person in User.objects.filter(runs_installation=True):
            self.stdout.write(person.email if person.is_active else f"{person.email} (may not sign in)")


def _person(email: str) -> User:
    person = User.objects.filter(email=email.strip().lower()).first()
    if person is None:
        raise CommandError("There is no person with this e-mail.")
    return person
