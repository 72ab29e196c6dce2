"""The units of measure that every company starts with (code, Polish, English)."""

UNITS = (
    ("pc", "szt.", "pcs"),
    ("set", "kpl.", "set"),
    ("pair", "para", "pair"),
    ("kg", "kg", "kg"),
    ("m", "m", "m"),
    ("m2", "m²", "m²"),
    ("l", "l", "l"),
)
