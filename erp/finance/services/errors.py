"""Why an invoice can't be issued."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.errors import BusinessError


class TotalUnproved(BusinessError):
    """The order's total does not follow from its parts, so nobody knows what to bill."""

    code = "total-unproved"
    message = _(
        "Order %(number)s differs from its parts by %(difference)s: a person has to look before it is invoiced."
    )


class NotKeptLongEnough(BusinessError):
    """The buyer of an invoice must be kept for some time yet."""

    code = "not-kept-long-enough"
    message = _("Tax law wants the buyer on this invoice kept until %(until)s.")
