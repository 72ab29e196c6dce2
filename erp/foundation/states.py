"""State machines: which moves of a status are legal, and the one way to make them."""

from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

import structlog
from django.db import models
from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import is_locked
from erp.foundation.errors import BusinessError

log = structlog.get_logger(__name__)
S = TypeVar("S", bound=models.TextChoices)


class IllegalMove(BusinessError):
    """The record is in a state from which this step is not possible."""

    code = "illegal-move"
    message = _("This is not possible while the status is “%(now)s”.")


class StateMachine(Generic[S]):
    """
    The legal moves of a status column, and its only writer.

    The moves are logged by the history triggers of the table; who moved stands in the history's context.
    """

    def __init__(self, states: type[S], *, moves: Mapping[S, Iterable[S]], field: str = "status") -> None:
        self.states, self.field = states, field
        self.moves: dict[S, frozenset[S]] = {state: frozenset(moves.get(state, ())) for state in states}

    def can_move(self, row: models.Model, *, to: S) -> bool:
        """Whether the move is legal now; for buttons. The move itself checks again under the lock."""
        return to in self.moves[self.states(getattr(row, self.field))]

    def move(self, row: models.Model, *, to: S, actor: Actor) -> bool:
        """
        Write the new status of a row that the caller has locked; staying where it is does nothing.

        :returns: whether the status changed.
        :raises IllegalMove: if the move is not among the legal ones.
        """
        if not is_locked(row):
            raise RuntimeError(f"{row._meta.label} {row.pk} must be locked before its status moves")
        now = self.states(getattr(row, self.field))
        if now == to:
            return False
        if to not in self.moves[now]:
            raise IllegalMove(now=now.label, to=to.label)
        setattr(row, self.field, to)
        type(row)._base_manager.filter(pk=row.pk).update(**{self.field: to})
        log.info("moved", record=f"{row._meta.label_lower}:{row.pk}", was=now.value, now=to.value, actor=str(actor))
        return True

    def check(self, name: str) -> models.CheckConstraint:
        """The constraint by which the database refuses any other value."""
        return models.CheckConstraint(
            condition=models.Q(**{f"{self.field}__in": [state.value for state in self.states]}), name=name
        )

    def column(self, **options: Any) -> "models.CharField[str, str]":
        """The status column itself."""
        return models.CharField(_("status"), max_length=20, choices=self.states.choices, **options)
