"""The kit's own entry of the navigation, and what the bell tells."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.web import access, alerts, nav
from erp.foundation.web.portal import notices

nav.register(nav.NavItem("web", _("Start"), "web:start", "home", access.SIGNED_IN, order=0))
alerts.register(notices.count, notices.read)
