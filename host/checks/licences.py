"""The licences of what the program is distributed with."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from host.checks import Check
from host.paths import REPOSITORY

# Why a copyleft library may stand beside code under the Apache licence.
ALLOWED = {
    "jwcrypto": "LGPL-3.0, a library of django-oauth-toolkit, loaded at run time as it is",
    "psycopg": "LGPL-3.0, loaded at run time as a library of its own that anyone can replace",
    "psycopg-binary": "LGPL-3.0, the compiled part of psycopg",
    "psycopg-pool": "LGPL-3.0, a part of psycopg",
    "python-crontab": "LGPL-3.0, a library of django-celery-beat, loaded at run time as it is",
    "python-stdnum": "LGPL-2.1-or-later, loaded at run time as a library of its own that anyone can replace",
}
_COPYLEFT = re.compile(r"\b[AL]?GPL|General Public License|\bSSPL\b|\bBUSL\b|Commons Clause", re.IGNORECASE)
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


def all_checks() -> list[Check]:
    return [Check("licences", refused)]


def refused() -> list[str]:
    """Run-time packages with a licence that can't go with ours, or with none at all."""
    found = []
    for name in sorted(set(_PIN.findall((REPOSITORY / "requirements" / "run.txt").read_text()))):
        try:
            said = licence(distribution(name))
        except PackageNotFoundError:
            continue  # pinned for another platform
        if not said:
            found.append(f"{name} states no licence")
        elif _COPYLEFT.search(said) and name not in ALLOWED:
            found.append(f"{name}: {said[:80]}")
    return found


def licence(package: Distribution) -> str:
    """What a package says of its licence: the expression, else the classifiers, else the first line of the text."""

    def said(field: str) -> list[str]:
        return list(package.metadata.get_all(field) or ())

    classifiers = [line.rpartition("::")[2].strip() for line in said("Classifier") if "License ::" in line]
    free_text = [text.strip().split("\n", 1)[0] for text in said("License")]
    return ", ".join(said("License-Expression") or classifiers or free_text)
