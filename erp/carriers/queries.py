"""Reading delivery methods and labels."""

from erp.carriers.models import DeliveryMethod, Label
from erp.carriers.states import LabelStatus
from erp.foundation.refs import Ref


def method_for(company_id: int, title: str) -> DeliveryMethod | None:
    """The method a channel sold under this title (or our code), else the company's default, else none."""
    methods = list(DeliveryMethod.objects.filter(company_id=company_id, active=True).select_related("account"))
    wanted = title.strip().casefold()
    for method in methods:
        if wanted and wanted in {method.code.casefold(), *(name.strip().casefold() for name in method.channel_titles)}:
            return method
    return next((method for method in methods if method.is_default), None)


def label_of(owner: Ref) -> Label | None:
    """The label that counts for a record: the one asked for or bought, else the last."""
    labels = Label.objects.filter(owner_kind=owner.kind, owner_key=owner.key).order_by("-attempt")
    found = list(labels)
    return next((label for label in found if label.status in (LabelStatus.ASKED, LabelStatus.BOUGHT)), None) or (
        found[0] if found else None
    )
