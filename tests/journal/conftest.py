"""Journals to write to: plain ones, because deriving a key costs a tenth of a second."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from failnote.journal.opening import close, create_journal
from failnote.journal.writing import Writer
from journal.invented import PASSPHRASE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def writer(path: Path) -> Iterator[Writer]:
    connection = create_journal(path)
    yield Writer(connection)
    close(connection)


@pytest.fixture(scope="session")
def _encrypted(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    path = tmp_path_factory.mktemp("encrypted") / "journal.db"
    connection = create_journal(path, PASSPHRASE)
    key = connection.key
    assert key is not None
    close(connection)
    return path.read_bytes(), key


@pytest.fixture
def encrypted(_encrypted: tuple[bytes, bytes], path: Path) -> Path:
    """An encrypted journal without reviews."""
    path.write_bytes(_encrypted[0])
    path.chmod(0o600)
    return path


@pytest.fixture
def key(_encrypted: tuple[bytes, bytes]) -> bytes:
    """The key of the encrypted journal."""
    return _encrypted[1]
