"""The kinds of files there are, and which of them are guarded: each reading of a guarded file is written down."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of file; ``name`` stands in the database."""

    name: str
    label: str | Promise
    guarded: bool


_kinds: dict[str, DocumentKind] = {}


def declare_kind(name: str, label: str | Promise, *, guarded: bool) -> None:
    """Declare a kind of file; files of a kind that nobody declared are guarded."""
    _kinds[name] = DocumentKind(name, label, guarded)


def kind_named(name: str) -> DocumentKind:
    """The kind as it was declared, or a guarded one without a better name."""
    return _kinds.get(name) or DocumentKind(name, name, guarded=True)


declare_kind("picture", _("Picture"), guarded=False)
declare_kind("thumbnail", _("Small picture"), guarded=False)
declare_kind("attachment", _("Attachment"), guarded=True)
declare_kind("label", _("Shipping label"), guarded=True)
declare_kind("invoice", _("Invoice"), guarded=True)
declare_kind("import", _("Imported file"), guarded=True)
