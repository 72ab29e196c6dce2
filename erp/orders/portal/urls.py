"""Addresses of orders."""

from django.urls import URLPattern, path

from erp.orders.portal import customer, lists, placing, staff

app_name = "orders"

urlpatterns: list[URLPattern] = [
    path("orders/", lists.OrderList.as_view(), name="list"),
    path("orders/new/", placing.NewOrder.as_view(), name="new"),
    path("orders/new/quote/", placing.QuoteOrder.as_view(), name="quote"),
    path("orders/<int:pk>/", staff.OrderPage.as_view(), name="order"),
    path("orders/<int:pk>/cancel/", staff.CancelOrder.as_view(), name="cancel"),
    path("orders/<int:pk>/hold/", staff.HoldOrder.as_view(), name="hold"),
    path("orders/<int:pk>/release/", staff.ReleaseOrder.as_view(), name="release"),
    path("orders/<int:pk>/link/", staff.ShareOrder.as_view(), name="share"),
    path("o/<str:token>/", customer.TrackOrder.as_view(), name="track"),
]
