"""
Webhook bodies in the vendor's REST shape: snake_case, numeric ids, money as strings, times with the shop's offset.
"""
