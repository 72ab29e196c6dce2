"""Tables of accounts."""

from erp.foundation.accounts.models.users import Theme, User, UserManager

__all__ = ["Theme", "User", "UserManager"]
