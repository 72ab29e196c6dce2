"""The bases of the API's view sets."""

from typing import Any, ClassVar, Generic, TypeVar

from django.db import models
from rest_framework import mixins, viewsets
from rest_framework.request import Request

from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.web.api.credentials import actor_of
from erp.foundation.web.api.paging import KeysetPagination

M = TypeVar("M", bound=models.Model)


class ApiViewSet(viewsets.GenericViewSet[M], Generic[M]):
    """
    Endpoints about one kind of rows.

    Declare ``queryset`` (with what the output needs selected along), ``serializer_class`` (an Output),
    ``permission`` (for reading), ``ordering`` (columns, ended by a unique one) and ``filterset_class`` if any.
    """

    permission: ClassVar[str] = ""
    ordering: ClassVar[tuple[str, ...]] = ("-pk",)
    pagination_class: Any = KeysetPagination
    lookup_value_converter = "int"

    def perform_authentication(self, request: Request) -> None:
        """Count the call against its caller's limit, or its address's, before anything else is answered."""
        try:
            super().perform_authentication(request)
        finally:
            super().check_throttles(request)

    def check_throttles(self, request: Request) -> None:
        """Already done, so that refused calls count too."""

    def rows(self, actor: Actor) -> "models.QuerySet[M]":
        """The rows that the actor may see; models without a scoped manager override this."""
        visible: models.QuerySet[M] = self.all_rows().visible_to(actor)  # type: ignore[attr-defined]  # scoped
        return visible

    def all_rows(self) -> "models.QuerySet[M]":
        """The declared rows, not yet narrowed."""
        declared: Any = self.queryset  # type: ignore[arg-type]  # the stubs take it for a manager on a model
        rows: models.QuerySet[M] = declared.all()
        return rows

    def get_queryset(self) -> "models.QuerySet[M]":
        if getattr(self, "swagger_fake_view", False):  # the description is made, nobody asks
            return self.all_rows()
        return self.rows(actor_of(self.request))

    def visible_row(self) -> M:
        """The row that the address names; :raises NotFound: when the actor may not see it."""
        row: M | None = self.filter_by_key().first()
        if row is None:
            raise NotFound
        return row

    def filter_by_key(self) -> "models.QuerySet[M]":
        """The visible rows narrowed to the one of the address."""
        return self.get_queryset().filter(
            **{self.lookup_field: self.kwargs[self.lookup_url_kwarg or self.lookup_field]}
        )

    def get_object(self) -> M:
        return self.visible_row()


class ReadViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, ApiViewSet[M], Generic[M]):
    """A list with filters and keyset pages, and single rows; verbs are added with ``@verb``."""
