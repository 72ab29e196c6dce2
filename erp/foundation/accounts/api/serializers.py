"""What the API shows of companies, branches and oneself."""

from typing import Any

from rest_framework import serializers

from erp.foundation.organisation.models import Branch, Company, Department, SalesChannel
from erp.foundation.web.api.serializers import Output


class CompanyOutput(Output[Company]):
    """A company."""

    class Meta:
        model = Company
        fields = (
            "id",
            "name",
            "legal_name",
            "tax_id",
            "country",
            "currency",
            "time_zone",
            "language",
            "vat_registered",
        )


class BranchOutput(Output[Branch]):
    """A branch."""

    class Meta:
        model = Branch
        fields = ("id", "company", "code", "name")


class DepartmentOutput(Output[Department]):
    """A department."""

    class Meta:
        model = Department
        fields = ("id", "company", "code", "name")


class SalesChannelOutput(Output[SalesChannel]):
    """A sales channel."""

    class Meta:
        model = SalesChannel
        fields = ("id", "company", "code", "name", "kind")


class GrantOutput(serializers.Serializer[Any]):
    """Permissions held in a company, or in one branch of it."""

    company = serializers.IntegerField()
    branch = serializers.IntegerField(allow_null=True)
    permissions = serializers.ListField(child=serializers.CharField())
    reads = serializers.ListField(child=serializers.CharField())


class SelfOutput(serializers.Serializer[Any]):
    """Who calls, and what they hold."""

    kind = serializers.CharField()
    key = serializers.CharField()
    grants = GrantOutput(many=True)
