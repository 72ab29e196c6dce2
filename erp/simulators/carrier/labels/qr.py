"""The QR code of the tracking page."""

import segno

ERROR_CORRECTION = "M"


def as_svg(text: str) -> str:
    """One unit per module, without quiet zone."""
    rows = list(segno.make_qr(text, error=ERROR_CORRECTION, boost_error=False).matrix)
    dots = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    box = f'viewBox="0 0 {len(rows)} {len(rows)}" width="{len(rows)}" height="{len(rows)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><path d="{dots}"/></svg>'


def size_in_modules(text: str) -> int:
    return len(segno.make_qr(text, error=ERROR_CORRECTION, boost_error=False).matrix)
