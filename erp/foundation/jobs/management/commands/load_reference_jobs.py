"""Puts the declared repeated tasks into beat's table; what an administrator changed there stays."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django_celery_beat.models import IntervalSchedule, PeriodicTask

from erp.foundation.jobs.schedule import declared


class Command(BaseCommand):
    help = "Load the schedule of repeated tasks."

    def handle(self, *args: Any, **options: Any) -> None:
        for config in apps.get_app_configs():
            if config.name.startswith("erp.") and find_spec(f"{config.name}.tasks"):
                import_module(f"{config.name}.tasks")
        for entry in declared():
            interval, _made = IntervalSchedule.objects.get_or_create(every=entry.seconds, period="seconds")
            PeriodicTask.objects.get_or_create(
                name=entry.name, defaults={"task": entry.task, "interval": interval, "expire_seconds": entry.seconds}
            )
