"""
What things cost: price lists with currency, gross or net, and validity; the price of a line with its reasons.

Owns: PriceList, Price. Does not own: discounts of a channel (frozen facts of the order), costs (inventory).
Facts: PriceChanged. Lock order: prices of one list by primary key; nothing else is locked.
"""
