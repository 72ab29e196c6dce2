"""Paths, keys and locks of a data folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from host.keys import ensure_keys
from host.locks import Post, Users
from host.paths import REPOSITORY, Home
from host.trouble import Trouble


def test_sockets_lie_in_the_data_folder_when_its_path_allows():
    assert Home(Path("/srv/backroom")).run == Path("/srv/backroom/run")


@pytest.mark.parametrize("odd", ["/srv/" + "x" * 100, "/srv/with space", "/srv/zażółć"])
def test_sockets_move_to_a_hashed_folder_when_it_does_not(odd):
    run = Home(Path(odd)).run
    assert len(str(run / ".s.PGSQL.5432.lock")) <= 107
    assert run.name.startswith(f"backroom-{os.getuid()}-")
    assert run != Home(Path(odd + "2")).run


def test_a_run_folder_that_is_a_link_is_refused(tmp_path):
    """In a shared temporary folder somebody could put a link in our place."""
    home = Home(tmp_path / "home")
    home.root.mkdir()
    (tmp_path / "elsewhere").mkdir()
    home.run.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Trouble, match="belongs to another user"):
        home.make()


def test_keys_are_made_once_and_closed_to_others(place):
    first = ensure_keys(place.keys)
    assert ensure_keys(place.keys) == first
    assert place.keys.stat().st_mode & 0o777 == 0o600
    assert len(first["SECRET_KEY"]) >= 50
    assert first["FIELD_KEYS"].startswith("k1:")


def test_a_key_file_without_a_key_is_never_refilled(place):
    """New keys can't read what the old ones encrypted; silence here would be the loss of it."""
    place.keys.write_text("SECRET_KEY=abc\n")
    with pytest.raises(Trouble, match="lacks FIELD_KEYS"):
        ensure_keys(place.keys)
    assert place.keys.read_text() == "SECRET_KEY=abc\n"


def test_the_last_user_stops_the_servers(place):
    stopped = []
    one, two = Users(place.run / "users.lock"), Users(place.run / "users.lock")
    one.leave(lambda: stopped.append("one"))
    two.leave(lambda: stopped.append("two"))
    assert stopped == ["two"]


def test_a_post_of_a_killed_process_is_free(place):
    code = (
        "import sys; from pathlib import Path; from host.locks import Post; p = Post(Path(sys.argv[1]));"
        "print(p.take(), flush=True); sys.stdin.read()"
    )
    path = place.run / "up.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout.readline() == "True\n"
    post = Post(path)
    assert not post.take()
    assert post.holder() == [str(holder.pid)]
    holder.kill()
    holder.communicate()
    assert post.take()
