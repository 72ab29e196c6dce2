"""What every test of the API starts from."""

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _no_throttle_left() -> Iterator[None]:
    """Counters of throttles live in the cache, which tests share."""
    from django.core.cache import cache  # pytest loads this file before Django is ready

    cache.clear()
    yield
    cache.clear()
