"""The kit's own entry of the navigation."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.web import access, nav

nav.register(nav.NavItem("web", _("Start"), "web:start", "home", access.SIGNED_IN, order=0))
