"""App configuration."""

from erp.foundation.apps import BackroomConfig


class EventsConfig(BackroomConfig):
    name = "erp.foundation.events"
    label = "events"

    def ready(self) -> None:
        from erp.foundation import db
        from erp.foundation.events.publishing import write_collected

        db.at_use_case_end(write_collected)
        super().ready()
