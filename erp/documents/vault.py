"""
Where the bytes lie: below MEDIA_ROOT, each content once, under a path that follows from its hash.

A file is complete or absent, also after a power cut: it is written beside its place, flushed, and renamed.
A content whose row was rolled back is left lying; the next row of the same content uses it.
"""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from django.conf import settings


def digest(content: bytes) -> str:
    """The hash by which a content is known (SHA-256)."""
    return hashlib.sha256(content).hexdigest()


def path_of(sha256: str) -> str:
    """The path of a content, below MEDIA_ROOT."""
    return f"documents/{sha256[:2]}/{sha256[2:4]}/{sha256}"


def keep(content: bytes) -> str:
    """Write a content to its place, unless it lies there already, and give its path."""
    path = path_of(digest(content))
    place = Path(settings.MEDIA_ROOT) / path
    if place.is_file() and place.stat().st_size == len(content):
        return path
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.{uuid4().hex}")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _flush_folder(place.parent)
    return path


def read(path: str) -> bytes:
    """:raises FileNotFoundError: when the content is not there."""
    return (Path(settings.MEDIA_ROOT) / path).read_bytes()


def open_file(path: str) -> BinaryIO:
    """:raises FileNotFoundError: when the content is not there."""
    return (Path(settings.MEDIA_ROOT) / path).open("rb")


def _flush_folder(folder: Path) -> None:
    """A rename is safe once the folder's own entry is on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
