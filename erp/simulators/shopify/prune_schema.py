"""
Regenerate `schema/admin_2026-10.graphql` from the vendor's own introspection.

Usage: python -m erp.simulators.shopify.prune_schema PATH

PATH is the tarball of npm package @shopify/dev-mcp@1.16.0 (`npm pack @shopify/dev-mcp@1.16.0`) or its member
`package/dist/data/admin_2026-10.json.gz`. The rule: the root fields and the output types named in `schema/keep.json`
stay; of a kept type every field stays whose own type is a leaf or is kept, but for deprecated ones; the types of
arguments follow with their whole closure. A document that is valid on the result is valid on the whole schema.
"""

import gzip
import json
import sys
import tarfile
from pathlib import Path
from typing import Any

from graphql import build_client_schema, print_schema

VERSION = "2026-10"
MEMBER = f"package/dist/data/admin_{VERSION}.json.gz"
FOLDER = Path(__file__).parent / "schema"
HEADER = (
    f"# Shopify Admin GraphQL API {VERSION}, pruned by erp/simulators/shopify/prune_schema.py from the introspection\n"
    "# in npm package @shopify/dev-mcp@1.16.0. Copyright 2025-present, Shopify Inc.\n"
    "# Licence: LICENSE.shopify-dev-mcp.txt (ISC).\n"
)

Json = dict[str, Any]


def read_introspection(path: Path) -> Json:
    """Return the `__schema` object found in a tarball of the package or in its json.gz."""
    if tarfile.is_tarfile(path):
        with tarfile.open(path) as tar:
            member = tar.extractfile(MEMBER)
            if member is None:
                raise SystemExit(f"{path} has no {MEMBER}")
            document = json.loads(gzip.decompress(member.read()))
    else:
        document = json.loads(gzip.decompress(path.read_bytes()))
    schema: Json = document["data"]["__schema"]
    return schema


def prune(schema: Json, keep: dict[str, list[str]]) -> Json:
    """Return the schema cut down to the roots and types of `keep`, with the closure of the arguments' types."""
    types = {each["name"]: each for each in schema["types"]}
    kept: set[str] = {"QueryRoot", "Mutation", *keep["types"]}
    missing = sorted(kept - set(types))
    if missing:
        raise SystemExit(f"no such types: {', '.join(missing)}")
    roots = {"QueryRoot": set(keep["queries"]), "Mutation": set(keep["mutations"])}
    result: dict[str, Json] = {}
    for name in sorted(kept):
        result[name] = _cut_output(types, name, kept, roots.get(name))
    waiting = [used for each in result.values() for used in _leaves_and_arguments(each)]
    while waiting:
        name = waiting.pop()
        if name not in result:
            result[name] = types[name]
            waiting += [_named(field["type"]) for field in types[name].get("inputFields") or []]
    return {**schema, "types": [result[name] for name in sorted(result)]}


def _cut_output(types: dict[str, Json], name: str, kept: set[str], only: set[str] | None) -> Json:
    source = types[name]
    if only is not None and only - {field["name"] for field in source["fields"]}:
        raise SystemExit(f"no such root fields: {sorted(only - {field['name'] for field in source['fields']})}")
    fields = [
        field
        for field in source.get("fields") or []
        if (field["name"] in only if only is not None else not field["isDeprecated"])
        and _stays(types, _named(field["type"]), kept)
    ]
    return {
        **source,
        "fields": fields if source.get("fields") else None,
        "interfaces": [each for each in source.get("interfaces") or [] if each["name"] in kept],
        "possibleTypes": [each for each in source.get("possibleTypes") or [] if each["name"] in kept] or None,
    }


def _stays(types: dict[str, Json], name: str, kept: set[str]) -> bool:
    return name in kept or types[name]["kind"] in ("SCALAR", "ENUM")


def _leaves_and_arguments(source: Json) -> list[str]:
    used = []
    for field in source.get("fields") or []:
        used += [_named(field["type"]), *(_named(each["type"]) for each in field["args"])]
    return used


def _named(reference: Json) -> str:
    while reference.get("ofType"):
        reference = reference["ofType"]
    return str(reference["name"])


def render(path: Path) -> str:
    """Return the pruned SDL, without descriptions, under its copyright notice."""
    keep = json.loads((FOLDER / "keep.json").read_text(encoding="utf-8"))
    pruned = prune(read_introspection(path), keep)
    for each in pruned["types"]:
        for part in [
            each,
            *(each.get("fields") or []),
            *(each.get("inputFields") or []),
            *(each.get("enumValues") or []),
        ]:
            part["description"] = None
            for argument in part.get("args") or []:
                argument["description"] = None
    whole: Any = {"__schema": pruned}
    return HEADER + print_schema(build_client_schema(whole)) + "\n"


def main(path: str) -> None:
    """Write the pruned SDL beside its licence."""
    target = FOLDER / f"admin_{VERSION}.graphql"
    target.write_text(render(Path(path)), encoding="utf-8")
    print(f"{target}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
