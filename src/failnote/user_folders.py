"""User folders: where the platform wants an application's data and its configuration."""

import sys
from collections.abc import Mapping
from pathlib import Path

from failnote.errors import UsageError


def data_folder(environ: Mapping[str, str]) -> Path:
    """Where the usual journal lies; UsageError where the home folder is not known."""
    if sys.platform == "linux":
        return _of_linux(environ.get("XDG_DATA_HOME", ""), "~/.local/share")
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed on Linux, see below

    return user_data_path("failnote", appauthor=False)


def config_folder(environ: Mapping[str, str]) -> Path:
    """Where settings, guides and codes lie; UsageError where the home folder is not known."""
    if sys.platform == "linux":
        return _of_linux(environ.get("XDG_CONFIG_HOME", ""), "~/.config")
    from platformdirs import user_config_path  # noqa: PLC0415 - not needed on Linux, see below

    return user_config_path("failnote", appauthor=False)


def _of_linux(named: str, usual: str) -> Path:
    """What platformdirs answers, without its import: 8 ms at the start of every command."""
    try:
        folder = Path(named) if Path(named).is_absolute() else Path(usual).expanduser()
    except RuntimeError:
        message = "Your home folder is not known; set HOME to it."
        raise UsageError(message) from None
    return folder / "failnote"
