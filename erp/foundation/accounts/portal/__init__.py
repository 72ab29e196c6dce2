"""Staff pages about people, their roles, and API keys."""
