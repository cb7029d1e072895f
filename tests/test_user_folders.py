"""Where data and configuration lie: where platformdirs says, and without its import."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import platformdirs
import pytest

from failnote.errors import UsageError
from failnote.user_folders import config_folder, data_folder

FOLDERS = [
    pytest.param("XDG_DATA_HOME", data_folder, platformdirs.user_data_path, id="data"),
    pytest.param("XDG_CONFIG_HOME", config_folder, platformdirs.user_config_path, id="config"),
]
Ours = Callable[[Mapping[str, str]], Path]


@pytest.mark.parametrize("named", [None, "", "/some/where", "/with blank ", "relative", " "])
@pytest.mark.parametrize(("variable", "ours", "theirs"), FOLDERS)
def test_a_folder_is_the_one_that_the_platform_wants(
    variable: str,
    ours: Ours,
    theirs: Callable[..., Path],
    named: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(variable, raising=False)
    if named is not None:
        monkeypatch.setenv(variable, named)

    assert ours(os.environ) == theirs("failnote", appauthor=False)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs answers")
@pytest.mark.parametrize(("_variable", "ours", "_theirs"), FOLDERS)
def test_where_nobody_is_at_home_it_is_a_sentence(
    _variable: str, ours: Ours, _theirs: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("os.getuid", lambda: 4_000_000_000)

    with pytest.raises(UsageError, match="set HOME"):
        ours({})
