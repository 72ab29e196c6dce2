"""Where long jobs are found."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.web import nav

nav.register(nav.NavItem("jobs", _("Long jobs"), "jobs:list", "loader-2", "jobs.view", group="setup", order=70))
