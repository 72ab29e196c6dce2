"""A database of its own with the reference data that an installation has, and a data folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config.env import ENV


@pytest.fixture
def reference_db(own_db: str, tmp_path: Path) -> Iterator[str]:
    """Tax classes, units and the like are there; what commands keep on disk goes with the test."""
    from erp.foundation.management.commands.prepare import load_reference

    load_reference()
    before = ENV.home
    object.__setattr__(ENV, "home", tmp_path / "home")
    yield own_db
    object.__setattr__(ENV, "home", before)
