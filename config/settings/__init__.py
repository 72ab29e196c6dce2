"""Django settings: base, and one module per place where Backroom runs."""
