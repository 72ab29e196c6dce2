"""The accounts app."""

from erp.foundation.apps import BackroomConfig


class AccountsConfig(BackroomConfig):
    """Users, roles and scoping."""

    name = "erp.foundation.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from erp.foundation import history
        from erp.foundation.accounts import oauth  # noqa: F401  # registers the kind of actor
        from erp.foundation.accounts.provider import AccountsProvider
        from erp.foundation.web import access

        history.install()
        access.set_provider(AccountsProvider())
        super().ready()
