"""
Whom the company sells to: people and firms, how to reach them, what each channel calls them.

Owns: Customer, CustomerEmail, CustomerIdentity, Address; the rule by which a contact is recognised.
Does not own: orders, credit, what somebody bought (panels of upper apps show it).
Facts: CustomerCreated, CustomerChanged, CustomersMerged.
Lock order: a customer is the first lock of a use case; several are locked by primary key.
"""
