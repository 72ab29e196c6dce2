"""Who calls the API, and the endpoints about companies and oneself."""
