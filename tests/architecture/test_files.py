"""Sizes and names of files."""

import ast

from host.checks import files
from host.paths import REPOSITORY
from tests.architecture.source import modules

BANNED = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "shared", "signals"})
LONGEST_SERVICE = 50


def test_no_file_is_longer_than_the_cap():
    assert files.too_long() == []


def test_no_requirement_names_an_address():
    assert files.addresses() == []


def test_no_file_is_named_after_nothing():
    found = [
        str(path.relative_to(REPOSITORY))
        for path in files.own_files()
        if path.suffix == ".py" and (path.stem in BANNED or BANNED & set(path.relative_to(REPOSITORY).parts[:-1]))
    ]
    assert found == []


def test_services_are_short_and_take_keywords_only():
    """The public verbs of an app: one screen each, and a call that reads as a sentence."""
    found = []
    for module in modules():
        if "services" not in module.parts or module.parts[1] == "simulators":
            continue
        for node in module.tree.body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            lines = (node.end_lineno or 0) - node.lineno + 1
            is_use_case = any(isinstance(each, ast.Name) and each.id == "use_case" for each in node.decorator_list)
            if lines > LONGEST_SERVICE:
                found.append(f"{module.name}.{node.name} has {lines} lines")
            if is_use_case and (node.args.args or node.args.posonlyargs):
                found.append(f"{module.name}.{node.name} takes positional arguments")
    assert found == []
