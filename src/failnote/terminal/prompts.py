"""Prompts: guide questions asked on a terminal that can be drawn on."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, TextIO

import questionary
from prompt_toolkit import print_formatted_text
from prompt_toolkit.application.run_in_terminal import run_in_terminal
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.output.vt100 import Vt100_Output
from questionary.prompts.common import InquirerControl

from failnote.errors import AnswerError, JournalError
from failnote.guide.questions import Choice, Choices, Date, Info, Number, Question, Scale, Text
from failnote.guide.values import read, typed
from failnote.review import Value
from failnote.terminal import moves
from failnote.terminal.dress import Dressed, list_keys, running
from failnote.terminal.editor import EditorError, edit_text, warning
from failnote.terminal.field import Field, field_keys, fitting
from failnote.terminal.layout import WIDEST, View
from failnote.terminal.moves import Keep, Move
from failnote.terminal.picks import Picks, marked_at_first, numbers, pick_keys
from failnote.terminal.place import unechoed
from failnote.terminal.reading import Reading
from failnote.terminal.screen import clean
from failnote.terminal.wrapping import cells, in_a_row, shorten, unfold

DATE_LEAD = "A date like 2026-10-31, or: today, yesterday, -3, +30d"


def on_terminal(environ: Mapping[str, str], stdin: TextIO, talk: TextIO) -> "Prompts":
    """Ask on a terminal: keys from ``stdin``, everything drawn on ``talk``."""
    display = Vt100_Output.from_pty(talk, term=environ.get("TERM"))
    # Nothing here needs the cursor's place, and a terminal that does not tell it gets a warning.
    display.enable_cpr = False
    return Prompts(environ, create_input(stdin), display)


class Prompts:
    """Asks with the arrow keys, a text field and a hint; leaves one line when it is done."""

    def __init__(self, environ: Mapping[str, str], keyboard: Input, display: Output) -> None:
        self._environ = environ
        self._display = display
        self._keyboard = keyboard
        self._io: dict[str, Any] = {
            "input": keyboard,
            "output": display,
            "erase_when_done": True,
            "color_depth": ColorDepth.DEPTH_1_BIT,
        }
        self._warned = False

    def ask(
        self,
        question: Question,
        *,
        head: str,
        today: date,
        old: Value = None,
        default: Value = None,
        draft: str | None = None,
        keep: Keep | None = None,
        note: str = "",
    ) -> Value | Move:
        """Give an answer that fits the question, or what was done instead."""
        view = View(
            ask=clean(unfold(question.ask)),
            head=clean(head, False),
            note=clean(note),
            lead=_lead(question),
            help=clean(unfold(question.help)) or moves.NO_HELP,
        )
        standing = default if old is None else old
        if isinstance(question, Info):
            return self._inform(view)
        if isinstance(question, Choice | Choices):
            return self._pick(question, view, standing, draft, keep)
        text = typed(question, standing) if draft is None else draft
        return self._type(question, view, text, keep, today)

    def say(self, question: Question, value: Value) -> None:
        """Leave one quiet line: the question's first words and the answer's."""
        if isinstance(question, Info):
            return
        ask = shorten(clean(question.ask, False), WIDEST // 2)
        room = WIDEST - cells(ask) - 3
        answer = shorten(clean(in_a_row(question.in_words(value)), False), room)
        row = FormattedText([("dim", f"  {ask} "), ("", answer)])
        print_formatted_text(row, output=self._display, color_depth=ColorDepth.DEPTH_1_BIT)

    def at_work(self) -> AbstractContextManager[None]:
        """Hold for a row of questions: between two of them nothing that is typed is drawn."""
        return unechoed(self._keyboard.fileno())

    # --------------------------------------------------------------- to read
    def _inform(self, view: View) -> Value | Move:
        text, view.ask = view.ask, ""
        view.keys = moves.INFO_KEYS
        view.ways = moves.ways(help_key="?", skippable=False)
        app = questionary.select("", ["read"], **self._io).application
        reading = Reading(text)
        dressed = Dressed(app, view, reading, None, required=False)
        keys = list_keys(dressed)

        @keys.add("enter", filter=running, eager=True)
        @keys.add("tab", filter=running, eager=True)
        def _on(_event: KeyPressEvent) -> None:
            if not reading.turn():
                dressed.leave(None)

        dressed.bind(keys)
        return dressed.run()

    # --------------------------------------------------------------- to choose
    def _pick(
        self,
        question: Choice | Choices,
        view: View,
        standing: Value,
        draft: str | None,
        keep: Keep | None,
    ) -> Value | Move:
        several, numbered = isinstance(question, Choices), numbers(question)
        one = moves.CHOICE_KEYS if numbered else moves.LONG_CHOICE_KEYS
        view.keys = moves.CHOICES_KEYS if several else one
        view.ways = moves.ways(help_key="?", skippable=not question.required)
        first = marked_at_first(question, standing, draft)
        offered = [
            questionary.Choice(key, value=key, checked=several and key in first)
            for key in question.offered
        ]
        if several:
            asked = questionary.checkbox("", offered, use_jk_keys=False, **self._io)
        else:
            asked = questionary.select(
                *("", offered),
                default=first[0] if first else None,
                use_shortcuts=numbered,
                use_jk_keys=False,
                **self._io,
            )
        controls = (window.content for window in asked.application.layout.find_all_windows())
        control = next(found for found in controls if isinstance(found, InquirerControl))
        picks = Picks(question, control)
        view.lead = picks.lead
        dressed = Dressed(asked.application, view, picks, keep, required=question.required)
        dressed.bind(pick_keys(dressed, picks))
        return dressed.run()

    # --------------------------------------------------------------- to type
    def _type(
        self,
        question: Question,
        view: View,
        text: str,
        keep: Keep | None,
        today: date,
    ) -> Value | Move:
        lines = question.lines if isinstance(question, Text) else 1
        view.keys = moves.LINE_KEYS
        if isinstance(question, Text):
            view.keys = moves.LONG_KEYS if lines > 1 else moves.TEXT_KEYS
        view.ways = moves.ways(help_key="F1", skippable=not question.required)
        asked = questionary.text(
            *("", fitting(text, lines)),
            multiline=lines > 1,
            validate_while_typing=False,
            **self._io,
        )
        field = Field(asked.application.current_buffer, lines)
        dressed = Dressed(asked.application, view, field, keep, required=question.required)

        def done() -> None:
            try:
                value = read(question, field.body, today)
            except AnswerError as error:
                view.trouble = clean(str(error))
            else:
                dressed.leave(value)

        dressed.bind(field_keys(dressed, field, done))
        if isinstance(question, Text):
            dressed.bind(self._editor_keys(dressed, field, question.id))
        if view.note:
            view.keys = moves.NOTED_KEYS if lines > 1 else view.keys
            dressed.bind(_keeping_key(field, text, done))
        return dressed.run()

    def _editor_keys(self, dressed: Dressed, field: Field, question: str) -> KeyBindings:
        keys = KeyBindings()

        def back(text: str) -> None:
            field.put(text)
            dressed.keep()
            if dressed.view.unsaved:
                raise JournalError(dressed.view.unsaved)

        def edit() -> None:
            try:
                edit_text(field.body, self._environ, back, question)
            except EditorError as error:
                dressed.view.trouble = clean(str(error))

        @keys.add("f2", filter=running, eager=True)
        @keys.add("c-x", "c-e", filter=running)
        def _edit(_event: KeyPressEvent) -> None:
            try:
                risk = "" if self._warned else warning(self._environ)
            except EditorError as error:
                risk = str(error)
            else:
                self._warned = True
            dressed.view.trouble = clean(risk)
            if not risk:
                run_in_terminal(edit)

        return keys


def _keeping_key(field: Field, text: str, done: Callable[[], None]) -> KeyBindings:
    """Enter takes the text as long as it stands there unchanged, in a field of several lines, too."""
    keys = KeyBindings()
    unchanged = Condition(lambda: field.body == text)
    keys.add("enter", filter=running & unchanged, eager=True)(lambda _event: done())
    return keys


def _lead(question: Question) -> str:
    """What kind of answer is meant, where the question's type has something to say."""
    match question:
        case Scale():
            low, high = (f"{n} {words}".strip() for n, words in _ends(question))
            return clean(f"{low} … {high}", False)
        case Number():
            return clean(question.unit, False)
        case Date():
            return DATE_LEAD
    return ""


def _ends(question: Scale) -> tuple[tuple[int, str], tuple[int, str]]:
    return (question.low, question.low_text), (question.high, question.high_text)
