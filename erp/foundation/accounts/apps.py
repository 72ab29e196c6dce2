"""The accounts app."""

from erp.foundation.apps import BackroomConfig


class AccountsConfig(BackroomConfig):
    """Users, roles and scoping."""

    name = "erp.foundation.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from erp.foundation import history

        history.install()
        super().ready()
