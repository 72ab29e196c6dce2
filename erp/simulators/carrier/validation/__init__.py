"""Bodies in: checked field by field, normalised to the JSON that is stored, printed and answered."""
