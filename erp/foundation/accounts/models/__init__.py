"""Tables of accounts."""

from erp.foundation.accounts.models.keys import ApiKey
from erp.foundation.accounts.models.memberships import Membership
from erp.foundation.accounts.models.users import Theme, User, UserManager

__all__ = ["ApiKey", "Membership", "Theme", "User", "UserManager"]
