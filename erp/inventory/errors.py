"""How stock says no."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.errors import BusinessError, Invalid


class OutOfStock(BusinessError):
    """Not everything that was wanted is free; ``lines`` in the params are the short ones. Nothing was reserved."""

    code = "out-of-stock"
    message = _("There is not enough stock for this.")


class NotEnoughStock(BusinessError):
    """A place holds less than was to leave it, or what it holds is promised to others."""

    code = "not-enough-stock"
    message = _("Only %(free)s of %(sku)s can be taken from %(location)s.")


class WrongPlace(Invalid):
    """The place is of another company, or can't hold stock."""

    code = "wrong-place"


class KitNotStocked(Invalid):
    """A kit is never in stock itself, only its components are."""

    code = "kit-not-stocked"
    message = _("%(reason)s is a kit: use its components.")


class WrongQuantity(Invalid):
    """A quantity must be positive."""

    code = "wrong-quantity"
