"""A data folder of the test's own, with its servers stopped at the end."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from host.binaries import find_binaries
from host.paths import Home
from host.postgres import Cluster


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Home]:
    """A path with a space, longer than a socket's path may be."""
    home = Home(tmp_path / "a folder whose name has spaces" / ("and is long, " * 6))
    home.make()
    yield home
    shutil.rmtree(home.run)


@pytest.fixture
def cluster(place: Home) -> Iterator[Cluster]:
    found = Cluster(place.postgres, place.run, place.logs / "postgres.log", find_binaries(os.environ))
    yield found
    found.stop()
