"""How orders say no."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.errors import BusinessError, Invalid


class NoLines(Invalid):
    """An order without goods was to be placed."""

    code = "no-lines"
    message = _("An order needs at least one line.")


class UnknownSku(BusinessError):
    """Goods that are not in the catalogue were to be sold by hand."""

    code = "unknown-sku"
    message = _("There is no product with the SKU %(sku)s.")


class TotalDiffers(BusinessError):
    """The total given does not follow from the parts."""

    code = "total-differs"
    message = _("The total differs from its parts by %(difference)s.")


class UnknownLine(BusinessError):
    """The order has no such line."""

    code = "unknown-line"
    status = 404
    message = _("The order has no such line.")


class NotThatMuch(BusinessError):
    """More of a line was to be picked, shipped, invoiced, returned or refunded than there is."""

    code = "not-that-much"
    message = _("Only %(possible)s of %(sku)s are left for this.")


class LineNotCancellable(BusinessError):
    """More of a line was to be cancelled than is still in the house."""

    code = "line-not-cancellable"
    message = _("Only %(possible)s of %(sku)s can still be cancelled; the rest has been shipped.")


class OrderIsHeld(BusinessError):
    """Goods of a held order were to leave."""

    code = "order-is-held"
    message = _("The order is held: %(reason)s")
