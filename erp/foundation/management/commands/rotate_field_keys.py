"""`bin/erp rotate_field_keys`: encrypts all stored secrets with the first of FIELD_KEYS."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import models, transaction

from erp.foundation.secrets import CannotOpen, EncryptedTextField, first_key_id, reseal

BATCH = 500


class Command(BaseCommand):
    """
    Rotates the keys of encrypted columns. Safe to repeat, and to stop half-way.

    Ends with an error that counts what could not be opened; then the old keys must be kept.
    """

    help = "Encrypt all stored secrets with the first of FIELD_KEYS; afterwards the other keys can go."

    def handle(self, *args: Any, **options: Any) -> None:
        rotated = failed = 0
        for model, fields in _encrypted():
            done, bad = self._rotate(model, fields)
            rotated, failed = rotated + done, failed + bad
        self.stdout.write(f"{rotated} values now use the key {first_key_id()}.")
        if failed:
            raise CommandError(f"{failed} values could not be opened and stay as they are. Keep the old keys.")

    def _rotate(self, model: type[models.Model], fields: list[EncryptedTextField]) -> tuple[int, int]:
        rotated = failed = 0
        last: Any = None
        while True:
            with transaction.atomic():
                rows = model._base_manager.order_by("pk").select_for_update(of=("self",))
                batch = list((rows.filter(pk__gt=last) if last is not None else rows)[:BATCH])
                for row in batch:
                    done, bad = self._rotate_row(row, fields)
                    rotated, failed = rotated + done, failed + bad
            if not batch:
                return rotated, failed
            last = batch[-1].pk

    def _rotate_row(self, row: models.Model, fields: list[EncryptedTextField]) -> tuple[int, int]:
        fresh, failed = {}, 0
        for field in fields:
            try:
                value = reseal(row, field)
            except CannotOpen as error:
                self.stderr.write(f"{row._meta.label} {row.pk}, {field.name}: {error}")
                failed += 1
                continue
            if value is not None:
                fresh[field.attname] = value
        if fresh:
            type(row)._base_manager.filter(pk=row.pk).update(**fresh)
        return len(fresh), failed


def _encrypted() -> Iterator[tuple[type[models.Model], list[EncryptedTextField]]]:
    for model in apps.get_models():
        fields = [field for field in model._meta.concrete_fields if isinstance(field, EncryptedTextField)]
        if fields:
            yield model, fields
