"""What can be done with people, their roles and API keys."""

from erp.foundation.accounts.services.beginning import BegunAlready, let_first_person_in
from erp.foundation.accounts.services.installation import NobodyElse, give_installation, take_installation
from erp.foundation.accounts.services.inviting import (
    AlreadyIn,
    EmailTaken,
    ask_new_password,
    deactivate_user,
    invite_again,
    invite_user,
    may_stop,
    reopen_access,
)
from erp.foundation.accounts.services.keys import TooWide, create_api_key, revoke_api_key
from erp.foundation.accounts.services.roles import LastOwner, assign_role, may_give, revoke_role

__all__ = [
    "AlreadyIn",
    "BegunAlready",
    "EmailTaken",
    "LastOwner",
    "NobodyElse",
    "TooWide",
    "ask_new_password",
    "assign_role",
    "create_api_key",
    "deactivate_user",
    "give_installation",
    "invite_again",
    "invite_user",
    "let_first_person_in",
    "may_give",
    "may_stop",
    "reopen_access",
    "revoke_api_key",
    "revoke_role",
    "take_installation",
]
