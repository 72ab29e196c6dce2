"""The machine's clock, locale and time zone, and the database's time zone, change nothing that people or books see."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from host.paths import REPOSITORY
from tests import database

UTF8 = {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TZ": "UTC"}
DAY = 86_400
# By name: variables, how wrong the clock is, the database's time zone.
PLACES: dict[str, tuple[dict[str, str], int, str]] = {
    "Kiritimati, Polish": ({"TZ": "Pacific/Kiritimati", "LC_ALL": "pl_PL.UTF-8"}, 0, "UTC"),
    "Los Angeles, Turkish, a day ahead": ({"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"}, DAY, "UTC"),
    "database in Kiritimati, a day behind": ({}, -DAY, "Pacific/Kiritimati"),
    "Latin 2": ({"LC_ALL": "pl_PL.ISO-8859-2", "TZ": "Europe/Warsaw"}, 0, "America/Los_Angeles"),
    "Latin 5": ({"LC_ALL": "tr_TR.ISO-8859-9"}, 0, "UTC"),
    "no locale": ({"LC_ALL": "C", "LANG": "C"}, 0, "UTC"),
    "a locale that is not there": ({"LC_ALL": "xx_XX.UTF-8"}, 0, "UTC"),
}
QUICK = ("Kiritimati, Polish", "Los Angeles, Turkish, a day ahead", "database in Kiritimati, a day behind")


@pytest.fixture(scope="session")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the locales of this test, made where the machine can make them."""
    folder = tmp_path_factory.mktemp("locales")
    for name in ("pl_PL.UTF-8", "tr_TR.UTF-8", "pl_PL.ISO-8859-2", "tr_TR.ISO-8859-9"):
        language, _dot, coding = name.partition(".")
        try:
            subprocess.run(["localedef", "-i", language, "-f", coding, str(folder / name)], capture_output=True)
        except OSError:
            break  # the tests that want it say so
    return folder


def needs(variables: dict[str, str], locales: Path) -> None:
    """Skip where the machine can't make the locale."""
    wanted = variables.get("LC_ALL", "C")
    if wanted[:2] in ("pl", "tr") and not (locales / wanted).is_dir():
        pytest.skip(f"this machine can't make the locale {wanted}")


def story(place: database.Server, template: str, locales: Path, name: str = "") -> bytes:
    """What the program prints there, on a database of its own."""
    variables, wrong_by, zone = PLACES.get(name, ({}, 0, "UTC"))
    clone = database.clone(place, template, "elsewhere")
    with database.managing(place) as manager:
        manager.execute(f"ALTER DATABASE {clone} SET timezone = '{zone}'")
    url = place.app_url(clone)
    addresses = {"DATABASE_URL": url, "DATABASE_DIRECT_URL": url, "DATABASE_OWNER_URL": place.owner_url(clone)}
    environ = dict(os.environ) | UTF8 | addresses | variables | {"LOCPATH": str(locales)}
    environ |= {"PYTHONPATH": str(REPOSITORY), "PYTHONHASHSEED": "random", "PYTHONWARNDEFAULTENCODING": ""}
    try:
        command = [sys.executable, "-m", "tests.faults.elsewhere", str(wrong_by)]
        done = subprocess.run(command, env=environ, capture_output=True, cwd=locales)
    finally:
        database.drop(place, clone)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def at_home(test_server: database.Server, template_db: str, locales: Path) -> bytes:
    """The story where everything is as it should be."""
    return story(test_server, template_db, locales)


def test_the_story_at_home_has_the_companys_dates_and_numbers(at_home: bytes) -> None:
    told: dict[str, Any] = json.loads(at_home)
    assert told["books"]["invoice"] == ["FV/2027/01/1", "2027-01-01", "2027-01-01", "2502.12", "467.88"]
    assert {move[3] for move in told["shipping"]["moves"]} == {"2027-01-01"}
    assert {entry[1] for entry in told["books"]["entries"]} == {"2027-01-01"}
    assert told["lists"]["/stock/?sort=sku"] == told["lists"]["/stock/?sort=-sku"][::-1]
    assert {len(names) for names in told["lists"].values()} == {10}
    assert told["words"]["pl"][1].replace("\u00a0", " ") == "1 234 567,50 zł"


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK else pytest.mark.long) for name in PLACES]
)
def test_elsewhere_the_story_is_the_same_to_the_byte(
    name: str, at_home: bytes, test_server: database.Server, template_db: str, locales: Path
) -> None:
    needs(PLACES[name][0], locales)
    told = story(test_server, template_db, locales, name)
    for part, same in json.loads(at_home).items():
        assert json.loads(told)[part] == same, part
    assert told == at_home
