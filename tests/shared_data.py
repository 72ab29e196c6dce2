"""Real data that is not part of the repository; a test that needs it says so, and CI insists on it."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


def shared_data(folder: str) -> Path:
    """The folder with real data; skips the test where it is absent, fails it in CI."""
    root = Path(os.environ.get("SHARED_DATA") or REPOSITORY.parent / "shared" / "data")
    path = root / folder
    if path.is_dir():
        return path
    reason = f"shared data not found: {path}; set SHARED_DATA"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
