"""Addresses of tax rates and number series."""

from django.urls import path

from erp.fiscal.portal import numbers, taxes

app_name = "fiscal"

urlpatterns = [
    path("setup/taxes/", taxes.TaxList.as_view(), name="taxes"),
    path("setup/taxes/new/", taxes.NewTax.as_view(), name="new-tax"),
    path("setup/taxes/<int:pk>/", taxes.TaxPage.as_view(), name="tax"),
    path("setup/taxes/<int:pk>/withdraw/", taxes.WithdrawTax.as_view(), name="withdraw-tax"),
    path("setup/numbers/", numbers.SeriesList.as_view(), name="numbers"),
    path("setup/numbers/<int:pk>/", numbers.SeriesPage.as_view(), name="series"),
    path("setup/numbers/<int:pk>/change/", numbers.ChangeSeries.as_view(), name="change-series"),
]
