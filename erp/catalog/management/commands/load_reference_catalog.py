"""`bin/erp load_reference_catalog`: units of measure."""

from typing import Any

from django.core.management.base import BaseCommand

from erp.catalog.models import Unit
from erp.catalog.reference import UNITS


class Command(BaseCommand):
    """Adds and renames the units that Backroom brings. Safe to repeat."""

    help = "Load units of measure."

    def handle(self, *args: Any, **options: Any) -> None:
        Unit.objects.bulk_create(
            [Unit(code=code, name_pl=polish, name_en=english) for code, polish, english in UNITS],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["name_pl", "name_en"],
        )
