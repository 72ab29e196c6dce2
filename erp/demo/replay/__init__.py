"""
Real retail history sent through a simulated shop and through the whole of Backroom.

``reading`` reads the file, ``meaning`` says what each line is, ``script`` turns invoices into what happens at the shop
and in the warehouse, ``scene`` builds the company, its shop and the processes, ``acting`` does it, ``watching`` looks
on, ``settling`` waits for the end, ``report`` compares the shop, the orders and the ledgers. Nothing is forced: what
has no place goes to the list of exceptions with its reason, and is counted.
"""
