"""The first step on a bare machine."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from host import bootstrap, up
from host.paths import REPOSITORY, Home
from host.trouble import Trouble


@pytest.fixture
def copy(tmp_path):
    """The project as cloned, without an environment."""
    for folder in ("host", "requirements", "bin"):
        shutil.copytree(
            REPOSITORY / folder, tmp_path / "new clone" / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    return tmp_path / "new clone"


def test_without_pip_it_names_the_package_to_install(copy, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "bare")], check=True)
    environ = {"PATH": f"{tmp_path / 'bare' / 'bin'}:/bin"}
    done = subprocess.run(
        [tmp_path / "bare" / "bin" / "python3", copy / "host" / "bootstrap.py", "erp"],
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 1
    assert "apt install python3-pip" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_a_clone_of_another_user_is_said_in_a_sentence(copy, tmp_path):
    for folder in (tmp_path, *tmp_path.parents):
        if folder == Path(tempfile.gettempdir()):
            break
        folder.chmod(0o755)
    command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "/usr/bin/python3"]
    done = subprocess.run(
        [*command, str(copy / "host" / "bootstrap.py"), "erp"],
        capture_output=True,
        text=True,
        timeout=120,
        env={"PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 1
    assert "Clone the project as this user" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("error: No space left on device (os error 28)", "The disk is full"),
        ("error: Hash mismatch for `django==5.2.19`", "differs from the one that was pinned"),
        ("error: command 'gcc' failed: No such file or directory", "no compiler to build one"),
        ("error: Failed to fetch: connection refused", "could not be installed"),
    ],
)
def test_what_an_installer_says_becomes_a_sentence(said, meaning):
    assert meaning in str(bootstrap.explain(said))


def test_a_taken_port_is_said_with_the_way_out():
    taken = up.listen(0)
    port = taken.getsockname()[1]
    with pytest.raises(Trouble, match=rf"Port {port} is taken by another program[\s\S]*bin/up --port {port + 1}"):
        up.listen(port)
    taken.close()


def test_fresh_needs_a_clear_word(place: Home, monkeypatch):
    monkeypatch.delenv("DATABASE_URL")
    (place.files / "invoice.pdf").touch()
    with pytest.raises(Trouble, match="bin/up --fresh --yes"):
        up.remove_data(place, sure=False)
    assert (place.files / "invoice.pdf").exists()


def test_fresh_never_touches_a_database_that_was_named(place: Home, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://backroom_app@db.example.com/backroom")
    with pytest.raises(Trouble, match="DATABASE_URL names another"):
        up.remove_data(place, sure=True)


def test_what_a_program_prints_does_not_depend_on_the_locale(copy):
    (copy / ".venv").symlink_to(sys.prefix)
    (copy / "host" / "spell.py").write_text('print("Łódź")\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, copy / "host" / "bootstrap.py", "spell"],
        env={"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        capture_output=True,
        timeout=120,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "Łódź\n".encode(), b"")
