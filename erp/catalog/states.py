"""The life of a product."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from erp.foundation.states import StateMachine


class ProductStatus(models.TextChoices):
    """Drafts are not sold yet, archived products no more."""

    DRAFT = "draft", _("Draft")
    ACTIVE = "active", _("Active")
    ARCHIVED = "archived", _("Archived")


PRODUCT_FLOW = StateMachine(
    ProductStatus,
    moves={
        ProductStatus.DRAFT: {ProductStatus.ACTIVE, ProductStatus.ARCHIVED},
        ProductStatus.ACTIVE: {ProductStatus.DRAFT, ProductStatus.ARCHIVED},
        ProductStatus.ARCHIVED: {ProductStatus.ACTIVE},
    },
)


class ImportStatus(models.TextChoices):
    """A file is read, looked at by a person, then taken over; or it is put aside."""

    WAITING = "waiting", _("Waiting to be read")
    UNREADABLE = "unreadable", _("Can't be read")
    CHECKED = "checked", _("Ready to be taken over")
    APPLYING = "applying", _("Being taken over")
    DONE = "done", _("Taken over")
    DISCARDED = "discarded", _("Put aside")


IMPORT_FLOW = StateMachine(
    ImportStatus,
    moves={
        ImportStatus.WAITING: {ImportStatus.CHECKED, ImportStatus.UNREADABLE, ImportStatus.DISCARDED},
        ImportStatus.CHECKED: {ImportStatus.APPLYING, ImportStatus.DISCARDED},
        ImportStatus.APPLYING: {ImportStatus.DONE},
    },
)
