"""Serializers: what comes in and what goes out are never the same class."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext as _
from rest_framework import serializers

from erp.foundation.web import access
from erp.foundation.web.api.credentials import actor_of

M = TypeVar("M", bound=models.Model)


class Input(serializers.Serializer[Any]):
    """The body of a verb. Unknown names are refused, so that a typing error is not taken for silence."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping) and (unknown := set(data) - set(self.fields)):
            raise serializers.ValidationError({name: [_unknown()] for name in sorted(unknown)})
        return super().to_internal_value(data)


class Output(serializers.ModelSerializer[M]):
    """
    A row as the API shows it. Values that the caller doesn't read, by the model's ``field_rules`` and the
    serializer's own ``Meta.field_rules`` (for computed fields), are left out.
    """

    def to_representation(self, instance: M) -> dict[str, Any]:
        shown: dict[str, Any] = super().to_representation(instance)
        actor = actor_of(self.context["request"])
        for name, rule in field_rules(type(self)).items():
            if name in shown and not access.provider().reads(actor, rule, instance):
                del shown[name]
        return shown


def field_rules(serializer: type[serializers.BaseSerializer[Any]]) -> dict[str, str]:
    """The fields of a serializer whose values not everybody reads: field -> rule."""
    meta = getattr(serializer, "Meta", None)
    of_model: dict[str, str] = getattr(getattr(meta, "model", None), "field_rules", {})
    declared: dict[str, Any] = getattr(serializer, "_declared_fields", {})
    renamed = {
        name: of_model[source]
        for name, field in declared.items()
        if (source := (getattr(field, "source", None) or name).split(".")[0]) in of_model
    }
    own: dict[str, str] = getattr(meta, "field_rules", {})
    return of_model | renamed | own


def _unknown() -> serializers.ErrorDetail:
    return serializers.ErrorDetail(_("There is no such field."), code="unknown")
