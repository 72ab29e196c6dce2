"""Addresses of the catalogue."""

from django.urls import URLPattern, path

from erp.catalog.portal import imports, parts, products

app_name = "catalog"

urlpatterns: list[URLPattern] = [
    path("products/", products.ProductList.as_view(), name="products"),
    path("products/new/", products.NewProduct.as_view(), name="new"),
    path("products/<int:pk>/", products.ProductPage.as_view(), name="product"),
    path("products/<int:pk>/edit/", products.EditProduct.as_view(), name="edit"),
    path("products/<int:pk>/to/<slug:to>/", parts.MoveProduct.as_view(), name="move"),
    path("products/<int:pk>/variants/new/", parts.AddVariant.as_view(), name="add-variant"),
    path("products/<int:pk>/pictures/new/", parts.AddPicture.as_view(), name="add-picture"),
    path("products/pictures/<int:pk>/remove/", parts.RemovePicture.as_view(), name="remove-picture"),
    path("variants/<int:pk>/edit/", parts.EditVariant.as_view(), name="edit-variant"),
    path("variants/<int:pk>/kit/", parts.EditKit.as_view(), name="kit"),
    path("variants/<int:pk>/barcodes/new/", parts.AddBarcode.as_view(), name="add-barcode"),
    path("variants/barcodes/<int:pk>/remove/", parts.RemoveBarcode.as_view(), name="remove-barcode"),
    path("products/imports/", imports.ImportList.as_view(), name="imports"),
    path("products/imports/new/", imports.UploadCatalogue.as_view(), name="upload"),
    path("products/imports/<int:pk>/", imports.ImportPage.as_view(), name="import"),
    path("products/imports/<int:pk>/job/", imports.ImportJob.as_view(), name="import-job"),
    path("products/imports/<int:pk>/apply/", imports.ApplyImport.as_view(), name="import-apply"),
    path("products/imports/<int:pk>/discard/", imports.DiscardImport.as_view(), name="import-discard"),
    path("products/imports/<int:pk>/errors/", imports.ImportErrors.as_view(), name="import-errors"),
]
