"""
Setting a company up, out of the parts that all other apps own.

Owns: nothing of its own; founding a company in one piece, and the pages of companies, branches, departments
and sales channels.
Does not own: the parts themselves (organisation, inventory, fiscal, finance, pricing), the list of what is set up
(each app registers its own line in foundation.web.checklist).
Facts: none of its own; organisation tells of companies.
"""
