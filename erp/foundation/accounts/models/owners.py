"""
The rule that a company keeps an owner who can sign in, as SQL for triggers.

The company's row is locked first, so that two owners who remove each other at the same moment take turns,
and the second is refused: the check is a statement of its own and sees what the first has committed.
"""

OWNER = "owner"
KEEPS_AN_OWNER = "company_keeps_an_owner"

LOCK_COMPANY = "PERFORM 1 FROM organisation_company WHERE id = {company} FOR NO KEY UPDATE;"

OWNER_LEFT = """
IF NOT EXISTS (
    SELECT 1 FROM accounts_membership m JOIN accounts_user u ON u.id = m.user_id
    WHERE m.company_id = {company} AND m.role = 'owner' AND u.is_active
) THEN
    RAISE EXCEPTION 'company % would be left without an owner', {company}
        USING ERRCODE = 'check_violation', CONSTRAINT = 'company_keeps_an_owner';
END IF;
"""

OWNED_COMPANIES_KEEP_AN_OWNER = """
FOR owned IN
    SELECT company_id FROM accounts_membership WHERE user_id = NEW.id AND role = 'owner' ORDER BY company_id
LOOP
    {lock}
    {check}
END LOOP;
RETURN NULL;
""".format(lock=LOCK_COMPANY.format(company="owned"), check=OWNER_LEFT.format(company="owned"))  # noqa: S608  # constants only
