"""`bin/erp begin`: the address by which the first person of an empty installation comes in; `bin/up` calls it."""

import json
import os
from typing import Any

from django.core.management.base import BaseCommand
from django.urls import reverse

from config.env import ENV
from erp.foundation.accounts import links
from erp.foundation.accounts.models import User


class Command(BaseCommand):
    """
    Prints the address and keeps it in ``logins.json`` of the data folder, from where `bin/up` greets with it.

    Once somebody is here, it is taken out again. Safe to repeat.
    """

    help = "Say where the first person of this installation begins."

    def handle(self, *args: Any, **options: Any) -> None:
        path = ENV.home / "logins.json"
        if User.objects.exists():
            path.unlink(missing_ok=True)
            self.stdout.write("Somebody is here already: people are invited on the page of people.")
            return
        address = ENV.public_url + reverse("accounts:begin", args=[links.begin_key()])
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"begin": address}, file)
        self.stdout.write(address)
