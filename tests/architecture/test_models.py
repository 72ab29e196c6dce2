"""Where foreign keys point, and that the database's guards are those of the code."""

import tomllib

from django.apps import apps
from django.core.management import call_command

from host.paths import REPOSITORY


def layers():
    """Height of each app: the layers of import-linter's contract, counted from the bottom."""
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    rows = next(contract["layers"] for contract in contracts if contract["name"].startswith("Apps"))
    return {name.strip(" ()"): height for height, row in enumerate(reversed(rows)) for name in row.split("|")}


def test_no_foreign_key_points_upwards():
    heights = layers()
    found = []
    for model in apps.get_models(include_auto_created=True):
        app = model.__module__.split(".")
        if app[0] != "erp":
            continue
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if field.auto_created or target is None or isinstance(target, str):
                continue
            other = target.__module__.split(".")
            if other[0] == "erp" and heights[other[1]] > heights[app[1]]:
                found.append(f"{model._meta.label}.{field.name} -> {target._meta.label}")
    assert found == []


def test_the_database_holds_the_triggers_of_the_code(db, capsys):
    call_command("pgtrigger", "ls")
    said = capsys.readouterr().out
    assert "INSTALLED" in said
    assert [line for line in said.splitlines() if "OUTDATED" in line or "UNINSTALLED" in line or "PRUNE" in line] == []


def test_models_and_migrations_agree(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
