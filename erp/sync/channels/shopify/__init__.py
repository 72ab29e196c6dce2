"""Shopify, over its Admin GraphQL API. See README.md for what is used and which vendor's rules stand behind it."""
