"""What a shop or its data keep from being done, as people read it."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.errors import BusinessError


class ShopSays(BusinessError):
    """The channel could not do it now."""

    code = "shop-says"
    status = 503
    message = _("The shop says: %(reason)s")


class NotTakenOver(BusinessError):
    """A product of a shop can't be one of ours as it is."""

    code = "not-taken-over"
    status = 422
    message = _("It was not taken over: %(reason)s")
