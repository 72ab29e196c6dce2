"""Where the channels are found: navigation, start page, timeline words, bell."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from erp.foundation import clock
from erp.foundation.accounts.scoping import visible
from erp.foundation.actor import Actor
from erp.foundation.web import checklist, nav, start, subjects, timeline
from erp.sync.health import health_of
from erp.sync.models import ChannelAccount
from erp.sync.states import AccountStatus


def visible_account(actor: Actor, key: Any) -> ChannelAccount | None:
    """A channel with its budget, if the actor may see it."""
    return (
        visible(ChannelAccount.objects.select_related("budget", "company", "sales_channel"), actor)
        .filter(pk=key)
        .first()
    )


def _broken(actor: Actor) -> int:
    return visible(ChannelAccount.objects.filter(status=AccountStatus.BROKEN), actor).count()


def _lines(actor: Actor) -> Mapping[str, Any] | None:
    accounts = list(visible(ChannelAccount.objects.select_related("budget"), actor).order_by("name"))
    return {"rows": health_of(accounts, clock.now())} if accounts else None


nav.register(
    nav.NavItem(
        "sync",
        _("Shops"),
        "sync:list",
        "building-store",
        "sync.view",
        counter=_broken,
        group="channels",
        order=5,
        alert=True,
    )
)
start.register(
    start.StartCard(
        "sync.health", _("Shops"), "sync.view", load=_lines, template="sync/staff/start.html", column="side", flush=True
    )
)
subjects.register("sync.channelaccount", subjects.Subject(_("Shop"), "sync:account", load=visible_account))
timeline.register("sync.RemoteChanged", _("The shop reported a change"), icon="webhook")
timeline.register("sync.OrderImported", _("Taken in from the shop"), icon="shopping-bag", tone="good")
timeline.register("sync.PushWanted", _("The shop is to show something new"), icon="refresh")


def _shops(actor: Actor) -> checklist.State:
    count = visible(ChannelAccount.objects.all(), actor).count()
    words = ngettext("%(n)s shop connected", "%(n)s shops connected", count) % {"n": count}
    return checklist.State(words if count else gettext("none yet"), done=count > 0)


checklist.register(
    checklist.Line(
        "sync.shops",
        _("Shops"),
        _("Orders come in by themselves, stock and tracking numbers go out."),
        "building-store",
        "sync:list",
        "sync.view",
        "sell",
        _shops,
        checklist.Step(_("Connect a shop"), "sync:connect", "sync.connect"),
        order=30,
    )
)
