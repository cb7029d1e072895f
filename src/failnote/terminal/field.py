"""Field: the place where text is typed. It wraps at words, and a paste loses nothing."""

import select
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from time import monotonic

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import fragment_list_to_text
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, VSplit, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.utils import get_cwidth

from failnote.terminal.dress import Dressed, nothing_behind, running
from failnote.terminal.layout import text_width
from failnote.terminal.moves import Move
from failnote.terminal.screen import clean, sound

BURST = 0.02
"""Seconds within which the rest of a paste comes, and no key from a finger."""
LONG_RUN, LONG_PAUSE = 100, 1.0
"""So many characters arrive together only when pasted, and within so many seconds all have."""

_BREAKS = {Keys.ControlM: "\n", Keys.ControlJ: "\n", Keys.ControlI: "    "}


@lru_cache(maxsize=64)
def row_starts(line: str, width: int) -> tuple[int, ...]:
    """Where the rows of one line begin when it is wrapped at words.

    The last column takes blanks only, so that the cursor has a place behind a full row.
    """
    starts, column, word, word_width = [0], 0, 0, 0
    for index, character in enumerate(line):
        size = get_cwidth(character)
        blank = character == " "
        if column + size > width - (not blank):
            whole = word > starts[-1] and not blank
            starts.append(word if whole else index)
            column = word_width if whole else 0
        column += size
        word, word_width = (index + 1, 0) if blank else (word, word_width + size)
    return tuple(starts)


class WordWrap(Processor):
    """Fills each row with blanks, so that the next word begins a new one."""

    def apply_transformation(self, given: TransformationInput) -> Transformation:
        """Give the padded line, and where each position went."""
        line = fragment_list_to_text(given.fragments)
        starts = row_starts(line, given.width)
        rows = [line[a:b] for a, b in zip(starts, (*starts[1:], None), strict=True)]
        padding = [max(given.width - get_cwidth(row), 0) for row in rows[:-1]]
        shift = [0, *accumulate(padding)]
        shown_starts = [start + by for start, by in zip(starts, shift, strict=True)]
        shown = "".join(row + " " * by for row, by in zip(rows, (*padding, 0), strict=True))

        def to_shown(index: int) -> int:
            return index + shift[bisect_right(starts, index) - 1]

        def to_typed(index: int) -> int:
            return min(index - shift[bisect_right(shown_starts, index) - 1], len(line))

        return Transformation([("", clean(shown, False))], to_shown, to_typed)


class Field:
    """Text being typed, over one line or several."""

    def __init__(self, buffer: Buffer, lines: int) -> None:
        self.buffer = buffer
        self.lines = lines
        """How long an answer is meant to be; from two on, Enter begins a new line."""
        self._width = text_width(80)
        self._together = False  # text came in since the screen was drawn
        self._joined = False  # a line break in it became a blank
        self._pasted_until = 0.0
        control = BufferControl(
            buffer, input_processors=[WordWrap()], include_default_input_processors=False
        )
        self.window = Window(control, wrap_lines=True)
        edge = Window(char="│") if lines > 1 else Window(FormattedTextControl(">"))
        edge.width = 1
        self.container = VSplit([edge, Window(width=1), self.window])

    @property
    def body(self) -> str:
        """What a draft of it is."""
        return self.buffer.text

    def put(self, text: str) -> None:
        """Let a text take the place of what stands there."""
        self.buffer.text = fitting(text, self.lines)
        self.buffer.cursor_position = len(self.buffer.text)

    def wanted(self, columns: int, rows: int) -> int:
        """How many rows it would take, counted no further than the terminal goes."""
        self._together = False
        self._width = max(text_width(columns) - 2, 4)
        self.window.width = self._width
        used = 0
        for line in self.buffer.document.lines:
            used += len(row_starts(line, self._width))
            if used >= rows:
                break
        return max(used, self.lines)

    def fit(self, room: int) -> None:
        """Nothing to do: the window scrolls by itself."""

    # --------------------------------------------------------------- keys
    def typed(self, event: KeyPressEvent) -> None:
        """Take a character, together with all the text that arrived behind it."""
        queue = event.key_processor.input_queue
        pieces = [_text(event.key_sequence[0])]
        while True:
            if len(pieces) > LONG_RUN:
                _read_on(event, 0)  # drawing a long paste piece by piece takes long
            if not queue or not (piece := _text(queue[0])):
                break
            if piece in _BREAKS.values() and not (len(queue) > 1 and _text(queue[1])):
                break  # the last key of all means what it says
            pieces.append(piece)
            queue.popleft()
        text = "".join(pieces)
        self._joined = "\n" in text or (self._joined and self._pasting())
        self._insert(text)
        self._together = True
        if len(text) > LONG_RUN:
            self._pasted_until = monotonic() + LONG_PAUSE

    def pasted(self, event: KeyPressEvent) -> None:
        """Take a text that the terminal marked as pasted."""
        self._insert(event.data)

    def took_as_text(self, event: KeyPressEvent) -> bool:
        """Take Enter or Tab as text if it is part of a paste that the terminal did not mark.

        Its rest would answer the next questions otherwise.
        """
        if not self._pasting():
            return False
        if _more_text_comes(event):
            self._insert(_text(event.key_sequence[0]))
            self._joined = True
            return True
        return self._joined and self.lines == 1  # the end of the last pasted line

    def _pasting(self) -> bool:
        return self._together or monotonic() < self._pasted_until

    def row_up(self) -> None:
        """Go up by one row as it is seen; prompt_toolkit goes by whole lines."""
        document = self.buffer.document
        starts = row_starts(document.current_line, self._width)
        column = document.cursor_position_col
        row = bisect_right(starts, column) - 1
        within = column - starts[row]
        if row > 0:
            target = min(starts[row - 1] + within, starts[row] - 1)
            self.buffer.cursor_position -= column - target
        elif document.cursor_position_row > 0:
            above = document.lines[document.cursor_position_row - 1]
            target = min(row_starts(above, self._width)[-1] + within, len(above))
            self.buffer.cursor_position -= column + 1 + len(above) - target

    def row_down(self) -> None:
        """Go down by one row as it is seen."""
        document = self.buffer.document
        line = document.current_line
        starts = (*row_starts(line, self._width), len(line) + 1)
        column = document.cursor_position_col
        row = bisect_right(starts, column) - 1
        within = column - starts[row]
        if row + 2 < len(starts):
            target = min(starts[row + 1] + within, starts[row + 2] - 1)
            self.buffer.cursor_position += target - column
        elif document.cursor_position_row < document.line_count - 1:
            below = document.lines[document.cursor_position_row + 1]
            ends = (*row_starts(below, self._width)[1:2], len(below) + 1)
            self.buffer.cursor_position += len(line) - column + 1 + min(within, ends[0] - 1)

    def _insert(self, text: str) -> None:
        self.buffer.insert_text(fitting(text, self.lines))


def fitting(text: str, lines: int) -> str:
    """Give a text as a field of so many lines takes it: in one line, a break becomes a blank."""
    text = sound(text)
    return text if lines > 1 else text.replace("\n", " ")


def field_keys(dressed: Dressed, field: Field, done: Callable[[], None]) -> KeyBindings:
    """The keys of a text field."""
    keys = KeyBindings()
    empty = Condition(lambda: not field.body)

    def accept(_buffer: Buffer) -> bool:
        done()
        return True

    field.buffer.on_text_changed += lambda _: setattr(dressed.view, "trouble", "")
    field.buffer.accept_handler = accept  # what some Emacs keys do; it would take any text

    keys.add(Keys.Any)(field.typed)
    keys.add(Keys.BracketedPaste)(field.pasted)
    keys.add("up", eager=True)(lambda _event: field.row_up())
    keys.add("down", eager=True)(lambda _event: field.row_down())
    keys.add("?", filter=empty & nothing_behind, eager=True)(lambda _event: dressed.turn_page())
    keys.add("c-d", filter=running & empty, eager=True)(lambda _event: dressed.leave(Move.PAUSE))
    keys.add("c-s", filter=running, eager=True)(lambda _event: done())
    keys.add("escape", "enter", filter=running)(lambda _event: done())

    @keys.add("enter", filter=running, eager=True)
    @keys.add("c-j", filter=running, eager=True)
    def _enter(event: KeyPressEvent) -> None:
        if field.lines > 1:
            field.buffer.insert_text("\n")
        elif not field.took_as_text(event):
            done()

    @keys.add("tab", filter=running, eager=True)
    def _tab(event: KeyPressEvent) -> None:
        if not field.took_as_text(event):
            dressed.skip()

    return keys


def _text(press: KeyPress) -> str:
    """What a key types; empty for a key that commands."""
    if press.key in _BREAKS:
        return _BREAKS[Keys(press.key)]
    return press.data if press.key == press.data else ""


def _more_text_comes(event: KeyPressEvent) -> bool:
    _read_on(event, BURST)
    queue = event.key_processor.input_queue
    return bool(queue and _text(queue[0]))


def _read_on(event: KeyPressEvent, seconds: float) -> None:
    """Read what has arrived meanwhile, if everything read before is used up."""
    if event.key_processor.input_queue:
        return
    if select.select([event.app.input.fileno()], [], [], seconds)[0]:
        event.key_processor.feed_multiple(event.app.input.read_keys())
