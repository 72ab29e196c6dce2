"""Staff pages of tax rates and number series."""
