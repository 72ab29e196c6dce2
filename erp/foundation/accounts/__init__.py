"""
Who may sign in, what a role may do, and which rows and fields a person sees.

Owns: users, memberships (user, role, company, branch), API keys, signed links, and the
scoping of every other app's rows.
Does not own: companies and branches (organisation), pages and the API shell (web).
"""
