"""
What happens in the shop, whoever asks for it: the API, the staff or a buyer. Documents are dicts in the vendor's own
names.
"""
