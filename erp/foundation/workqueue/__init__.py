"""
What needs a person: exceptions and approvals, each with its cause, proposal, owner, age and one-click fixes.

Owns: the items and who has them. Does not own what they mean: the app that can mend a thing registers its kind
and its fixes (:mod:`erp.foundation.workqueue.kinds`).
Lock order: an item is locked after every business row.
"""
