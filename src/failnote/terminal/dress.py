"""Dress: a questionary question with our keys, our look and a draft that is always kept."""

from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Callable
from typing import Any, Protocol

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import (
    KeyBindings,
    KeyBindingsBase,
    KeyPressEvent,
    merge_key_bindings,
)
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import AnyContainer, Dimension, HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl

from failnote.errors import JournalError
from failnote.review import Value
from failnote.terminal.layout import Frame, Row, View, frame
from failnote.terminal.moves import NEEDED, UNSAVED, Keep, Move
from failnote.terminal.signals import way_out

running = ~is_done

# A lone Esc is felt after 0.3 s; what a terminal sends as Alt arrives together.
PARSER_WAIT = 0.1
ALT_WAIT = 0.2


class Body(Protocol):
    """The part of a prompt that holds the answer."""

    window: Window
    container: Any

    @property
    def body(self) -> str:
        """What a draft of it is."""

    def wanted(self, columns: int, rows: int) -> int:
        """How many rows it would take."""

    def fit(self, room: int) -> None:
        """Make do with so many rows."""


class Dressed:
    """One question while it is asked."""

    def __init__(
        self, app: Application[Any], view: View, body: Body, keep: Keep | None, *, required: bool
    ) -> None:
        self.app, self.view, self.body = app, view, body
        self.required = required
        self._keep = keep
        self._kept = body.body
        self._frame = Frame()
        self._room = 1
        app.layout = Layout(self._container(), focused_element=body.window)
        app.key_bindings = self._with(common_keys(self))
        app.ttimeoutlen, app.timeoutlen = PARSER_WAIT, ALT_WAIT
        app.before_render += lambda _: self._prepare()

    def bind(self, keys: KeyBindings) -> None:
        """Add keys; they win over those that are there."""
        self.app.key_bindings = self._with(keys)

    def leave(self, result: Value | Move) -> None:
        """End the prompt with this result."""
        self.app.exit(result=result)

    def skip(self) -> None:
        """Pass over the question, unless it needs an answer."""
        if self.required:
            self.view.trouble = NEEDED
        else:
            self.leave(Move.SKIP)

    def turn_page(self) -> None:
        """Open the help, go to its next page, or close it."""
        self.view.page = (self.view.page + 1) % (self._frame.pages + 1)

    def run(self) -> Value | Move:
        """Ask; give what :meth:`leave` was given, or PAUSE when the terminal went away."""

        def let_errors_out() -> None:
            get_running_loop().set_exception_handler(self._failed)

        try:
            with way_out(self._end):
                result: Value | Move = self.app.run(
                    pre_run=let_errors_out, set_exception_handler=False
                )
                return result
        except (EOFError, KeyboardInterrupt):
            return Move.PAUSE

    def keep(self) -> None:
        """Put a changed draft away; trouble is shown, and never ends the prompt."""
        body = self.body.body
        if self._keep is None or body == self._kept:
            return
        try:
            self._keep(body)
        except (OSError, JournalError):
            self.view.unsaved = UNSAVED
        else:
            self._kept = body
            self.view.unsaved = ""

    # --------------------------------------------------------------- leaving by accident
    def _failed(self, _loop: AbstractEventLoop, context: dict[str, Any]) -> None:
        """Let an unforeseen error end the prompt; prompt_toolkit would print it and wait."""
        error = context.get("exception")
        if isinstance(error, Exception) and not self.app.is_done:
            self.app.exit(exception=error)

    def _end(self, error: Exception) -> None:
        def end() -> None:
            if not self.app.is_done:
                self.app.exit(exception=error)

        if self.app.loop is None:
            raise error
        self.app.loop.call_soon_threadsafe(end)

    # --------------------------------------------------------------- look
    def _prepare(self) -> None:
        self.keep()
        size = self.app.output.get_size()
        wanted = self.body.wanted(size.columns, size.rows)
        self._frame = frame(self.view, wanted, size.columns, size.rows)
        self._room = min(max(wanted, 1), self._frame.room)
        self.body.fit(self._room)

    def _container(self) -> AnyContainer:
        body = HSplit([self.body.container], height=lambda: Dimension.exact(self._room))
        return HSplit([self._part(lambda: self._frame.above), body, self._part(self._below)])

    def _below(self) -> list[Row]:
        return self._frame.below

    @staticmethod
    def _part(rows: Callable[[], list[Row]]) -> Window:
        return Window(
            FormattedTextControl(lambda: joined(rows())),
            height=lambda: Dimension.exact(len(rows())),
            always_hide_cursor=True,
        )

    def _with(self, keys: KeyBindings) -> KeyBindingsBase:
        before = self.app.key_bindings
        return merge_key_bindings([before, keys] if before else [keys])


def joined(rows: list[Row]) -> StyleAndTextTuples:
    """Rows as one piece of formatted text."""
    pieces: StyleAndTextTuples = []
    for row in rows:
        pieces += [*row, ("", "\n")]
    return pieces[:-1]


def list_keys(dressed: Dressed) -> KeyBindings:
    """The keys where no text is typed, so that letters are free."""
    keys = KeyBindings()
    keys.add("?", eager=True)(lambda _event: dressed.turn_page())
    keys.add("c-d", filter=running, eager=True)(lambda _event: dressed.leave(Move.PAUSE))
    return keys


def common_keys(dressed: Dressed) -> KeyBindings:
    """The keys that mean the same at every question."""
    keys = KeyBindings()
    view = dressed.view

    def leave(move: Move, *names: str) -> None:
        for name in names:
            keys.add(name, filter=running, eager=True)(lambda _event: dressed.leave(move))

    leave(Move.BACK, "s-tab")
    leave(Move.PAUSE, "c-c", "c-q", Keys.SIGINT)
    leave(Move.STOP, "f8")

    # Esc also begins what a terminal sends for Alt, so it must not be eager.
    @keys.add("escape", filter=running)
    def _back(event: KeyPressEvent) -> None:
        if len(event.key_processor.key_buffer) > 1:
            return  # Alt with a key that means nothing here
        if view.page:
            view.page = 0
        else:
            dressed.leave(Move.BACK)

    @keys.add("escape", "[", filter=running)
    def _unknown_key(event: KeyPressEvent) -> None:
        """Drop a key that prompt_toolkit does not know; it would be "back" and some letters."""
        queue = event.key_processor.input_queue
        while queue and not "@" <= queue.popleft().data <= "~":
            pass

    keys.add("tab", filter=running, eager=True)(lambda _event: dressed.skip())
    keys.add("f1", eager=True)(lambda _event: dressed.turn_page())

    @keys.add("c-z", eager=True)
    def _suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    return keys


nothing_behind = Condition(lambda: not get_app().key_processor.input_queue)
"""No other key arrived together with this one."""
