"""Addresses of the books."""

from django.urls import URLPattern, path

from erp.finance.portal import audits, balance, entries, invoices

app_name = "finance"

urlpatterns: list[URLPattern] = [
    path("finance/invoices/", invoices.InvoiceList.as_view(), name="invoices"),
    path("finance/invoices/<int:pk>/", invoices.InvoicePage.as_view(), name="invoice"),
    path("finance/invoices/<int:pk>/pdf/", invoices.InvoicePdf.as_view(), name="invoice-pdf"),
    path("finance/invoices/<int:pk>/preview/", invoices.InvoicePreview.as_view(), name="invoice-preview"),
    path("finance/entries/", entries.EntryList.as_view(), name="entries"),
    path("finance/entries/<int:pk>/", entries.EntryPage.as_view(), name="entry"),
    path("finance/entries/<int:pk>/reverse/", entries.ReverseEntry.as_view(), name="reverse"),
    path("finance/lines/", entries.LineList.as_view(), name="lines"),
    path("finance/accounts/", balance.AccountList.as_view(), name="accounts"),
    path("finance/balance/", balance.TrialBalance.as_view(), name="balance"),
    path("finance/audits/", audits.AuditList.as_view(), name="audits"),
    path("finance/audits/run/", audits.RunAudit.as_view(), name="run-audit"),
    path("finance/audits/<int:pk>/", audits.AuditPage.as_view(), name="audit"),
]
