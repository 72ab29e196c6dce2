"""Addresses of the queue of exceptions."""

from django.urls import path

from erp.foundation.workqueue.portal.items import DismissItem, ItemList, MendItem, TakeItem

app_name = "workqueue"
urlpatterns = [
    path("exceptions/", ItemList.as_view(), name="list"),
    path("exceptions/<int:pk>/take/", TakeItem.as_view(), name="take"),
    path("exceptions/<int:pk>/dismiss/", DismissItem.as_view(), name="dismiss"),
    path("exceptions/<int:pk>/<slug:fix>/", MendItem.as_view(), name="mend"),
]
