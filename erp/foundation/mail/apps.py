"""App configuration."""

from erp.foundation.apps import BackroomConfig


class MailConfig(BackroomConfig):
    name = "erp.foundation.mail"
    label = "mail"
