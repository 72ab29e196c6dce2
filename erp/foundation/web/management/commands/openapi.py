"""`bin/erp openapi`: writes the description of the API to openapi.yaml, or says whether the file is up to date."""

import difflib
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer
from drf_spectacular.validation import validate_schema

from config.env import REPOSITORY

FILE = REPOSITORY / "openapi.yaml"
SHOWN_LINES = 40


class Command(BaseCommand):
    """Writes openapi.yaml; with ``--check`` writes nothing and ends with an error when the file is behind."""

    help = "Write openapi.yaml, or with --check compare it with the code."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="compare, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        described = describe()
        if not options["check"]:
            FILE.write_text(described, encoding="utf-8")
            self.stdout.write(f"Wrote {FILE.name}.")
            return
        written = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
        if written != described:
            lines = difflib.unified_diff(written.splitlines(), described.splitlines(), "file", "code", lineterm="")
            shown = "\n".join(list(lines)[:SHOWN_LINES])
            raise CommandError(f"openapi.yaml is behind the code; run bin/erp openapi.\n{shown}")
        self.stdout.write("openapi.yaml says what the code does.")


def describe() -> str:
    """
    The description as YAML, in English.

    :raises CommandError: when an endpoint can't be described, or the result is no valid OpenAPI.
    """
    with translation.override("en"):
        schema = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]  # the library has no types here
        validate_schema(schema)  # type: ignore[no-untyped-call]  # the library has no types here
    if GENERATOR_STATS._error_cache:
        raise CommandError(f"Endpoints can't be described: {list(GENERATOR_STATS._error_cache)}")
    text: bytes = OpenApiYamlRenderer().render(schema, renderer_context={})  # type: ignore[no-untyped-call]  # the library has no types here
    return text.decode()
