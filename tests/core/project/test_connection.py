"""Who reads beside a busy writer gets in between two of its commits."""

import sqlite3
import threading
import time

import pytest

from core.project.connection import Connection, give_way

COMMIT_S = 0.02


def opened(file, factory):
    return sqlite3.connect(file, timeout=0, isolation_level=None, factory=factory)


class BusyWriter:
    """Commits without a pause, each as long as a slow disk takes."""

    def __init__(self, file):
        self.commits = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(file,))

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._is_over.set()
        self._thread.join()

    def _run(self, file):
        connection = opened(file, Connection)
        while not self._is_over.is_set():
            give_way()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("INSERT INTO numbers VALUES (1)")
            time.sleep(COMMIT_S)
            connection.execute("COMMIT")
            self.commits += 1
        connection.close()


@pytest.fixture
def file(tmp_path):
    connection = opened(tmp_path / "numbers.sqlite", Connection)
    connection.execute("CREATE TABLE numbers (value INTEGER)")
    connection.close()
    return tmp_path / "numbers.sqlite"


def test_reads_beside_a_writer_without_a_pause_wait_for_two_commits_at_most(file):
    reader = opened(file, Connection)
    with BusyWriter(file) as writer:
        while not writer.commits:
            time.sleep(COMMIT_S)
        for _ in range(10):
            before = writer.commits
            reader.execute("SELECT count(*) FROM numbers").fetchone()
            assert writer.commits - before <= 2
    reader.close()


def test_a_file_that_another_program_holds_is_waited_for_a_while_only(file, monkeypatch):
    monkeypatch.setattr("core.project.connection.BUSY_TIMEOUT_S", 0.05)
    other, reader = opened(file, sqlite3.Connection), opened(file, Connection)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        reader.execute("SELECT 1 FROM numbers")
    other.execute("ROLLBACK")
    assert reader.execute("SELECT 1 FROM numbers").fetchall() == []
    other.close(), reader.close()
