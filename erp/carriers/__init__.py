"""
Carriers: accounts, delivery methods, labels and the tracking vocabulary; one folder per carrier's adapter.

Owns: carrier accounts with their secrets, delivery methods and their prices, labels and what carriers report about
parcels. Does not own shipments: a label belongs to a record of an upper app by (kind, key).
Facts: LabelAsked, LabelBought, LabelFailed, TrackingChanged.
Lock order: a label is locked after its owner.
"""
