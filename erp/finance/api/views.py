"""Endpoints about invoices and the books."""

from datetime import date
from typing import Any

import django_filters
from django.db import models
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from erp.documents import queries as documents_read
from erp.documents import services as documents
from erp.finance import queries
from erp.finance.api import serializers
from erp.finance.models import Invoice, InvoiceKind
from erp.finance.services.printing import print_invoice
from erp.foundation import clock
from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.errors import Invalid
from erp.foundation.organisation.models import Company
from erp.foundation.web.api.credentials import actor_of
from erp.foundation.web.api.views import ApiViewSet, ReadViewSet


class InvoiceFilter(django_filters.FilterSet):
    """What invoices are narrowed by."""

    kind = django_filters.ChoiceFilter(choices=InvoiceKind.choices)
    issued_from = django_filters.DateFilter(field_name="issued_on", lookup_expr="gte")
    issued_to = django_filters.DateFilter(field_name="issued_on", lookup_expr="lte")

    class Meta:
        model = Invoice
        fields = ("company", "order", "number", "corrects", "currency")


class InvoiceViewSet(ReadViewSet[Invoice]):
    """Invoices and their corrections. They are issued by themselves, when something of an order leaves."""

    queryset = Invoice.objects.all()
    permission = "finance.view_invoices"
    ordering = ("-pk",)
    filterset_class = InvoiceFilter

    def get_serializer_class(self) -> type[BaseSerializer[Invoice]]:
        """A list shows invoices without their lines."""
        return serializers.InvoiceOutput if self.action == "list" else serializers.InvoiceDetailOutput

    def get_queryset(self) -> Any:
        rows = super().get_queryset()
        return rows if self.action == "list" else rows.select_related("buyer").prefetch_related("lines", "taxes")


class InvoicePdfViewSet(ApiViewSet[Invoice]):
    """Invoices as files."""

    queryset = Invoice.objects.all()
    serializer_class = serializers.InvoiceOutput
    permission = "finance.view_invoices"

    @extend_schema(responses={(200, "application/pdf"): OpenApiTypes.BINARY})
    def retrieve(self, request: Request, pk: int) -> HttpResponse:
        """
        The PDF of an invoice.

        It names the buyer, so it is given to who also reads personal data and may see files (`documents.view`);
        that it was read is written down.
        """
        invoice, actor, at = self.visible_row(), actor_of(request), clock.now()
        made = print_invoice(invoice_id=invoice.pk, actor=actor, at=at)
        document = documents.open_document(document_id=made.pk, actor=actor, at=at)
        response = HttpResponse(documents_read.content_of(document), content_type=document.media_type)
        response["Content-Disposition"] = f'inline; filename="{document.name}"'
        response["Cache-Control"] = "no-store"
        return response


class TrialBalanceViewSet(ApiViewSet[Company]):
    """The books of companies."""

    queryset = Company.objects.all()
    serializer_class = serializers.TrialBalanceOutput
    permission = "finance.view"

    def rows(self, actor: Actor) -> "models.QuerySet[Company]":
        """Companies whose books the caller may see."""
        return scoping.visible(self.all_rows(), actor, permission=self.permission)

    @extend_schema(parameters=[OpenApiParameter("until", OpenApiTypes.DATE)])
    def retrieve(self, request: Request, pk: int) -> Response:
        """Every account of a company (by its id) with its turnover up to and with a day."""
        company, until = self.visible_row(), _day(request.query_params.get("until"))
        content = {
            "company": company.pk,
            "currency": company.currency,
            "until": until,
            "accounts": queries.trial_balance(company.pk, until=until),
        }
        return Response(self.get_serializer(content).data)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Invalid(field="until", reason=text) from error
