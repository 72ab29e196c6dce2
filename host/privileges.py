"""PostgreSQL refuses to run as root; this gives it another user without making one."""

import os
import shutil
import subprocess
from functools import cache

from host.trouble import Trouble

_NOBODY = 65534
# The capability lets the server reach a data folder inside root's own closed folders. Without the
# securebit the kernel drops it at the change of user.
_SETPRIV = [
    "setpriv",
    f"--reuid={_NOBODY}",
    f"--regid={_NOBODY}",
    "--clear-groups",
    "--inh-caps=-all,+dac_override",
    "--ambient-caps=-all,+dac_override",
    "--securebits=+no_setuid_fixup",
]
_UNSHARE = ["unshare", "--user", "--map-user=1000"]


@cache
def prefix() -> list[str]:
    """
    The command that must stand before PostgreSQL's programs: nothing for an ordinary user.

    :raises Trouble: as root on a machine that allows neither way of leaving root.
    """
    if os.geteuid() != 0:
        return []
    for way in (_SETPRIV, _UNSHARE):
        if shutil.which(way[0]) and subprocess.run([*way, "true"], capture_output=True).returncode == 0:
            return way
    raise Trouble(
        "PostgreSQL refuses to run as root, and this machine allows neither `setpriv` nor `unshare` to leave root.",
        "Start Backroom as an ordinary user, or point DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL server.",
    )
