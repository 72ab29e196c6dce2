"""The cast of the inventory's tests; it stands in cast.py, which may import models only when Django is ready."""

import django

django.setup()  # asked for by a path below, pytest loads this file before pytest-django sets Django up

from tests.inventory.cast import lipa, main, mug, plate, shop  # noqa: E402  # needs Django

__all__ = ["lipa", "main", "mug", "plate", "shop"]
