"""Addresses of stock."""

from django.urls import URLPattern, path

from erp.inventory.portal import correcting, counts, goods_in, places, stock, transfers

app_name = "inventory"

urlpatterns: list[URLPattern] = [
    path("stock/", stock.StockList.as_view(), name="stock"),
    path("stock/<int:pk>/", stock.StockPage.as_view(), name="variant"),
    path("stock/<int:pk>/adjust/", correcting.AdjustStock.as_view(), name="adjust"),
    path("stock/<int:pk>/write-off/", correcting.WriteOff.as_view(), name="write-off"),
    path("setup/places/", places.PlaceList.as_view(), name="places"),
    path("setup/places/new/", places.NewWarehouse.as_view(), name="place-new"),
    path("setup/places/<int:pk>/", places.PlacePage.as_view(), name="place"),
    path("setup/places/<int:pk>/edit/", places.EditPlace.as_view(), name="place-edit"),
    path("setup/places/<int:pk>/inside/", places.AddInside.as_view(), name="place-inside"),
    path("goods-in/", goods_in.GoodsInList.as_view(), name="goods-in"),
    path("goods-in/new/", goods_in.NewGoodsIn.as_view(), name="goods-in-new"),
    path("goods-in/<int:pk>/", goods_in.GoodsInPage.as_view(), name="goods-in-record"),
    path("counts/", counts.CountList.as_view(), name="counts"),
    path("counts/new/", counts.NewCount.as_view(), name="count-new"),
    path("counts/<int:pk>/", counts.CountPage.as_view(), name="count"),
    path("counts/<int:pk>/enter/", counts.EnterCount.as_view(), name="count-enter"),
    path("counts/<int:pk>/close/", counts.CloseCount.as_view(), name="count-close"),
    path("counts/<int:pk>/cancel/", counts.CancelCount.as_view(), name="count-cancel"),
    path("transfers/", transfers.TransferList.as_view(), name="transfers"),
    path("transfers/new/", transfers.NewTransfer.as_view(), name="transfer-new"),
    path("transfers/<int:pk>/", transfers.TransferPage.as_view(), name="transfer"),
    path("transfers/<int:pk>/dispatch/", transfers.DispatchTransfer.as_view(), name="transfer-dispatch"),
    path("transfers/<int:pk>/receive/", transfers.ReceiveTransfer.as_view(), name="transfer-receive"),
    path("transfers/<int:pk>/give-up/", transfers.GiveUpTransfer.as_view(), name="transfer-give-up"),
    path("transfers/<int:pk>/cancel/", transfers.CancelTransfer.as_view(), name="transfer-cancel"),
]
