"""Picks: a list of options to choose from, one or several."""

from functools import partial

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import Window
from prompt_toolkit.layout.controls import FormattedTextControl
from questionary.prompts.common import InquirerControl

from failnote.guide.questions import Choice, Choices
from failnote.review import Value
from failnote.terminal.drafts import marks_in, of_marks
from failnote.terminal.dress import Dressed, joined, list_keys, running
from failnote.terminal.layout import Row, elsewhere, option_rows, text_width, visible
from failnote.terminal.moves import NOTHING_MARKED
from failnote.terminal.screen import clean

PAGE = 8
"""Options that PgUp and PgDn go by."""
MOST_NUMBERED = 9
"""Options that one number key each can reach."""


def numbers(question: Choice | Choices) -> bool:
    """Whether its options are numbered, and number keys point at them."""
    return isinstance(question, Choice) and len(question.offered) <= MOST_NUMBERED


def toggled(question: Choices, marked: tuple[str, ...], key: str) -> tuple[str, ...]:
    """Mark an option, or take its mark away; "none of these" and the others exclude each other."""
    if key in marked:
        return tuple(other for other in marked if other != key)
    if key == question.none_option:
        return (key,)
    kept = {other for other in marked if not question.offered[other].none}
    return tuple(other for other in question.offered if other in kept | {key})


class Picks:
    """The options as they are seen and marked; questionary keeps pointer and marks."""

    def __init__(self, question: Choice | Choices, control: InquirerControl) -> None:
        self.question = question
        self.control = control
        self.trouble = ""
        """Why a mark or an answer was not taken."""
        self._top = 0
        self._warned = False
        self._columns, self._room = 80, 1
        drawing = FormattedTextControl(self._drawn, focusable=True, show_cursor=False)
        self.window = self.container = Window(drawing)

    @property
    def several(self) -> bool:
        """Whether more than one can be marked."""
        return isinstance(self.question, Choices)

    @property
    def marked(self) -> tuple[str, ...]:
        """The ids of the marked options, in the order in which they are offered."""
        return tuple(key for key in self.question.offered if key in self.control.selected_options)

    @property
    def lead(self) -> str:
        """How many may be marked, and how many are: the marks themselves may be out of sight."""
        if not isinstance(self.question, Choices):
            return ""
        most = f"Up to {self.question.at_most}" if self.question.at_most else "Any number"
        return f"{most} · {len(self.marked)} marked" if self.marked else most

    @property
    def body(self) -> str:
        """What a draft of it is; a single choice has none before it is taken."""
        return of_marks(self.marked) if self.several else ""

    @property
    def pointed(self) -> str:
        """The id of the option under the pointer."""
        return list(self.question.offered)[self.control.pointed_at]

    def toggle(self) -> None:
        """Mark or unmark the option under the pointer, unless that would be too many."""
        if not isinstance(self.question, Choices):
            return
        marked = toggled(self.question, self.marked, self.pointed)
        most = self.question.at_most
        too_many = most is not None and len(marked) > max(most, len(self.marked))
        self.trouble = (self.question.problem(marked) or "") if too_many else ""
        if not too_many:
            self.control.selected_options = list(marked)

    def value(self) -> str | tuple[str, ...] | None:
        """What Enter takes; None when it does not fit, and then ``trouble`` says why."""
        if not isinstance(self.question, Choices):
            return self.pointed
        marked = self.marked
        if not marked and self.pointed == self.question.none_option:
            return (self.pointed,)
        self.trouble = self.question.problem(marked) or ""
        if not self.trouble and not marked and not self._warned:
            self._warned = True
            self.trouble = NOTHING_MARKED
        return None if self.trouble else marked

    def move(self, by: int) -> None:
        """Move the pointer by so many options, stopping at the ends."""
        last = len(self.question.offered) - 1
        self.control.pointed_at = min(max(self.control.pointed_at + by, 0), last)

    def wanted(self, columns: int, rows: int) -> int:
        """How many rows the whole list would take."""
        self._columns = columns
        return min(sum(len(option) for option in self._options()), rows)

    def fit(self, room: int) -> None:
        """Draw it in so many rows."""
        self._room = room

    def _options(self) -> list[list[Row]]:
        width, marked, pointed = text_width(self._columns), self.marked, self.pointed
        numbered = numbers(self.question)
        rows = []
        for number, (key, option) in enumerate(self.question.offered.items(), 1):
            bullet = f"[{'x' if key in marked else ' '}] " if self.several else ""
            bullet += f"{number}  " if numbered else ""
            words = clean(option.text, False)
            rows.append(option_rows(words, bullet, pointed=key == pointed, width=width))
        return rows

    def _drawn(self) -> StyleAndTextTuples:
        options = self._options()
        heights = [len(option) for option in options]
        first, last = visible(heights, self.control.pointed_at, self._top, self._room)
        self._top = first
        rows = [row for option in options[first:last] for row in option]
        if first > 0 or last < len(options):
            rows.append(elsewhere(first, len(options) - last))
        return joined(rows)


def marked_at_first(question: Choice | Choices, standing: Value, draft: str | None) -> list[str]:
    """The options that are marked, or pointed at, when the question appears."""
    if draft and isinstance(question, Choices):
        return list(marks_in(draft, question))
    wanted = standing if isinstance(standing, tuple) else (standing,)
    return [key for key in question.offered if key in wanted]


def pick_keys(dressed: Dressed, picks: Picks) -> KeyBindings:
    """The keys of a list."""
    keys = list_keys(dressed)

    @keys.add("enter", filter=running, eager=True)
    def _take(_event: KeyPressEvent) -> None:
        value = picks.value()
        dressed.view.trouble = picks.trouble
        if value is not None:
            dressed.leave(value)

    @keys.add("space", filter=running, eager=True)
    def _mark(_event: KeyPressEvent) -> None:
        picks.toggle()
        dressed.view.trouble, dressed.view.lead = picks.trouble, picks.lead

    most = len(picks.question.offered)
    for name, by in (("pageup", -PAGE), ("pagedown", PAGE), ("home", -most), ("end", most)):
        keys.add(name, eager=True)(partial(_move, picks, by))
    if picks.several:
        for name in "ai":  # questionary marks or inverts everything with these
            keys.add(name, eager=True)(lambda _event: None)
    return keys


def _move(picks: Picks, by: int, _event: KeyPressEvent) -> None:
    picks.move(by)
