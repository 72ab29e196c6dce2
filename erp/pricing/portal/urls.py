"""Addresses of prices."""

from django.urls import URLPattern, path

from erp.pricing.portal import lists

app_name = "pricing"

urlpatterns: list[URLPattern] = [
    path("prices/", lists.PriceLists.as_view(), name="lists"),
    path("prices/new/", lists.NewPriceList.as_view(), name="new"),
    path("prices/<int:pk>/", lists.PriceListPage.as_view(), name="list"),
    path("prices/<int:pk>/edit/", lists.EditPriceList.as_view(), name="edit"),
    path("prices/<int:pk>/set/", lists.SetPrice.as_view(), name="set-price"),
    path("prices/price/<int:pk>/end/", lists.EndPrice.as_view(), name="end-price"),
]
