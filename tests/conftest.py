"""What all tests share: snapshots of text, how often hypothesis tries, keys derived only once."""

import gc
import os
import signal
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import settings

from failnote.journal import recovery

pytest_plugins = ["no_network"]

# Whoever starts the suite in the background may have these ignored, and a process inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)
for _name in ("SIGHUP", "SIGTERM"):
    if hasattr(signal, _name):
        signal.signal(getattr(signal, _name), signal.SIG_DFL)

# The tests start failnote hundreds of times; compiling it anew each time doubles what that costs.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile("everyday", deadline=None, max_examples=10, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=500)

# A key is a tenth of a second of arithmetic by design, and many tests open the same journal.
recovery.derive_key = lru_cache(recovery.derive_key)

SNAPSHOTS = Path(__file__).with_name("snapshots")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--snapshot-update", action="store_true", help="Write the snapshots anew; then read them."
    )


def pytest_configure(config: pytest.Config) -> None:
    """Let hypothesis try longer where the long rounds are asked for."""
    chosen = config.option.markexpr
    long = "long" in chosen and "not long" not in chosen
    settings.load_profile("long" if long else "everyday")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long rounds out, unless the marks to run are named."""
    gc.freeze()  # thousands of tests, which no collection need look at again
    if config.option.markexpr:
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of this name in ``tests/snapshots``."""
    update = bool(request.config.getoption("--snapshot-update"))

    def compare(name: str, text: str) -> None:
        path = SNAPSHOTS / name
        if update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path.name} is not there; see --snapshot-update"
        assert text == path.read_text(encoding="utf-8")

    return compare
