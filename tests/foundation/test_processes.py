"""Forked processes share no open connection: each would read the other's answers."""

import os
from collections.abc import Callable
from functools import lru_cache

import pytest

from erp.carriers.sandbox import adapter
from erp.foundation.processes import kept_by_process
from erp.sync.channels.shopify import client

URL = "http://127.0.0.1:9"


def shared_with_a_fork(make: Callable[[], object]) -> bool:
    """Whether a child that asks for the connection gets the one its parent has."""
    ours = make()
    pid = os.fork()
    if not pid:
        os._exit(1 if make() is ours else 0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 1


@pytest.mark.parametrize("connection", [client._connection, adapter._connection], ids=["shopify", "carrier"])
def test_a_child_gets_a_connection_of_its_own(connection: Callable[[str, str], object]) -> None:
    assert connection(URL, "token") is connection(URL, "token")
    assert not shared_with_a_fork(lambda: connection(URL, "token"))


def test_an_ordinary_cache_would_have_shared_it() -> None:
    assert shared_with_a_fork(lru_cache(maxsize=1)(object))
    assert not shared_with_a_fork(kept_by_process(maxsize=1)(object))
