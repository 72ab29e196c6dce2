"""A record with lines, scoped by branch, with masked values and shares: what an app's models look like."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.apps import apps
from django.db import models

from erp.foundation.accounts.scoping import RecordShare, Scope, ScopedQuerySet, share_model
from erp.foundation.organisation.models import Branch, Company
from erp.foundation.refs import HasRef
from tests import database

TABLES = """
CREATE TABLE test_parcel (id bigserial PRIMARY KEY, name text, cost int, margin int,
    company_id bigint REFERENCES organisation_company, branch_id bigint REFERENCES organisation_branch);
CREATE TABLE test_parcel_line (id bigserial PRIMARY KEY, name text, parcel_id bigint REFERENCES test_parcel);
CREATE TABLE test_parcel_share (id bigserial PRIMARY KEY, user_id bigint REFERENCES accounts_user,
    permission_id int REFERENCES auth_permission, content_object_id bigint REFERENCES test_parcel,
    UNIQUE (user_id, permission_id, content_object_id));
GRANT ALL ON test_parcel, test_parcel_line, test_parcel_share TO PUBLIC;
GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO PUBLIC;
"""


class Parcel(HasRef, models.Model):
    name = models.TextField()
    cost = models.IntegerField(default=1)
    margin = models.IntegerField(default=2)
    company = models.ForeignKey(Company, models.PROTECT, related_name="+")
    branch = models.ForeignKey(Branch, models.PROTECT, null=True, related_name="+")

    scope = Scope(view="organisation.view", branch="branch")
    field_rules = {"cost": "cost", "margin": "margin"}
    objects = ScopedQuerySet.as_manager()

    class Meta:
        app_label = "foundation"
        managed = False
        db_table = "test_parcel"


class ParcelLine(models.Model):
    name = models.TextField()
    parcel = models.ForeignKey(Parcel, models.CASCADE, related_name="lines")

    scope = Scope(view="organisation.view", company="parcel__company", branch="parcel__branch", record="parcel")
    objects = ScopedQuerySet.as_manager()

    class Meta:
        app_label = "foundation"
        managed = False
        db_table = "test_parcel_line"


class ParcelShare(RecordShare):
    content_object = models.ForeignKey(Parcel, models.CASCADE, related_name="shares")

    class Meta(RecordShare.Meta):
        app_label = "foundation"
        managed = False
        db_table = "test_parcel_share"


_MODELS = {"parcel": Parcel, "parcelline": ParcelLine, "parcelshare": ParcelShare}


def _forget() -> None:
    for name in _MODELS:
        apps.all_models["foundation"].pop(name, None)
    apps.clear_cache()
    share_model.cache_clear()


_forget()  # known only while their tables exist, so that tests which look at all models don't meet them


@contextmanager
def parcels_exist() -> Iterator[None]:
    """The tables, in a database of the test's own."""
    with psycopg.connect(database.current_urls()[1], autocommit=True) as owner:
        owner.execute(TABLES)
    apps.all_models["foundation"].update(_MODELS)
    apps.clear_cache()
    share_model.cache_clear()
    try:
        yield
    finally:
        _forget()
