"""
Printed documents: what stands on them (`content`), how it is set (`*.typ`), and the setting (`rendering`).

The font lies beside them, since typst reads no font of the pages; tools/vendor_print_fonts.py fetches it again.
"""
