"""Makes ours the default administration site; apart, because Django reads it before there are models."""

from django.contrib.admin.apps import AdminConfig


class BackroomAdminConfig(AdminConfig):
    """Django's admin with our site as the default one."""

    default_site = "erp.foundation.accounts.admin_site.BackroomAdminSite"
