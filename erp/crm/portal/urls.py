"""Addresses of customers."""

from django.urls import URLPattern, path

from erp.crm.portal import customers, entering

app_name = "crm"

urlpatterns: list[URLPattern] = [
    path("customers/", customers.CustomerList.as_view(), name="customers"),
    path("customers/new/", entering.NewCustomer.as_view(), name="new"),
    path("customers/<int:pk>/", customers.CustomerPage.as_view(), name="customer"),
    path("customers/<int:pk>/edit/", customers.EditCustomer.as_view(), name="edit"),
    path("customers/<int:pk>/emails/new/", customers.AddEmail.as_view(), name="add-email"),
    path("customers/<int:pk>/addresses/new/", customers.AddAddress.as_view(), name="add-address"),
    path("customers/<int:pk>/merge/", customers.MergeCustomers.as_view(), name="merge"),
]
