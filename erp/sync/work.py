"""What of the sync engine waits for a person."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.foundation.refs import Ref
from erp.foundation.workqueue import kinds, services
from erp.foundation.workqueue.kinds import Fix, WorkKind
from erp.foundation.workqueue.queries import open_about
from erp.sync.events import RemoteChanged
from erp.sync.models import InboundMessage
from erp.sync.states import Kind, MessageStatus

UNREADABLE, UNBOUND = "sync.unreadable", "sync.unbound"


@use_case
def fetch_again(*, about: Ref, actor: Actor, at: datetime) -> None:
    """Fetch the object of a dead letter anew; the item closes, and comes back if it fails again."""
    account_id, kind, number = about.key.split("/")
    rows = InboundMessage.objects.filter(account_id=int(account_id), kind=kind, status=MessageStatus.DEAD)
    dead = rows.filter(remote_id__endswith=f"/{number}")
    remote_id = dead.values_list("remote_id", flat=True).first() or f"gid://shopify/{Kind(kind).name.title()}/{number}"
    dead.update(status=MessageStatus.NEW, error="")
    publish(RemoteChanged(account_id=int(account_id), kind=kind, remote_id=remote_id), actor=actor)
    services.resolve_item(kind=UNREADABLE, about=about, actor=actor, at=at)


@use_case
def look_again(*, about: Ref, actor: Actor, at: datetime) -> None:
    """Close the item and fetch its product: it is matched by SKU or barcode now, or the item comes back."""
    for item in open_about(about).filter(kind=UNBOUND):
        if product := item.params.get("product"):
            account_id = int(about.key.partition("/")[0])
            fact = RemoteChanged(account_id=account_id, kind=Kind.PRODUCT, remote_id=product)
            publish(fact, actor=actor)
    services.resolve_item(kind=UNBOUND, about=about, actor=actor, at=at)


def _url(about: Ref) -> str:
    return f"/channels/{about.key.split('/')[0]}/"


kinds.register(
    WorkKind(
        name=UNREADABLE,
        label=_("Message of a shop"),
        cause=_("“%(remote_id)s” of the shop %(shop)s could not be taken in: %(reason)s"),
        proposal=_("Mend the cause and fetch it again."),
        permission="sync.view",
        url=_url,
        fixes=(Fix("again", _("Fetch again"), fetch_again, "sync.retry"),),
    )
)
kinds.register(
    WorkKind(
        name=UNBOUND,
        label=_("Unknown product of a shop"),
        cause=_("The shop %(shop)s sells “%(title)s” (SKU %(sku)s), which is not in the catalogue or not for sure."),
        proposal=_("Add the product or its SKU to the catalogue; its stock is shown in the shop after that."),
        permission="sync.view",
        url=_url,
        fixes=(Fix("done", _("Done, look again"), look_again, "sync.retry"),),
    )
)
