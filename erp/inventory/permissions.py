"""What one may do with stock."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import declare

declare(
    "inventory",
    view=_("See stock"),
    receive=_("Book goods in"),
    adjust=_("Correct stock and write it off"),
    count=_("Count stock"),
    transfer=_("Move stock between places"),
    configure=_("Set up warehouses and bins"),
    audit=_("Audit the goods ledger"),
)
