"""Forms: labels above, help under, errors at the field; nothing typed is lost."""
