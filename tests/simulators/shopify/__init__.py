"""The Shopify simulator, driven over HTTP as a process of its own."""
