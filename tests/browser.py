"""Browser: a real Chromium without a window, spoken to over two pipes; no port is opened."""

import base64
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import F_DUPFD_CLOEXEC, fcntl
from pathlib import Path
from select import select
from signal import SIGTERM
from typing import Any

NAMES = ("chromium", "google-chrome", "chromium-browser", "google-chrome-stable")
OPTIONS = (
    "--headless",
    "--no-sandbox",  # a container knows no user namespaces; only our own pages are opened
    "--remote-debugging-pipe",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--no-first-run",
    "--hide-scrollbars",
)
PAPERS = {"A4": (8.268, 11.693), "Letter": (8.5, 11.0)}
"""Width and height in inches."""


def chromium() -> str | None:
    """The program, or None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


PATIENCE = 60


@contextmanager
def browser(program: str, home: Path) -> Iterator["Browser"]:
    """Start a Chromium that keeps everything in ``home``, and end it."""
    given, say = os.pipe()
    hear, taken = os.pipe()
    # Above 9, so that neither stands where Chromium reads (3) and answers (4).
    ends = [fcntl(end, F_DUPFD_CLOEXEC, 10) for end in (given, taken)]
    os.close(given)
    os.close(taken)
    process = os.posix_spawn(
        program,
        [program, *OPTIONS, f"--user-data-dir={home}", "about:blank"],
        {**os.environ, "HOME": str(home)},
        file_actions=[
            *((os.POSIX_SPAWN_OPEN, end, os.devnull, os.O_RDWR, 0) for end in (0, 1, 2)),
            *((os.POSIX_SPAWN_DUP2, end, place) for place, end in enumerate(ends, 3)),
        ],
    )
    for end in ends:
        os.close(end)
    try:
        yield Browser(say, hear)
    finally:
        os.close(say)
        os.close(hear)
        os.kill(process, SIGTERM)
        os.waitpid(process, 0)


class Browser:
    """One page; what it asks of the network is kept."""

    def __init__(self, say: int, hear: int) -> None:
        """Speak through one pipe and hear through the other."""
        self._say, self._hear = say, hear
        self._number = 0
        self._rest = b""
        self._session = ""
        self._asked: dict[str, str] = {}
        pages = self._do("Target.getTargets")["targetInfos"]
        page = next(each["targetId"] for each in pages if each["type"] == "page")
        attached = self._do("Target.attachToTarget", targetId=page, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self._do(f"{domain}.enable")

    @property
    def requests(self) -> list[str]:
        """What the page asked for since it was opened; not what it was kept from asking."""
        return list(self._asked.values())

    def open(self, path: Path, *, width: int = 1000, scheme: str = "light") -> None:
        """Load a file into a window of this width, light or dark."""
        self._do(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=width < 500,
        )
        self.paint(scheme)
        self._asked.clear()
        self._do("Page.navigate", url=path.as_uri())
        self._until("Page.loadEventFired")

    def paint(self, scheme: str) -> None:
        """Let it be light or dark."""
        media = [{"name": "prefers-color-scheme", "value": scheme}]
        self._do("Emulation.setEmulatedMedia", media="", features=media)

    def ask(self, expression: str) -> Any:
        """The value of some JavaScript, which is ours and not the page's; promises are awaited."""
        done = self._do(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def printed(self, paper: str) -> bytes:
        """The page as a PDF on this paper, with the margins that it asks for."""
        wide, high = PAPERS[paper]
        done = self._do(
            "Page.printToPDF",
            paperWidth=wide,
            paperHeight=high,
            printBackground=True,
            preferCSSPageSize=False,
        )
        return base64.b64decode(done["data"])

    def picture(self) -> bytes:
        """The whole page as a PNG."""
        done = self._do("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(done["data"])

    def _do(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._say, json.dumps(message).encode() + b"\0")
        while True:
            heard = self._message()
            if heard.get("id") == self._number:
                assert "error" not in heard, heard["error"]
                result: dict[str, Any] = heard["result"]
                return result

    def _until(self, event: str) -> None:
        while self._message().get("method") != event:
            pass

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select([self._hear], [], [], PATIENCE)
            assert ready, f"Chromium has said nothing for {PATIENCE} seconds"
            piece = os.read(self._hear, 1 << 20)
            assert piece, "Chromium has ended"
            self._rest += piece
        raw, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(raw)
        told = message.get("params", {})
        if message.get("method") == "Network.requestWillBeSent":
            self._asked[told["requestId"]] = told["request"]["url"]
        elif message.get("method") == "Network.loadingFailed" and "blockedReason" in told:
            self._asked.pop(told["requestId"], None)
        return message
