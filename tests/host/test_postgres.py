"""The embedded PostgreSQL against kills, races, strangers and old data."""

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from host import roles
from host.binaries import Binaries, find_binaries
from host.paths import REPOSITORY
from host.postgres import APP, MANAGER, OWNER, Cluster
from host.processes import is_alive, working_in
from host.trouble import Trouble


def started(cluster):
    cluster.start()
    roles.make_roles(cluster)
    roles.make_database(cluster)


def postmaster(cluster):
    return int((cluster.data / "postmaster.pid").read_text().split()[0])


def test_starts_in_a_long_path_with_spaces_and_listens_on_no_port(cluster):
    started(cluster)
    with psycopg.connect(cluster.url(MANAGER, "postgres")) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert connection.execute("SHOW data_checksums").fetchone() == ("on",)
        assert connection.execute("SHOW fsync").fetchone() == ("on",)
    assert cluster.run.stat().st_mode & 0o077 == 0


def test_roles_are_no_superusers_and_only_the_owner_may_create(cluster):
    started(cluster)
    started(cluster)
    with psycopg.connect(cluster.url(MANAGER, "postgres")) as connection:
        found = connection.execute(
            "SELECT rolname, rolsuper, rolcreatedb, rolcreaterole FROM pg_roles "
            "WHERE rolname LIKE 'backroom%' ORDER BY 1"
        ).fetchall()
    assert found == [(APP, False, False, False), (OWNER, False, False, False)]
    with psycopg.connect(cluster.url(OWNER)) as connection:
        connection.execute("CREATE TABLE mine (id int)")
    with (
        psycopg.connect(cluster.url(APP)) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("CREATE TABLE other (id int)")


def test_eight_at_once_make_each_role_once(cluster):
    cluster.start()
    begin, failures = threading.Barrier(8), []

    def make():
        begin.wait()
        try:
            roles.make_roles(cluster)
        except psycopg.Error as error:
            failures.append(error)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []


def test_committed_rows_survive_a_kill(cluster):
    started(cluster)
    with psycopg.connect(cluster.url(OWNER), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (id int)")
        connection.execute("INSERT INTO kept VALUES (1)")
        os.kill(postmaster(cluster), signal.SIGKILL)
    cluster.start()
    with psycopg.connect(cluster.url(OWNER)) as connection:
        assert connection.execute("SELECT id FROM kept").fetchall() == [(1,)]


def test_pid_file_of_a_stranger_does_not_stop_the_start(cluster):
    """After a crash of the machine the number in the file may belong to anybody; PostgreSQL alone would give up."""
    started(cluster)
    pid = postmaster(cluster)
    lines = (cluster.data / "postmaster.pid").read_text().split("\n")
    cluster.stop()
    assert not is_alive(pid)
    (cluster.data / "postmaster.pid").write_text("\n".join([str(os.getpid()), *lines[1:]]))
    cluster.start()
    assert cluster.is_ready()


def test_three_starts_at_once_make_one_server(cluster, place):
    code = (
        "import os,sys; from pathlib import Path; from host.paths import Home; from host.postgres import Cluster;"
        "from host.binaries import find_binaries; h = Home(Path(sys.argv[1]));"
        "Cluster(h.postgres, h.run, h.logs / 'postgres.log', find_binaries(os.environ)).start()"
    )
    command = [sys.executable, "-c", code, str(place.root)]
    with ThreadPoolExecutor(3) as pool:
        runs = list(
            pool.map(lambda _: subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY), range(3))
        )
    assert [(run.returncode, run.stderr) for run in runs] == [(0, "")] * 3
    assert cluster.is_ready()
    assert postmaster(cluster) in working_in(cluster.data)


def test_data_of_another_major_version_is_refused_with_the_way_out(cluster):
    started(cluster)
    cluster.stop()
    (cluster.data / "PG_VERSION").write_text("14\n")
    with pytest.raises(Trouble, match=r"made by PostgreSQL 14[\s\S]*bin/erp backup[\s\S]*bin/erp restore"):
        cluster.start()
    (cluster.data / "PG_VERSION").write_text(f"{cluster.binaries.major}\n")


def test_a_half_made_folder_is_made_again(cluster):
    fresh = cluster.data.with_name("postgres.new")
    fresh.mkdir()
    (fresh / "rest of a start that was cut off").touch()
    started(cluster)
    assert not fresh.exists()


def test_what_people_write_stays_out_of_the_log(cluster):
    started(cluster)
    with psycopg.connect(cluster.url(OWNER), autocommit=True) as connection:
        connection.execute("CREATE TABLE people (mail text UNIQUE)")
        connection.execute("INSERT INTO people VALUES ('anna@example.com')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO people VALUES ('anna@example.com')")
    assert "anna" not in cluster.log.read_text()
    assert "duplicate key" in cluster.log.read_text()


def test_a_named_folder_without_programs_is_refused(tmp_path):
    with pytest.raises(Trouble, match="ERP_PG_BINDIR"):
        find_binaries({"ERP_PG_BINDIR": str(tmp_path)})


def test_the_system_server_can_be_named(place):
    system = "/usr/lib/postgresql/15/bin"
    if not Path(system).exists():
        pytest.skip("this machine has no PostgreSQL 15 of its own")
    found = find_binaries({"ERP_PG_BINDIR": system})
    assert found == Binaries(found.folder, 15)
    cluster = Cluster(place.postgres, place.run, place.logs / "postgres.log", found)
    started(cluster)
    assert cluster.is_ready()
    cluster.stop()
    assert not cluster.is_ready()


@pytest.mark.skipif(os.geteuid() != 0, reason="a small disk can be mounted by root alone")
def test_a_full_disk_is_said_in_a_sentence(tmp_path):
    small = tmp_path / "small disk"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(small)], capture_output=True)
    if mounted.returncode:
        pytest.skip("this machine mounts nothing")
    try:
        run = tmp_path / "run"
        run.mkdir(mode=0o700)
        cluster = Cluster(small / "postgres", run, tmp_path / "log", find_binaries(os.environ))
        with pytest.raises(Trouble, match="The disk is full"):
            cluster.start()
    finally:
        subprocess.run(["umount", str(small)], check=True)
