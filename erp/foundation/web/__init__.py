"""
The web kit: what every business page is made of. Start with README.md in this folder.

Owns: the shell (navigation, palette, preferences), the page patterns (list, record, form, scan), the registries by
which upper apps add to lower pages, saved views, comments, live updates, health pages.
Does not own: who may do what (accounts gives a provider), the event log, the search index.
"""
