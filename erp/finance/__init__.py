"""
The money ledger: accounts, entries, invoices, and the audits that hold it against the goods and the documents.

Owns: the chart of accounts, entries with their lines, invoices. Does not own: what was sold (orders), what moved
(inventory), what was paid (payments); it hears of them by facts and posts from their rows.
Facts: EntryPosted, InvoiceIssued.
Lock order: Order > ... > number series. Entries lock nothing: they are only ever added, once per (origin, purpose).
"""
