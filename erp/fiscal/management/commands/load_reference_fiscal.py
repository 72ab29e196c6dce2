"""`bin/erp load_reference_fiscal`: tax classes and the rates that the law sets."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from erp.fiscal.models import TaxClass, TaxRate
from erp.fiscal.reference import TAX_CLASSES, TAX_RATES


class Command(BaseCommand):
    """Adds what is missing; rates that people entered for a country and class stay theirs. Safe to repeat."""

    help = "Load tax classes and tax rates."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        TaxClass.objects.bulk_create(
            [TaxClass(code=code, name_pl=polish, name_en=english) for code, polish, english in TAX_CLASSES],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["name_pl", "name_en"],
        )
        classes = {tax_class.code: tax_class for tax_class in TaxClass.objects.all()}
        kept = set(TaxRate.objects.values_list("country", "tax_class__code"))
        TaxRate.objects.bulk_create(
            TaxRate(country=country, tax_class=classes[code], rate=rate, valid_from=start, valid_to=end)
            for country, code, rate, start, end in TAX_RATES
            if (country, code) not in kept
        )
