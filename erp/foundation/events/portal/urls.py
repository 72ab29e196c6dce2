"""Addresses of the pages about the event log."""

from django.urls import path

from erp.foundation.events.portal.parked import ParkedList

app_name = "events"
urlpatterns = [path("background/", ParkedList.as_view(), name="parked")]
