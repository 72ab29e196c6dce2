"""How the shop says no."""

from collections.abc import Sequence


class Refused(Exception):
    """A user error: the vendor answers it in `userErrors`, the control API with 422."""

    def __init__(self, message: str, *, code: str = "INVALID", field: Sequence[str] | None = None) -> None:
        """Take the vendor's code and the path of the input that is wrong."""
        super().__init__(message)
        self.message = message
        self.code = code
        self.field = list(field) if field else None

    @property
    def all(self) -> list["Refused"]:
        """Return the single reasons."""
        return [self]


class RefusedAll(Refused):
    """Several reasons at once."""

    def __init__(self, reasons: Sequence[Refused]) -> None:
        """Take at least one."""
        super().__init__(reasons[0].message, code=reasons[0].code, field=reasons[0].field)
        self._reasons = list(reasons)

    @property
    def all(self) -> list[Refused]:
        """Return the single reasons."""
        return self._reasons
