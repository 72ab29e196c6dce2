"""UUIDs of version 7 (RFC 9562): in order of time, so that an index on them grows at one end."""

import os
import time
from uuid import UUID


def uuid7() -> UUID:
    """
    A new UUIDv7: 48 bits of Unix milliseconds, 12 bits of the millisecond's fraction, 62 random bits.

    Made here because PostgreSQL has ``uuidv7()`` from 18 on only.
    """
    nanoseconds = time.time_ns()
    milliseconds, rest = divmod(nanoseconds, 1_000_000)
    fraction = rest * 4096 // 1_000_000
    random = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    return UUID(int=(milliseconds << 80) | (7 << 76) | (fraction << 64) | (2 << 62) | random)
