"""Where the parked deliveries are found, and how timelines are read."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.events import queries
from erp.foundation.web import nav, timeline


def _parked(_actor: Actor) -> int:
    return queries.parked().count()


nav.register(
    nav.NavItem(
        "events",
        _("Background work"),
        "events:parked",
        "progress",
        "events.view",
        counter=_parked,
        group="setup",
        order=60,
        alert=True,
    )
)
timeline.set_source(queries.timeline)
