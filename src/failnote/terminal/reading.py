"""Reading: a text to read before going on, page by page where it is long."""

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import Window
from prompt_toolkit.layout.controls import FormattedTextControl

from failnote.terminal.dress import joined
from failnote.terminal.layout import Row, text_width
from failnote.terminal.wrapping import wrap


class Reading:
    """A text and the page of it that is shown."""

    body = ""
    """There is nothing to keep."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._rows: list[str] = []
        self._room = 1
        self._from = 0
        drawing = FormattedTextControl(self._drawn, focusable=True, show_cursor=False)
        self.window = self.container = Window(drawing)

    def turn(self) -> bool:
        """Go to the next page; False when there is none."""
        if self._from + self._size >= len(self._rows):
            return False
        self._from += self._size
        return True

    def wanted(self, columns: int, rows: int) -> int:
        """How many rows the whole text takes."""
        self._rows = wrap(self._text, text_width(columns))
        return min(len(self._rows), rows)

    def fit(self, room: int) -> None:
        """Draw it in so many rows."""
        self._room = room

    @property
    def _size(self) -> int:
        return self._room if len(self._rows) <= self._room else max(self._room - 1, 1)

    def _drawn(self) -> StyleAndTextTuples:
        shown: list[Row] = [[("", row)] for row in self._rows[self._from :][: self._size]]
        if self._from + self._size < len(self._rows):
            shown.append([("dim", "… Enter shows more")])
        return joined(shown)
