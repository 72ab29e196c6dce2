# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.60.1", "brotli==1.1.0"]
# ///
"""
Fetches the browser files of other projects again: htmx, Inter, Tabler icons, axe-core.

Run ``uv run tools/vendor_static.py`` after changing a version or ``static/vendor/icons.txt``. Needs npm on
the machine that runs it; nothing of npm is needed at run time. Writes ``static/vendor`` with a manifest
of versions, licences and hashes, which a test compares with the files.
"""

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from fontTools import subset

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "static" / "vendor"
BROWSER_TESTS = ROOT / "tests" / "browser" / "vendor"

PACKAGES = {
    "htmx.org": ("4.0.1", "0BSD"),
    "@fontsource-variable/inter": ("5.3.0", "OFL-1.1"),
    "@tabler/icons": ("3.52.0", "MIT"),
    "axe-core": ("4.14.1", "MPL-2.0"),
}
# Latin Extended-A (Polish and its neighbours), Romanian comma letters, quotes, dashes and currency signs.
LATIN_EXT = "U+0100-017F,U+0218-021B,U+1E9E,U+20A0-20C0,U+2113,U+2116"


def main() -> None:
    VENDOR.mkdir(parents=True, exist_ok=True)
    BROWSER_TESTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        packages = {name: fetch(name, version, Path(folder)) for name, (version, _) in PACKAGES.items()}
        files = [
            *copy_htmx(packages["htmx.org"]),
            *copy_inter(packages["@fontsource-variable/inter"]),
            *copy_icons(packages["@tabler/icons"]),
            *copy_axe(packages["axe-core"]),
        ]
    write_manifest(files)


def fetch(name: str, version: str, folder: Path) -> Path:
    """Download one npm package and unpack it; returns its folder."""
    command = ["npm", "pack", f"{name}@{version}", "--silent", "--pack-destination", str(folder)]
    archive = folder / subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    target = folder / re.sub(r"\W", "_", name)
    shutil.unpack_archive(archive, target)
    return target / "package"


def copy_htmx(package: Path) -> list[tuple[str, Path]]:
    text = (package / "dist" / "htmx.min.js").read_text()
    target = VENDOR / "htmx.min.js"
    target.write_text(re.sub(r"\n?//# sourceMappingURL=.*\n?$", "\n", text))
    licence = VENDOR / "LICENSE.htmx.txt"
    shutil.copy(package / "LICENSE", licence)
    return [("htmx.org", target), ("htmx.org", licence)]


def copy_inter(package: Path) -> list[tuple[str, Path]]:
    latin, extended = VENDOR / "inter-latin.woff2", VENDOR / "inter-latin-ext.woff2"
    shutil.copy(package / "files" / "inter-latin-wght-normal.woff2", latin)
    source = package / "files" / "inter-latin-ext-wght-normal.woff2"
    subset.main(
        [str(source), f"--unicodes={LATIN_EXT}", f"--output-file={extended}", "--flavor=woff2", "--layout-features=*"]
    )
    licence = VENDOR / "LICENSE.inter.txt"
    shutil.copy(package / "LICENSE", licence)
    return [("@fontsource-variable/inter", path) for path in (latin, extended, licence)]


def copy_icons(package: Path) -> list[tuple[str, Path]]:
    """One sprite with the icons named in icons.txt, a name a line."""
    names = sorted(set((VENDOR / "icons.txt").read_text().split()))
    symbols = [symbol(name, (package / "icons" / "outline" / f"{name}.svg").read_text()) for name in names]
    sprite = VENDOR / "icons.svg"
    sprite.write_text('<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n")
    licence = VENDOR / "LICENSE.tabler-icons.txt"
    shutil.copy(package / "LICENSE", licence)
    return [("@tabler/icons", sprite), ("@tabler/icons", licence)]


def symbol(name: str, svg: str) -> str:
    """The drawing of one icon as a symbol; stroke and size come from the page's style."""
    body = re.sub(r"\s+", " ", svg[svg.index(">") + 1 : svg.rindex("</svg>")])
    body = re.sub(r'<path stroke="none"[^>]*/>', "", body).strip()
    return f'<symbol id="{name}" viewBox="0 0 24 24">{body}</symbol>'


def copy_axe(package: Path) -> list[tuple[str, Path]]:
    target, licence = BROWSER_TESTS / "axe.min.js", BROWSER_TESTS / "LICENSE.axe-core.txt"
    shutil.copy(package / "axe.min.js", target)
    shutil.copy(package / "LICENSE", licence)
    return [("axe-core", target), ("axe-core", licence)]


def write_manifest(files: list[tuple[str, Path]]) -> None:
    manifest = {
        name: {
            "version": version,
            "licence": licence,
            "files": {
                str(path.relative_to(ROOT)): hashlib.sha256(path.read_bytes()).hexdigest()
                for owner, path in files
                if owner == name
            },
        }
        for name, (version, licence) in PACKAGES.items()
    }
    (VENDOR / "manifest.json").write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
