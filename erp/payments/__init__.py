"""
How orders are paid: tenders as a channel or a person recorded them, and what was given back.

Owns: Tender, TenderRefund, TenderBalance (the counters by which the database refuses to give back more than came in).
Does not own: the order's payment status (orders reads it from here), postings (finance hears the facts).
Facts: TenderRecorded, TenderPaid, TenderRefunded.
Lock order: TenderBalance (the tender counters) comes after orders and shipments, before stock levels.
"""
