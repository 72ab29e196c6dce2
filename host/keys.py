"""
The keys of one installation: made once, readable by its user only, never inside a backup's archive.

Who loses them loses the stored passwords and tokens of shops and carriers, and nothing else.
"""

import base64
import os
import secrets
from pathlib import Path

from host.trouble import Trouble

NAMES = ("SECRET_KEY", "FIELD_KEYS")


def ensure_keys(path: Path) -> dict[str, str]:
    """
    Read the keys, made at the first call.

    :raises Trouble: when the file is there and lacks a key.
    """
    if not path.exists():
        _write(path)
    found = dict(line.split("=", 1) for line in path.read_text().splitlines() if "=" in line)
    missing = [name for name in NAMES if not found.get(name)]
    if missing:
        raise Trouble(
            f"The key file {path} lacks {', '.join(missing)}.",
            "Put it back from your backup. New keys can't read what the old ones encrypted.",
        )
    return {name: found[name] for name in NAMES}


def _write(path: Path) -> None:
    field_key = base64.b64encode(secrets.token_bytes(32)).decode()
    text = f"SECRET_KEY={secrets.token_urlsafe(50)}\nFIELD_KEYS=k1:{field_key}\n"
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # fails when another start was first; its keys count
    except FileExistsError:
        pass
    finally:
        draft.unlink()
