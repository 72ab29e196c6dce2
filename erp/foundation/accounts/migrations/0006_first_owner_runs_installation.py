"""In an installation that is there already, the person who has been an owner longest runs it."""

from django.db import migrations

GIVE = """
UPDATE accounts_user SET runs_installation = TRUE WHERE id = (
    SELECT membership.user_id FROM accounts_membership membership JOIN accounts_user person ON person.id = user_id
    WHERE membership.role = 'owner' AND person.is_active ORDER BY membership.id LIMIT 1
)
"""
TAKE = "UPDATE accounts_user SET runs_installation = FALSE WHERE runs_installation"


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_installation")]

    operations = [migrations.RunSQL(GIVE, TAKE)]
