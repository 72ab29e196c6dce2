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
