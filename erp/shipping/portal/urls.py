"""Addresses of shipments."""

from django.urls import path

from erp.shipping.portal.actions import CancelShipment, Deliver, Dispatch, Pack, RetryLabel, StartPicking
from erp.shipping.portal.lists import ShipmentList
from erp.shipping.portal.picking import PickPage
from erp.shipping.portal.record import ShipmentPage

app_name = "shipping"
urlpatterns = [
    path("shipments/", ShipmentList.as_view(), name="list"),
    path("shipments/<int:pk>/", ShipmentPage.as_view(), name="shipment"),
    path("shipments/<int:pk>/pick/", PickPage.as_view(), name="pick"),
    path("shipments/<int:pk>/start/", StartPicking.as_view(), name="start"),
    path("shipments/<int:pk>/pack/", Pack.as_view(), name="pack"),
    path("shipments/<int:pk>/label/", RetryLabel.as_view(), name="label"),
    path("shipments/<int:pk>/dispatch/", Dispatch.as_view(), name="dispatch"),
    path("shipments/<int:pk>/deliver/", Deliver.as_view(), name="deliver"),
    path("shipments/<int:pk>/cancel/", CancelShipment.as_view(), name="cancel"),
]
