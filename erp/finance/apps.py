"""App configuration."""

from erp.foundation.apps import BackroomConfig


class FinanceConfig(BackroomConfig):
    name = "erp.finance"
    label = "finance"
