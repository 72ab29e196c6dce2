"""
What there is to be allowed: every app declares its permissions and field rules here, by name.

Which role holds which stands in one table, ``erp.foundation.accounts.roles``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from types import MappingProxyType

from django.utils.functional import Promise

Label = str | Promise


@dataclass(frozen=True, slots=True)
class Permission:
    """Something one may be allowed to do; ``name`` is ``group.verb``, the label a sentence for people."""

    name: str
    label: Label


_permissions: dict[str, Permission] = {}
_field_rules: dict[str, Label] = {}


def declare(group: str, **verbs: Label) -> None:
    """
    Declare an app's permissions in its ``permissions.py``: ``declare("orders", view=_("See orders"))``.

    :raises ValueError: when two apps declare the same name.
    """
    for verb, label in verbs.items():
        name = f"{group}.{verb}"
        if name in _permissions and _permissions[name].label != label:
            raise ValueError(f"permission {name} is declared twice")
        _permissions[name] = Permission(name, label)


def declare_field_rule(name: str, label: Label) -> None:
    """Declare a kind of values that not every role reads, such as ``cost``."""
    _field_rules[name] = label


def permissions() -> Mapping[str, Permission]:
    """All declared permissions by name."""
    return MappingProxyType(_permissions)


def field_rules() -> Mapping[str, Label]:
    """All declared kinds of masked values by name."""
    return MappingProxyType(_field_rules)


def covers(pattern: str, name: str) -> bool:
    """Whether a pattern of the role table (``orders.view``, ``orders.*``, ``*.view*``) covers a permission."""
    return fnmatchcase(name, pattern)
