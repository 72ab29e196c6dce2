"""How facts about prices read."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.web import timeline

timeline.register("pricing.PriceChanged", _("Price changed"), icon="tag")
