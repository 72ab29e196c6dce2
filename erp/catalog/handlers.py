"""What the catalogue answers when others ask: who may open files of a product or an import."""

from erp.catalog.models import ImportRun, Product
from erp.documents.services import register_owner_check
from erp.foundation.accounts.scoping import visible
from erp.foundation.actor import Actor


def _sees_product(actor: Actor, key: str) -> bool:
    return key.isdigit() and visible(Product.objects.filter(pk=int(key)), actor).exists()


def _sees_import(actor: Actor, key: str) -> bool:
    return key.isdigit() and visible(ImportRun.objects.filter(pk=int(key)), actor).exists()


register_owner_check("catalog.product", _sees_product)
register_owner_check("catalog.importrun", _sees_import)
