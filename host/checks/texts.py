"""Every text that people read has a Polish translation, and no translation has outlived its text."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from host.checks import Check
from host.paths import REPOSITORY

_ONE, _PLURAL = None, (1, 2)
_CONTEXT: Any = ((1, "c"), 2)
_CONTEXT_PLURAL: Any = ((1, "c"), 2, 3)
_KEYWORDS: dict[str, Any] = {
    "_": _ONE,
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop"), _ONE),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), _PLURAL),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), _CONTEXT),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), _CONTEXT_PLURAL),
}
_UTF8 = {"encoding": "utf-8"}
_WITHOUT = ("simulators", "migrations")
Key = tuple[str, str]  # context or "", singular


def all_checks() -> list[Check]:
    return [Check("translations", gaps)]


def gaps() -> list[str]:
    """Texts without a translation, translations without a text, and texts translated differently by two apps."""
    used = dict(_in_python()) | dict(_in_templates())
    known: dict[Key, Message] = {}
    several: set[Key] = set()
    for key, message in _in_catalogues():
        if known.setdefault(key, message).string != message.string:
            several.add(key)
    lacking = used.keys() - {key for key, message in known.items() if _is_translated(message)}
    missing = [f"{place}: not translated: {key[1]!r}" for key, place in sorted(used.items()) if key in lacking]
    obsolete = [f"translated but used nowhere: {key[1]!r}" for key in sorted(known.keys() - used.keys())]
    # Django takes the first app's; what means two things gets a context.
    split = [f"translated in two ways: {key[1]!r}" for key in sorted(several)]
    return missing + obsolete + split


def _in_python() -> Iterator[tuple[Key, str]]:
    for top in ("erp", "config"):
        for path in sorted((REPOSITORY / top).rglob("*.py")):
            if not set(_WITHOUT) & set(path.parts):
                yield from _extract(path, path.read_text())


def _in_templates() -> Iterator[tuple[Key, str]]:
    from django.utils.translation.template import templatize

    for folder in (REPOSITORY / "templates", *(REPOSITORY / "erp").rglob("templates")):
        for path in sorted(each for each in folder.rglob("*") if each.suffix in {".html", ".txt", ".subject"}):
            # Brackets around it make the scanner ignore indentation, which means nothing in a template.
            yield from _extract(path, "(\n" + templatize(path.read_text(), origin=str(path)) + "\n)")


def _extract(path: Path, code: str) -> Iterator[tuple[Key, str]]:
    for line, message, _, context in extract("python", io.BytesIO(code.encode()), _KEYWORDS, (), _UTF8):
        singular = message if isinstance(message, str) else message[0]
        yield (context or "", singular), f"{path.relative_to(REPOSITORY)}:{line}"


def _in_catalogues() -> Iterator[tuple[Key, Message]]:
    for path in sorted(REPOSITORY.glob("erp/**/locale/pl/LC_MESSAGES/*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="pl"):
                if message.id:
                    singular = message.id[0] if isinstance(message.id, tuple | list) else message.id
                    yield (message.context or "", singular), message


def _is_translated(message: Message) -> bool:
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(forms) and all(forms) and not message.fuzzy
