"""Endpoints about companies and oneself."""

from typing import Any

from django.db import models
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from erp.foundation.accounts import scoping
from erp.foundation.accounts.access import Grant
from erp.foundation.accounts.actors import access_of
from erp.foundation.accounts.api import serializers
from erp.foundation.accounts.models import User
from erp.foundation.actor import Actor
from erp.foundation.organisation.models import Branch, Company, Department, SalesChannel
from erp.foundation.permissions import permissions
from erp.foundation.web.access import SIGNED_IN
from erp.foundation.web.api.credentials import actor_of
from erp.foundation.web.api.views import ApiViewSet, M, ReadViewSet


class _OrganisationViewSet(ReadViewSet[M]):
    permission = "organisation.view"
    ordering = ("name", "pk")

    def rows(self, actor: Actor) -> "models.QuerySet[M]":
        return scoping.visible(self.all_rows(), actor)


class CompanyViewSet(_OrganisationViewSet[Company]):
    """Companies."""

    queryset = Company.objects.all()
    serializer_class = serializers.CompanyOutput


class BranchViewSet(_OrganisationViewSet[Branch]):
    """Branches."""

    queryset = Branch.objects.all()
    serializer_class = serializers.BranchOutput
    filterset_fields = ("company", "code")


class DepartmentViewSet(_OrganisationViewSet[Department]):
    """Departments."""

    queryset = Department.objects.all()
    serializer_class = serializers.DepartmentOutput
    filterset_fields = ("company", "code")


class SalesChannelViewSet(_OrganisationViewSet[SalesChannel]):
    """Sales channels."""

    queryset = SalesChannel.objects.all()
    serializer_class = serializers.SalesChannelOutput
    filterset_fields = ("company", "code", "kind")


class SelfViewSet(ApiViewSet[Any]):
    """Who calls, and what they hold: for trying a key."""

    queryset = User.objects.none()
    permission = SIGNED_IN
    serializer_class = serializers.SelfOutput
    pagination_class = None

    @extend_schema(responses=serializers.SelfOutput)
    def list(self, request: Request) -> Response:
        """Tell the caller who they are."""
        actor = actor_of(request)
        grants = [_shown(grant) for grant in access_of(actor).grants]
        return Response(serializers.SelfOutput({"kind": actor.kind, "key": actor.key, "grants": grants}).data)


def _shown(grant: Grant) -> dict[str, Any]:
    held = [name for name in sorted(permissions()) if grant.holds(name)]
    return {"company": grant.company, "branch": grant.branch, "permissions": held, "reads": sorted(grant.reads)}
