# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.60.1", "brotli==1.1.0"]
# ///
"""
Fetches the font of printed documents again: Inter, cut to the letters that invoices need.

Run ``uv run tools/vendor_print_fonts.py`` after changing the version. Typst reads TrueType, browsers WOFF2, so this is
not the file that pages use. Needs npm on the machine that runs it; nothing of npm is needed at run time.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

PACKAGE, VERSION = "inter-ui", "4.1.1"  # OFL-1.1
TARGET = Path(__file__).resolve().parent.parent / "erp" / "finance" / "documents" / "fonts"
WEIGHTS = ("Regular", "SemiBold")
# Latin with Polish and its neighbours, dashes, quotes, thin spaces, currency signs, numero, minus, times.
LETTERS = (
    "U+0020-007E,U+00A0-017F,U+0218-021B,U+1E9E,U+2009,U+2010-2015,U+2018-201E,U+2022,U+2026,U+202F,U+20A0-20C0,"
    "U+2116,U+2212,U+00D7"
)


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", f"{PACKAGE}@{VERSION}", "--silent", "--pack-destination", folder]
        archive = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        shutil.unpack_archive(Path(folder) / archive, folder)
        for weight in WEIGHTS:
            source = Path(folder) / "package" / "web" / f"Inter-{weight}.woff2"
            cut(source, TARGET / f"Inter-{weight}.ttf")


def cut(source: Path, target: Path) -> None:
    """One weight, uncompressed, with figures of equal width and kerning."""
    options = subset.Options(layout_features=["kern", "tnum", "ccmp", "mark", "mkmk", "case", "locl"])
    font = TTFont(source)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(LETTERS))
    subsetter.subset(font)
    font.flavor = None
    font.save(target)


if __name__ == "__main__":
    main()
