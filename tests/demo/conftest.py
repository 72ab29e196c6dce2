"""A database of its own with the reference data that an installation has."""

import pytest


@pytest.fixture
def reference_db(own_db: str) -> str:
    """Tax classes, units and the like are there."""
    from erp.foundation.management.commands.prepare import load_reference

    load_reference()
    return own_db
