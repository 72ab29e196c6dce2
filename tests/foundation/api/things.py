"""Endpoints for tests, on branches: verbs that the foundation itself has none of."""

from typing import Any

from django.urls import include, path
from rest_framework import serializers

from erp.foundation.accounts import scoping
from erp.foundation.accounts.api.serializers import BranchOutput
from erp.foundation.actor import Actor
from erp.foundation.errors import BusinessError, Busy, Invalid
from erp.foundation.organisation.models import Branch
from erp.foundation.organisation.services import create_branch
from erp.foundation.web.api.routing import ApiRouter
from erp.foundation.web.api.serializers import Input
from erp.foundation.web.api.verbs import Call, verb
from erp.foundation.web.api.views import ReadViewSet


class Closed(BusinessError):
    """The branch has closed."""

    code = "closed"
    message = "%(name)s has closed."


class LineInput(Input):
    quantity = serializers.IntegerField(min_value=1)


class OpenInput(Input):
    code = serializers.CharField(max_length=20)
    name = serializers.CharField(max_length=100)
    lines = LineInput(many=True, required=False)


class BranchViewSet(ReadViewSet[Branch]):
    """Branches, with verbs."""

    queryset = Branch.objects.all()
    serializer_class = BranchOutput
    permission = "organisation.view"
    ordering = ("pk",)
    during: Any = None  # what a test does while the verb runs

    def rows(self, actor: Actor) -> Any:
        return scoping.visible(Branch.objects.all(), actor)

    @verb(permission="organisation.manage", takes=OpenInput, status=201)
    def create(self, call: Call) -> Branch:
        company = scoping.access_of(call.actor).grants[0].company
        made = Branch.objects.create(company_id=company, code=call.data["code"], name=call.data["name"])
        if BranchViewSet.during:
            BranchViewSet.during(made)
        return made

    @verb(permission="organisation.manage")
    def close_down(self, call: Call) -> Branch:
        raise Closed(name=call.row.name)

    @verb(permission="organisation.manage")
    def twin(self, call: Call) -> Branch:
        return create_branch(
            company=call.row.company, code=f"{call.row.code}2", name="twin", actor=call.actor, at=call.at
        )

    @verb(permission="organisation.manage")
    def wait(self, call: Call) -> Branch:
        raise Busy

    @verb(permission="organisation.manage")
    def rename(self, call: Call) -> Branch:
        raise Invalid(field="name", reason="too long")

    @verb(permission="organisation.manage")
    def crash(self, call: Call) -> Branch:
        raise RuntimeError("password=hunter2")

    @verb(permission="organisation.manage")
    def clear(self, call: Call) -> None:
        """Show nothing."""


router = ApiRouter()
router.register("things", BranchViewSet)
urlpatterns = [path("api/v1/", include(router.urls)), path("", include("config.urls"))]
