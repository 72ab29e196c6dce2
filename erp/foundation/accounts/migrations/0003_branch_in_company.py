"""A branch named beside a company is one of that company: foreign keys over both columns."""

from django.db import migrations

ADD = """
ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (branch_id, company_id)
    REFERENCES organisation_branch (id, company_id) DEFERRABLE INITIALLY IMMEDIATE;
"""
DROP = "ALTER TABLE {table} DROP CONSTRAINT {name};"
KEYS = (
    {"table": "accounts_membership", "name": "membership_branch_in_company"},
    {"table": "accounts_apikey", "name": "api_key_branch_in_company"},
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_memberships_and_keys"),
        ("organisation", "0001_companies"),
    ]

    operations = [migrations.RunSQL(ADD.format(**key), DROP.format(**key)) for key in KEYS]
