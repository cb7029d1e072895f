"""Promise 7, row 45: failnote never opens a connection."""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from no_network import NetworkUsedError
from program import CORE, PASSPHRASE, one_after_the_other, private_home

EVERYTHING = (
    ("review", "--answers", str(CORE)),
    ("list",),
    ("show", "1"),
    ("patterns",),
    ("note", "1"),
    ("export",),
    ("journal", "backup"),
    ("journal", "check"),
    ("journal", "status"),
    ("guides",),
)


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_row_45_in_this_suite_no_socket_can_be_made(family: int) -> None:
    with pytest.raises(NetworkUsedError):
        socket.socket(family)
    with pytest.raises(NetworkUsedError):
        socket.create_connection(("localhost", 80))


def test_row_45_pairs_within_a_process_are_no_connection() -> None:
    one, other = socket.socketpair()
    one.send(b"x")

    assert other.recv(1) == b"x"
    one.close()
    other.close()


def test_row_45_every_command_runs_without_a_network_interface(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private_home(tmp_path, monkeypatch)
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", PASSPHRASE)
    alone = [shutil.which("unshare") or "unshare", "--net", "--map-root-user"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("a process cannot be cut off from the network here")

    done = one_after_the_other(*EVERYTHING, under=alone)

    assert done.returncode == 0, done.stderr


@pytest.mark.long
def test_row_45_with_strace_no_command_asks_for_a_socket_that_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private_home(tmp_path, monkeypatch)
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not there to look on")
    log = tmp_path / "calls"
    command = [strace, "-f", "-qq", "-e", "trace=socket,connect", "-o", str(log)]
    words = ["review", "--answers", str(CORE), "--no-passphrase"]

    subprocess.run([*command, sys.executable, "-m", "failnote", *words], check=True)

    assert "AF_INET" not in log.read_text()
    assert "connect(" not in log.read_text()
