"""The embedded Valkey."""

import os
import signal

import pytest
import redis

from host.trouble import Trouble
from host.valkey import Valkey, find_program


@pytest.fixture
def valkey(place):
    found = Valkey(find_program() or "", place.valkey, place.run, place.logs / "valkey.log")
    yield found
    found.stop()


def client(valkey):
    return redis.Redis(unix_socket_path=valkey.broker_url.removeprefix("redis+socket://"))


def test_keeps_messages_over_a_kill_and_a_stop(valkey):
    valkey.start()
    client(valkey).rpush("queue", "first")
    client(valkey).config_set("appendfsync", "always")
    client(valkey).rpush("queue", "second")
    os.kill(client(valkey).info("server")["process_id"], signal.SIGKILL)
    valkey.start()
    client(valkey).rpush("queue", "third")
    valkey.stop()
    assert not valkey.is_ready()
    valkey.start()
    assert client(valkey).lrange("queue", 0, -1) == [b"first", b"second", b"third"]


def test_refuses_to_evict_and_listens_on_no_port(valkey):
    valkey.start()
    assert client(valkey).config_get("maxmemory-policy", "port") == {"maxmemory-policy": "noeviction", "port": "0"}


def test_damaged_data_is_said_in_a_sentence(valkey, place):
    folder = place.valkey / "appendonlydir"
    folder.mkdir(parents=True)
    (folder / "appendonly.aof.manifest").write_text("nonsense\n")
    with pytest.raises(Trouble, match="It holds nothing that PostgreSQL has not: remove"):
        valkey.start()
