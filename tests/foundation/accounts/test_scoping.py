"""Who sees which rows: by role and branch, by share, by signed link; and nobody else."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from erp.foundation.accounts import links, scoping
from erp.foundation.accounts.actors import access_remembered
from erp.foundation.accounts.explaining import explain
from erp.foundation.accounts.services import deactivate_user
from erp.foundation.actor import SYSTEM, Actor
from erp.foundation.errors import NotAllowed, NotFound
from erp.foundation.organisation.models import Branch, Company
from tests.factories.accounts import AT, a_branch, a_company, a_member, a_person, a_role
from tests.foundation.accounts.parcels import Parcel, ParcelLine, parcels_exist

LABEL = "“See companies, branches and departments”"


class Cast:
    """Two companies; the first has two branches, each with a parcel, and a parcel of no branch."""

    def __init__(self) -> None:
        self.company, self.other = a_company("Kubek"), a_company("Inny")
        self.warsaw, self.krakow = a_branch(self.company, "WAW"), a_branch(self.company, "KRK")
        self.in_warsaw = self._parcel("warsaw", self.company, self.warsaw)
        self.in_krakow = self._parcel("krakow", self.company, self.krakow)
        self.nowhere = self._parcel("nowhere", self.company, None)
        self.foreign = self._parcel("foreign", self.other, None)

    @staticmethod
    def _parcel(name: str, company: Company, branch: Branch | None) -> Parcel:
        parcel = Parcel.objects.create(name=name, company=company, branch=branch)
        ParcelLine.objects.create(name=f"line of {name}", parcel=parcel)
        return parcel


@pytest.fixture
def cast(own_db: str) -> Iterator[Cast]:
    with parcels_exist():
        yield Cast()


def _seen(actor: Actor, model: type[Parcel] | type[ParcelLine] = Parcel) -> list[str]:
    return sorted(model.objects.visible_to(actor).values_list("name", flat=True))


def test_a_role_in_a_company_sees_its_rows_and_no_other(cast: Cast) -> None:
    assert _seen(a_member("sales", cast.company).actor) == ["krakow", "nowhere", "warsaw"]
    assert _seen(a_member("sales", cast.other).actor) == ["foreign"]


def test_a_role_in_one_branch_sees_that_branch(cast: Cast) -> None:
    actor = a_member("warehouse", cast.company, cast.warsaw).actor

    assert _seen(actor) == ["warsaw"]
    assert _seen(actor, ParcelLine) == ["line of warsaw"]


def test_roles_add_up(cast: Cast) -> None:
    person = a_member("warehouse", cast.company, cast.warsaw)
    a_role(person, "sales", cast.other)

    assert _seen(person.actor) == ["foreign", "warsaw"]


def test_without_a_role_nothing_is_seen(cast: Cast) -> None:
    assert _seen(a_person().actor) == []
    assert _seen(Actor("apikey", "999")) == []
    assert _seen(Actor("no-such-kind", "1")) == []


def test_a_role_without_the_permission_sees_nothing(cast: Cast) -> None:
    person = a_member("sales", cast.company)

    assert list(scoping.visible(Parcel.objects.all(), person.actor, permission="accounts.manage_people")) == []


def test_stopped_access_sees_nothing(cast: Cast) -> None:
    person = a_member("sales", cast.company)
    deactivate_user(user=person, actor=SYSTEM, at=AT)

    assert _seen(person.actor) == []


def test_backroom_itself_sees_everything(cast: Cast) -> None:
    assert _seen(SYSTEM) == ["foreign", "krakow", "nowhere", "warsaw"]


def test_a_signed_link_opens_exactly_its_record(cast: Cast) -> None:
    token = links.sign([cast.in_warsaw.ref], until=AT + timedelta(days=1))
    actor = links.read(token, at=AT)
    scoped_for_links = models.QuerySet(Parcel)

    assert list(scoping.visible(scoped_for_links, actor, permission="orders.view")) == [cast.in_warsaw]
    lines = scoping.visible(ParcelLine.objects.all(), actor, permission="orders.view")
    assert [line.name for line in lines] == ["line of warsaw"]
    assert list(scoping.visible(Parcel.objects.all(), actor)) == []  # organisation.view is not for links
    assert scoping.can(actor, "orders.view", cast.in_warsaw)
    assert not scoping.can(actor, "orders.view", cast.in_krakow)
    assert not scoping.can(actor, "orders.cancel", cast.in_warsaw)


def test_a_link_that_is_forged_or_too_old_opens_nothing(cast: Cast) -> None:
    token = links.sign([cast.in_warsaw.ref], until=AT)

    for wrong in (token, token[:-2] + "xx", "", "a:b:c"):
        with pytest.raises(NotFound):
            links.read(wrong, at=AT)


def test_a_shared_record_is_seen_and_its_lines_but_not_treated(cast: Cast) -> None:
    kind = ContentType.objects.get_or_create(app_label="foundation", model="parcel")[0]
    Permission.objects.create(codename="view_parcel", name="view", content_type=kind)
    person = a_member("sales", cast.other)
    scoping.share_record(cast.in_warsaw, person)
    scoping.share_record(cast.in_warsaw, person)

    assert _seen(person.actor) == ["foreign", "warsaw"]
    assert _seen(person.actor, ParcelLine) == ["line of foreign", "line of warsaw"]
    assert not scoping.can(person.actor, "organisation.view", cast.in_warsaw)
    assert explain(person.actor, cast.in_warsaw).chain[0] == "This single record has been shared with the person."
    scoping.unshare_record(cast.in_warsaw, person)
    assert _seen(person.actor) == ["foreign"]


def test_what_is_not_seen_is_not_found(cast: Cast) -> None:
    actor = a_member("sales", cast.company).actor

    assert scoping.get_visible(Parcel.objects.all(), actor, pk=cast.nowhere.pk) == cast.nowhere
    with pytest.raises(NotFound):
        scoping.get_visible(Parcel.objects.all(), actor, pk=cast.foreign.pk)


def test_a_permission_is_asked_on_the_row(cast: Cast) -> None:
    person = a_member("administrator", cast.company)
    a_role(person, "sales", cast.other)

    scoping.require(person.actor, "organisation.manage", cast.in_warsaw)
    with pytest.raises(NotAllowed):
        scoping.require(person.actor, "organisation.manage", cast.foreign)
    assert scoping.can(person.actor, "organisation.manage")


def test_the_row_of_a_rule_and_the_list_of_a_rule_agree(cast: Cast) -> None:
    people = [
        a_member("owner", cast.company),
        a_member("warehouse", cast.company, cast.krakow),
        a_member("auditor", cast.other),
        a_person("Nobody At All"),
    ]
    for person in people:
        for model in (Parcel, ParcelLine):
            for row in model.objects.all():
                in_list = model.objects.visible_to(person.actor).filter(pk=row.pk).exists()
                assert scoping.can(person.actor, "organisation.view", row) == in_list


def test_values_are_masked_by_the_company_of_the_row(cast: Cast) -> None:
    person = a_member("buyer", cast.company)
    a_role(person, "sales", cast.other)

    assert scoping.masked_fields(person.actor, Parcel, company=cast.company.pk) == frozenset()
    assert scoping.masked_fields(person.actor, Parcel, company=cast.other.pk) == {"cost", "margin"}
    assert scoping.masked_fields(person.actor, Parcel) == {"cost", "margin"}
    assert scoping.visible_fields(person.actor, Parcel, company=cast.other.pk) == ["id", "name", "company", "branch"]
    assert scoping.reads(SYSTEM, "cost")
    assert not scoping.reads(a_person("Nobody At All").actor, "cost")


def test_access_is_worked_out_once_a_request(cast: Cast) -> None:
    actor = a_member("sales", cast.company).actor
    with access_remembered(), CaptureQueriesContext(connection) as queries:
        for _ in range(3):
            scoping.can(actor, "organisation.view", cast.in_warsaw)
        scoping.reads(actor, "cost")

    assert len(queries) == 1


def test_it_is_explained_why_a_row_is_seen(cast: Cast) -> None:
    person = a_member("warehouse", cast.company, cast.warsaw)

    seen = explain(person.actor, cast.in_warsaw)
    assert seen.seen
    assert seen.chain == (
        f"The role “Warehouse” in Kubek (Waw) holds {LABEL} by the rule organisation.view.",
        "The record belongs to Kubek.",
        "Left out: Costs and purchase prices.",
        "Left out: Margins.",
    )


def test_it_is_explained_why_a_row_is_not_seen(cast: Cast) -> None:
    unseen = explain(a_member("sales", cast.company).actor, cast.foreign)

    assert not unseen.seen
    assert unseen.chain == (f"Nothing opens this record; it takes the permission {LABEL} where the record belongs.",)


def test_a_model_that_declares_no_scope_is_shown_to_nobody(db: None) -> None:
    with pytest.raises(LookupError, match="declares no scope"):
        scoping.visible(Permission.objects.all(), a_member("owner", a_company()).actor)


def test_a_branch_of_another_company_cannot_be_named(db: None) -> None:
    from django.db import IntegrityError, transaction

    from erp.foundation.accounts.models import Membership
    from erp.foundation.accounts.services import assign_role
    from erp.foundation.errors import Invalid

    mine, other = a_company("Kubek"), a_company("Inny")
    branch, person = a_branch(other), a_person()
    with pytest.raises(Invalid):
        assign_role(user=person, role="sales", company=mine, branch=branch, actor=SYSTEM, at=AT)
    with pytest.raises(IntegrityError, match="membership_branch_in_company"), transaction.atomic():
        Membership.objects.create(user=person, role="sales", company=mine, branch=branch, created_at=AT)
