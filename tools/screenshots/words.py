"""English words on Polish pages: texts that the catalogues translate, and sentences that nobody gave a catalogue."""

import re
from functools import lru_cache

from babel.messages.pofile import read_po

from host.paths import REPOSITORY

_ENGLISH = re.compile(r"\b(the|and|with|from|your|is|are|was|not|has|this|that|please|which)\b", re.IGNORECASE)
_LEAST_WORDS = 3
_OWN_NAMES = frozenset({"English"})  # languages are called as their speakers call them
_LETTERS = re.compile(r"[A-Za-z]{2}")


def english(texts: list[str]) -> list[str]:
    """Those of the texts that a Polish page should not show."""
    translated, polish = _catalogue()
    return [text for text in texts if text not in polish | _OWN_NAMES and (text in translated or _is_sentence(text))]


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and len(_ENGLISH.findall(text)) > 1


@lru_cache
def _catalogue() -> tuple[frozenset[str], frozenset[str]]:
    """English texts that have another Polish one, and all Polish ones."""
    translated: set[str] = set()
    polish: set[str] = set()
    for path in REPOSITORY.glob("erp/**/locale/pl/LC_MESSAGES/*.po"):
        with path.open("rb") as file:
            for message in read_po(file, locale="pl"):
                ours = message.string if isinstance(message.string, tuple | list) else (message.string,)
                theirs = message.id if isinstance(message.id, tuple | list) else (message.id,)
                polish.update(str(each) for each in ours if each)
                translated.update(str(each) for each in theirs if each and each not in ours and _LETTERS.search(each))
    return frozenset(translated), frozenset(polish)
