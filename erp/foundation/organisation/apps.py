"""The organisation app."""

from erp.foundation.apps import BackroomConfig


class OrganisationConfig(BackroomConfig):
    """Companies, branches, departments, sales channels."""

    name = "erp.foundation.organisation"
    label = "organisation"
    verbose_name = "Organisation"
