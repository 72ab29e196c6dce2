"""Where sent mail is found."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.web import nav, timeline

nav.register(nav.NavItem("mail", _("Mailbox"), "mail:list", "mail", "mail.view", group="channels", order=60))
timeline.register("mail.MessageQueued", _("Mail to be sent"), icon="mail")
