"""How the facts of the books read on timelines."""

from django.utils.translation import gettext_lazy as _

from erp.foundation.web import timeline

timeline.register("finance.InvoiceIssued", _("Invoice or correction issued"), icon="file-invoice", tone="good")
timeline.register("finance.EntryPosted", _("Posted in the books"), icon="books")
