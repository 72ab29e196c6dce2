"""How facts about customers read."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.web import timeline

timeline.register("crm.CustomerCreated", _("Customer added"), icon="user-plus", tone="good")
timeline.register("crm.CustomerChanged", _("Customer changed"), icon="edit")
timeline.register("crm.CustomersMerged", _("Customers merged"), icon="arrows-exchange", tone="info")
