"""
What every app stands on; knows no business.

Plain modules (money, quantity, states, clock, refs, actor, errors, db) import nothing of the packages
beside them. The packages are layered: mail, search, webhooks > jobs > workqueue > accounts >
organisation > events > web > plain modules.
"""
