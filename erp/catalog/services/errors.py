"""Why the catalogue says no."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.errors import BusinessError, Invalid


class SkuTaken(BusinessError):
    """Another product has the SKU."""

    code = "sku-taken"
    message = _("The SKU %(sku)s belongs to another product already.")


class ProductCodeTaken(BusinessError):
    """Another product has the code."""

    code = "product-code-taken"
    message = _("The product code %(product_code)s is taken already.")


class BarcodeTaken(BusinessError):
    """Another variant has the barcode."""

    code = "barcode-taken"
    message = _("The barcode %(barcode)s belongs to %(sku)s already.")


class InvalidBarcode(Invalid):
    """A code that was to be a GTIN is none."""

    code = "invalid-barcode"
    message = _("%(barcode)s: %(reason)s")


class InvalidProduct(Invalid):
    """A product lacks something or contradicts itself; ``field`` says where."""

    code = "invalid-product"
    message = _("This product can't be saved: %(reason)s")


class KitInKit(BusinessError):
    """A kit was to hold a kit, or a component was to become one."""

    code = "kit-in-kit"
    message = _("A kit can't be part of a kit: %(sku)s.")


class UnknownSku(Invalid):
    """There is no variant with the SKU in the company."""

    code = "unknown-sku"
    message = _("There is no product with the SKU %(sku)s.")
