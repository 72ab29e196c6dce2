"""Pictures of products."""

from datetime import datetime

from django.db.models import Max

from erp.catalog.events import ProductChanged
from erp.catalog.images import NotAPicture, prepare
from erp.catalog.locking import lock_product
from erp.catalog.models import Picture, Product
from erp.catalog.services.errors import InvalidProduct
from erp.documents import services as documents
from erp.documents.models import Document
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish


@use_case
def add_picture(*, product: Product, name: str, content: bytes, actor: Actor, at: datetime) -> Picture:
    """
    Add a picture to the end of a product's pictures. Safe to repeat: the same picture stands once.

    :raises InvalidProduct: when the file is no picture.
    """
    try:
        large, small = prepare(content)
    except NotAPicture as error:
        raise InvalidProduct(field="picture", reason=error.reason) from error
    row = lock_product(product.pk)
    stem = name.rpartition(".")[0] or name
    document = _keep(row, f"{stem}.webp", large, "picture", actor, at)
    if same := row.pictures.filter(document=document).first():
        return same
    last = row.pictures.aggregate(last=Max("position"))["last"] or 0
    picture = Picture.objects.create(
        product=row,
        document=document,
        thumbnail=_keep(row, f"{stem}-small.webp", small, "thumbnail", actor, at),
        position=last + 1,
    )
    publish(ProductChanged(product_id=row.pk), actor=actor, subjects=[row.ref])
    return picture


@use_case
def remove_picture(*, picture: Picture, actor: Actor, at: datetime) -> None:
    """Take a picture off its product; the file stays with the product's documents. Safe to repeat."""
    row = lock_product(picture.product_id)
    removed, _by_model = Picture.objects.filter(pk=picture.pk).delete()
    if removed:
        publish(ProductChanged(product_id=row.pk), actor=actor, subjects=[row.ref])


def _keep(product: Product, name: str, content: bytes, kind: str, actor: Actor, at: datetime) -> Document:
    return documents.store_document(
        owner=product.ref,
        company=product.company,
        name=name,
        media_type="image/webp",
        content=content,
        kind=kind,
        actor=actor,
        at=at,
    )
