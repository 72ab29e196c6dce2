"""
The one table of roles: what each may do, and which kinds of values it reads.

A pattern is a permission's name with ``*`` for any part. Values of a field rule that the role does not
read are left out wherever they would show: page, API, export, search.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.permissions import covers

COST, MARGIN, PERSONAL = "cost", "margin", "personal"


@dataclass(frozen=True, slots=True)
class Role:
    """A row of the table."""

    name: str
    label: str | Promise
    may: tuple[str, ...]
    reads: frozenset[str] = frozenset()

    def holds(self, permission: str) -> bool:
        """Whether the role has this permission."""
        return _holds(self.may, permission)

    def through(self, permission: str) -> str | None:
        """The pattern by which the role has this permission, if it has it."""
        return next((pattern for pattern in self.may if covers(pattern, permission)), None)


@lru_cache(maxsize=4096)
def _holds(patterns: tuple[str, ...], permission: str) -> bool:
    return any(covers(pattern, permission) for pattern in patterns)


_EVERYBODY = ("organisation.view",)

_TABLE = (
    Role("owner", _("Owner"), ("*",), frozenset({COST, MARGIN, PERSONAL})),
    Role(
        "administrator",
        _("Administrator"),
        (
            *("accounts.*", "organisation.*", "admin.*", "events.*", "jobs.*", "workqueue.*", "mail.*"),
            *(
                "sync.*",
                "integration.*",
                "webhooks.*",
                "carriers.*",
                "fiscal.*",
                "documents.*",
                "inventory.configure",
                "*.view*",
            ),
        ),
        frozenset({PERSONAL}),
    ),
    Role(
        "sales",
        _("Sales"),
        (
            *_EVERYBODY,
            *("orders.*", "crm.*", "service.*", "payments.view*", "payments.record*", "pricing.view*"),
            *("catalog.view*", "inventory.view*", "shipping.view*", "carriers.view*", "documents.*", "mail.view*"),
            *("workqueue.*", "finance.view_invoice*", "sync.view*", "jobs.view*"),
        ),
        frozenset({PERSONAL}),
    ),
    Role(
        "warehouse",
        _("Warehouse"),
        (
            *_EVERYBODY,
            *("inventory.*", "shipping.*", "carriers.view*", "catalog.view*", "orders.view*", "documents.view*"),
            *("workqueue.*", "jobs.view*", "production.view*", "suppliers.view*", "settings.view"),
        ),
    ),
    Role(
        "buyer",
        _("Buyer"),
        (
            *_EVERYBODY,
            *("catalog.*", "suppliers.*", "planning.*", "pricing.*", "production.*", "inventory.view*"),
            *("orders.view*", "reporting.view*", "reporting.export*", "documents.*", "workqueue.*", "jobs.*"),
        ),
        frozenset({COST, MARGIN}),
    ),
    Role(
        "accountant",
        _("Accountant"),
        (
            *_EVERYBODY,
            *("finance.*", "fiscal.*", "payments.*", "reporting.*", "orders.view*", "crm.view*", "inventory.view*"),
            *("catalog.view*", "pricing.view*", "suppliers.view*", "shipping.view*", "sync.view*", "documents.*"),
            *("mail.view*", "workqueue.*", "jobs.*", "settings.view"),
        ),
        frozenset({COST, MARGIN, PERSONAL}),
    ),
    Role(
        "marketing",
        _("Marketing"),
        (
            *_EVERYBODY,
            *("marketing.*", "catalog.view*", "catalog.edit*", "pricing.view*", "crm.view*"),
            *("orders.view*", "reporting.view*", "documents.*", "jobs.view*"),
        ),
    ),
    Role(
        "auditor",
        _("Auditor (reads only)"),
        ("*.view*", "*.export*", "*.audit*"),
        frozenset({COST, MARGIN, PERSONAL}),
    ),
)

ROLES: dict[str, Role] = {role.name: role for role in _TABLE}

# What the holder of a signed link may do with the records that the link names.
LINK = Role("link", _("Signed link"), ("orders.view", "orders.track", "shipping.track", "documents.view"))
