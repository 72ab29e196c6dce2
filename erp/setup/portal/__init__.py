"""Staff pages that set a company up."""
