"""Pictures as we keep them: upright, of a sensible size, without what a camera wrote about place and owner."""

import io

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST, SMALL = 2000, 240  # pixels of the longer side
MOST_PIXELS = 60_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")


class NotAPicture(ValueError):
    """The file can't be used as a picture; ``reason`` says why in the reader's language."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


def prepare(content: bytes) -> tuple[bytes, bytes]:
    """
    The picture and its small version, both WEBP.

    :raises NotAPicture: when it is none, or too large to be opened safely.
    """
    try:
        image = Image.open(io.BytesIO(content), formats=FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise NotAPicture(_("it has more than 60 million pixels."))
        upright = ImageOps.exif_transpose(image)
        plain = upright.convert("RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB")
    except NotAPicture:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NotAPicture(_("it is no JPEG, PNG, WEBP or GIF picture.")) from error
    return _webp(plain, LARGEST), _webp(plain, SMALL)


def _webp(image: Image.Image, longest: int) -> bytes:
    copy = image.copy()
    copy.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    copy.save(out, "WEBP", quality=85, method=4)
    return out.getvalue()
