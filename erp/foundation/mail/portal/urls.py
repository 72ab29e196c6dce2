"""Addresses of the mailbox."""

from django.urls import path

from erp.foundation.mail.portal.messages import MessageList, MessagePage, Resend
from erp.foundation.mail.portal.templates import EditTemplate, ResetTemplate, TemplateList

app_name = "mail"
TEMPLATE = "mail/templates/<int:company>/<str:code>/<slug:language>/"
urlpatterns = [
    path("mail/", MessageList.as_view(), name="list"),
    path("mail/<int:pk>/", MessagePage.as_view(), name="message"),
    path("mail/<int:pk>/resend/", Resend.as_view(), name="resend"),
    path("mail/templates/", TemplateList.as_view(), name="templates"),
    path(TEMPLATE, EditTemplate.as_view(), name="template"),
    path(f"{TEMPLATE}reset/", ResetTemplate.as_view(), name="reset-template"),
]
