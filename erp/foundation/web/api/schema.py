"""The OpenAPI description: what every endpoint has in common is written here once."""

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from erp.foundation.permissions import permissions
from erp.foundation.web.api.rules import permission_of
from erp.foundation.web.api.serializers import field_rules
from erp.foundation.web.api.verbs import Verb

IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    description="Any text of at most 200 characters. A repeated call with it has its effect once, for 24 hours.",
)


class FieldError(serializers.Serializer[Any]):
    """What is wrong with one value."""

    pointer = serializers.CharField(help_text="JSON pointer into the body")
    code = serializers.CharField(required=False)
    detail = serializers.CharField()


class Problem(serializers.Serializer[Any]):
    """An error (RFC 9457)."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField(help_text="stable, for programs")
    detail = serializers.CharField(help_text="in the caller's language")
    request = serializers.CharField(required=False, help_text="to quote to the administrator")
    errors = FieldError(many=True, required=False)  # type: ignore[assignment]  # RFC 9457 extension, not DRF's own


class ApiSchema(AutoSchema):
    """Describes verbs by what they declare, and adds permission, errors and Idempotency-Key."""

    view: Any

    def get_description(self) -> str:  # type: ignore[override]  # drf-spectacular's own signature
        told: str = super().get_description() or ""
        name = permission_of(type(self.view), self.view.action)
        permission = permissions().get(name)
        needs = f"Needs the permission `{name}` ({permission.label})." if permission else "Needs valid credentials."
        return f"{told}\n\n{needs}".strip()

    def get_override_parameters(self) -> list[Any]:
        return [*super().get_override_parameters(), *([IDEMPOTENCY_KEY] if self._verb() else [])]

    def get_request_serializer(self) -> Any:
        verb = self._verb()
        return verb.takes if verb else super().get_request_serializer()

    def get_response_serializers(self) -> Any:
        verb = self._verb()
        found: Any = super().get_response_serializers()
        if verb is not None:
            found = {verb.status: verb.gives or self.view.get_serializer_class()}
        elif not isinstance(found, dict):
            found = {200: found}
        return found | {("default", "application/problem+json"): Problem}

    def _map_basic_serializer(self, serializer: Any, direction: Any) -> Any:
        """Values that not every caller reads are left out of an answer, so they are not required in it."""
        schema = super()._map_basic_serializer(serializer, direction)  # type: ignore[no-untyped-call]
        hidden = field_rules(type(serializer))
        if "required" in schema and hidden:
            schema["required"] = [name for name in schema["required"] if name not in hidden]
        return schema

    def _verb(self) -> Verb | None:
        found: Verb | None = getattr(getattr(self.view, self.view.action or "", None), "verb", None)
        return found
