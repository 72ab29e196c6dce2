"""Values that a caller doesn't read are left out of answers, by the company of each row."""

from typing import Any

import pytest
from django.apps import apps
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from erp.foundation.accounts.models import User
from erp.foundation.accounts.scoping import Scope, register_scope
from erp.foundation.organisation.models import Branch
from erp.foundation.web.api.credentials import Credentials
from erp.foundation.web.api.serializers import Output, field_rules
from tests.factories.accounts import a_branch, a_company, a_member, a_role


class Priced(Branch):
    """A branch whose code is a cost, for the sake of the test."""

    field_rules = {"code": "cost"}

    class Meta:
        proxy = True
        app_label = "organisation"


apps.all_models["organisation"].pop("priced")  # so that tests which look at all models don't meet it
apps.clear_cache()


class PricedOutput(Output[Priced]):
    renamed = serializers.CharField(source="code")
    profit = serializers.SerializerMethodField()

    class Meta:
        model = Priced
        fields = ("id", "code", "renamed", "profit")
        field_rules = {"profit": "margin"}

    def get_profit(self, _row: Priced) -> int:
        return 5


@pytest.fixture(autouse=True)
def _scoped() -> None:
    register_scope(Priced, Scope(view="organisation.view"))


def _shown(user: User, row: Branch) -> dict[str, Any]:
    request = Request(APIRequestFactory().get("/"))
    request.auth = Credentials(user.actor, str(user.actor))
    return dict(PricedOutput(Priced.objects.get(pk=row.pk), context={"request": request}).data)


def test_who_reads_costs_gets_them(db: None) -> None:
    company = a_company()
    branch = a_branch(company, "WAW")

    shown = _shown(a_member("buyer", company), branch)
    assert shown == {"id": branch.pk, "code": "WAW", "renamed": "WAW", "profit": 5}


def test_who_does_not_gets_neither_the_field_nor_its_other_name(db: None) -> None:
    company = a_company()
    branch = a_branch(company, "WAW")

    assert _shown(a_member("sales", company), branch) == {"id": branch.pk}


def test_the_company_of_the_row_decides(db: None) -> None:
    mine, other = a_company("Kubek"), a_company("Inny")
    person = a_member("buyer", mine)
    a_role(person, "sales", other)
    here, there = a_branch(mine, "WAW"), a_branch(other, "KRK")

    assert "code" in _shown(person, here)
    assert "code" not in _shown(person, there)


def test_the_rules_of_model_and_serializer_are_known_to_the_description() -> None:
    assert field_rules(PricedOutput) == {"code": "cost", "renamed": "cost", "profit": "margin"}
