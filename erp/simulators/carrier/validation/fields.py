"""Reading a JSON object field by field, collecting every error with its place."""

import re
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from erp.simulators.carrier.http.problems import FieldError, not_valid

_PLAIN_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class Fields:
    """
    One object of the body. A reader that noted an error returns an empty value, so that all errors are found in one go;
    values are only good once `finish` has passed.
    """

    def __init__(self, raw: Any, *, pointer: str = "", errors: list[FieldError] | None = None) -> None:
        self.pointer = pointer
        self.errors: list[FieldError] = [] if errors is None else errors
        self._raw: dict[str, Any] = raw if isinstance(raw, dict) else {}
        self._read: set[str] = set()
        if not isinstance(raw, dict):
            self.errors.append(FieldError(pointer, "wrong_type", "Expected an object"))

    def note(self, name: str, code: str, detail: str) -> None:
        self.errors.append(FieldError(f"{self.pointer}/{name}", code, detail))

    def given(self, name: str) -> Any:
        """The raw value; null and absent are the same."""
        self._read.add(name)
        return self._raw.get(name)

    def required(self, name: str) -> Any:
        value = self.given(name)
        if value is None:
            self.note(name, "required", "This field is required")
        return value

    def text(self, name: str, *, longest: int, shortest: int = 1, required: bool = True) -> str | None:
        value = self.required(name) if required else self.given(name)
        if value is None:
            return None
        if not isinstance(value, str):
            self.note(name, "wrong_type", "Expected text")
        elif _CONTROL.search(value):
            self.note(name, "invalid", "Control characters are not allowed")
        elif len(value.strip()) > longest:
            self.note(name, "too_long", f"At most {longest} characters")
        elif len(value.strip()) < shortest:
            self.note(name, "too_short", f"At least {shortest} characters")
        else:
            return value.strip()
        return None

    def choice(self, name: str, choices: Collection[str], *, default: str | None = None) -> str:
        value = self.given(name)
        if value is None and default is not None:
            return default
        if value is None:
            self.note(name, "required", "This field is required")
        elif not isinstance(value, str) or value not in choices:
            self.note(name, "not_a_choice", f"One of {', '.join(choices)}")
        else:
            return value
        return ""

    def decimal(
        self, name: str, *, digits: int, lowest: Decimal, highest: Decimal, required: bool = True
    ) -> Decimal | None:
        """A plain decimal of at most `digits` places, sent as text or number."""
        value = self.required(name) if required else self.given(name)
        if value is None:
            return None
        text = str(value)
        if isinstance(value, bool) or not isinstance(value, str | int | Decimal) or not _PLAIN_NUMBER.fullmatch(text):
            self.note(name, "wrong_type", "Expected a decimal number such as 12.50")
            return None
        number = Decimal(text)
        if number < lowest:
            self.note(name, "too_small", f"At least {lowest}")
        elif number > highest:
            self.note(name, "too_large", f"At most {highest}")
        elif number != round(number, digits):
            self.note(name, "invalid", f"At most {digits} digits after the point")
        else:
            return round(number, digits)
        return None

    def inner(self, name: str, *, required: bool = True) -> "Fields | None":
        """An object inside; its errors come to this list."""
        value = self.required(name) if required else self.given(name)
        return None if value is None else Fields(value, pointer=f"{self.pointer}/{name}", errors=self.errors)

    def each(self, name: str, *, most: int) -> list[Any]:
        """A list of 1 to `most` raw values."""
        value = self.required(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.note(name, "wrong_type", "Expected a list")
        elif not value:
            self.note(name, "too_short", "At least 1 is required")
        elif len(value) > most:
            self.note(name, "too_many", f"At most {most}")
        else:
            return value
        return []

    def close(self) -> None:
        """Note what was sent and never read."""
        for name in self._raw:
            if name not in self._read:
                self.note(name.replace("~", "~0").replace("/", "~1"), "unknown_field", "This field is not known")

    def finish(self) -> None:
        """:raises Problem: validation_failed, if anything was noted."""
        self.close()
        if self.errors:
            raise not_valid(sorted(self.errors, key=lambda error: (error.pointer, error.code)))
