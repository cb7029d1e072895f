"""No network: a socket that would leave this machine cannot be made or used in any test."""

import socket
from typing import Any, NoReturn

import pytest

USUAL = socket.socket
LEAVING = (socket.AF_INET, socket.AF_INET6)


class NetworkUsedError(AssertionError):
    """failnote promises never to open a connection."""


class Local(USUAL):
    """A socket pair of asyncio's own is allowed, and nothing else."""

    def __init__(self, family: int = -1, *given: Any, **more: Any) -> None:
        if family in (-1, *LEAVING) and more.get("fileno") is None and len(given) < 3:
            _refuse()
        super().__init__(family, *given, **more)

    def connect(self, *_: Any) -> NoReturn:
        """Refuse."""
        _refuse()

    connect_ex = connect


def _refuse() -> NoReturn:
    message = "a connection was about to be opened"
    raise NetworkUsedError(message)


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Any:
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(socket, "socket", Local)
        patching.setattr(socket, "create_connection", lambda *_, **__: _refuse())
        patching.setattr(socket, "getaddrinfo", lambda *_, **__: _refuse())
        yield
