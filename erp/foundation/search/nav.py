"""Gives the palette and the search page their index."""

from collections.abc import Sequence

from erp.foundation.accounts.actors import access_of
from erp.foundation.actor import Actor
from erp.foundation.organisation.models import Company
from erp.foundation.search.queries import look_up
from erp.foundation.search.sources import sources
from erp.foundation.web import finding


def search(actor: Actor, text: str, limit: int) -> Sequence[finding.Hit]:
    """What fits, of the kinds and companies that the actor may see."""
    access, known = access_of(actor), sources()
    companies = list(Company.objects.values_list("pk", flat=True)) if access.everything else []
    allowed = {
        source.permission: companies or sorted(access.reach(source.permission).anywhere) for source in known.values()
    }
    reachable = {permission: ids for permission, ids in allowed.items() if ids}
    return [
        finding.Hit(known[entry.kind].label, entry.title, known[entry.kind].url(entry.key), entry.detail)
        for entry in look_up(text, allowed=reachable, limit=limit)
        if entry.kind in known
    ]


finding.set_search(search)
