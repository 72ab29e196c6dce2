"""What the documents of a number series are called; the apps that number them say so."""

from django.utils.functional import Promise

_labels: dict[str, str | Promise] = {}


def register_kind(kind: str, label: str | Promise) -> None:
    """Name the documents of a kind, in the plural: ``register_kind("invoice", _("Invoices"))``."""
    _labels[kind] = label


def label_of(kind: str) -> str | Promise:
    """The name for people; the kind itself where nobody gave one."""
    return _labels.get(kind, kind)
