"""
Files that belong to records: pictures, labels, invoices, attachments.

Owns: Document (the row; the bytes lie in the storage under their hash), DocumentRead (who opened a guarded file).
Does not own: who may see the owner record; the owner's app registers a check for its kind of record.
Facts: none. Locks: none.
"""
