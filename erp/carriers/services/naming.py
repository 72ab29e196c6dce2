"""The names under which shops sell our deliveries."""

from collections.abc import Mapping
from datetime import datetime

from erp.carriers.models import DeliveryMethod
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.organisation.models import Company


@use_case
def name_methods(
    *, company: Company, titles: Mapping[str, int | None], actor: Actor, at: datetime
) -> list[DeliveryMethod]:
    """
    Say which delivery method a shop means by each name; None: by no one, so the default is taken.

    A name means one method: it is taken away from any other. Names that are not mentioned stay. Safe to repeat.

    :returns: the methods that changed.
    """
    wanted = {title.strip().casefold(): (title.strip(), key) for title, key in titles.items() if title.strip()}
    changed = []
    for method in lock_rows(DeliveryMethod.objects.filter(company=company)):
        kept = [name for name in method.channel_titles if _stays(name, method.pk, wanted)]
        known = {name.strip().casefold() for name in kept}
        kept += [title for folded, (title, key) in wanted.items() if key == method.pk and folded not in known]
        if kept != method.channel_titles:
            method.channel_titles = kept
            method.save(update_fields=["channel_titles"])
            changed.append(method)
    return changed


def _stays(name: str, method_id: int, wanted: Mapping[str, tuple[str, int | None]]) -> bool:
    folded = name.strip().casefold()
    return folded not in wanted or wanted[folded][1] == method_id
