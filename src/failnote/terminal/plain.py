"""Plain: questions asked line by line, for pipes, dumb terminals and screen readers."""

import io
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import TextIO

from failnote.errors import AnswerError, JournalError
from failnote.guide.questions import Choice, Choices, Date, Info, Number, Question, Scale, Text
from failnote.guide.values import DATE_FORMS, read, typed
from failnote.review import Value
from failnote.terminal.drafts import marks_in
from failnote.terminal.moves import NEEDED, NO_HELP, PLAIN_HELP, UNSAVED, Keep, Move
from failnote.terminal.place import is_terminal
from failnote.terminal.screen import clean, sound
from failnote.terminal.wrapping import in_a_row, sentence, unfold, wrap

COMMANDS = {".b": Move.BACK, ".s": Move.SKIP, ".q": Move.PAUSE, ".!": Move.STOP}
HELP = ".?"
END = "."
WIDTH = 76
FEW = 15
"""Options that fit a terminal of 24 rows together with their question."""
LONG_HELP = "Several lines are possible; a line with nothing but a dot ends the answer."


class Plain:
    """Asks with one line out and one line in; no colour, no cursor, no escape sequence."""

    def __init__(self, stdin: TextIO, out: TextIO) -> None:
        self._stdin, self._out = stdin, out
        self._greeted = False
        for stream in (stdin, out):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")

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
        if not self._greeted:
            self._put(PLAIN_HELP)
            self._greeted = True
        self._put("")
        for text in (head, note, question.ask):
            self._put(*[unfold(text)] if text else [])
        if isinstance(question, Info):
            return self._inform(question)
        self._offer(question)
        if isinstance(question, Text) and question.lines > 1:
            return self._long(question, default if old is None else old, draft, keep)
        standing = _standing(question, default if old is None else old, draft)
        if standing:
            whence = "Answer so far" if old is not None else "Suggested"
            self._put(f"  {'Kept from last time' if draft else whence}: {standing}")
            self._put("  An empty line takes it.")
        return self._short(question, standing, today)

    def say(self, question: Question, value: Value) -> None:
        """Read a chosen answer back in words, to a person only: a pipe may end in a file."""
        if isinstance(question, Choice | Choices | Date) and is_terminal(self._out):
            self._put(f"  Noted: {in_a_row(question.in_words(value))}")

    def at_work(self) -> AbstractContextManager[None]:
        """Hold for a row of questions; a line is drawn as it is typed."""
        return nullcontext()

    # --------------------------------------------------------------- one line
    def _inform(self, question: Info) -> Value | Move:
        while True:
            raw = self._line("Enter goes on: ")
            if raw is None:
                return Move.PAUSE
            if raw.strip() in (HELP, "?"):
                self._help(question)
                continue
            move = COMMANDS.get(raw.strip(), Move.SKIP)
            return None if move is Move.SKIP else move

    def _short(self, question: Question, standing: str, today: date) -> Value | Move:
        while True:
            raw = self._line(_prompt(question))
            if raw is None:
                return Move.PAUSE
            raw = raw.strip()
            if raw in COMMANDS or not (raw or standing):
                move = COMMANDS.get(raw, Move.SKIP)
                if move is not Move.SKIP or not question.required:
                    return move
                self._put(f"  {NEEDED}")
            elif raw in (HELP, "?"):
                self._help(question)
            else:
                try:
                    return read(question, raw or standing, today)
                except AnswerError as error:
                    self._put(f"  {sentence(str(error))}")

    # --------------------------------------------------------------- several lines
    def _long(
        self, question: Text, old: Value, draft: str | None, keep: Keep | None
    ) -> Value | Move:
        lines = draft.split("\n") if draft else []
        if lines:
            self._put("  Kept from last time; what you write is added to it:", *_quoted(lines))
        elif isinstance(old, str):
            self._put("  Answer so far; an empty line keeps it:", *_quoted(old.split("\n")))
        self._put(f"  {LONG_HELP}")
        while True:
            raw = self._line("> ")
            if raw is None:
                return Move.PAUSE
            command = raw.strip()
            nothing = command in ("", END) and not "".join(lines).strip()
            if command == HELP:
                self._help(question)
            elif nothing and old is not None:
                return old
            elif nothing or command in COMMANDS:
                move = COMMANDS.get(command, Move.SKIP)
                if move is not Move.SKIP or not question.required:
                    return move
                self._put(f"  {NEEDED}")
            elif command == END:
                body = "\n".join(lines)
                if (problem := question.problem(body)) is None:
                    return body.strip()
                self._put(f"  {problem}")
            else:
                lines.append(raw)
                self._keep(keep, "\n".join(lines))

    # --------------------------------------------------------------- lines out and in
    def _offer(self, question: Question) -> None:
        """Tell what can be answered."""
        match question:
            case Choice() | Choices():
                for number, option in enumerate(question.offered.values(), 1):
                    self._put(f"  {number:>2}  {clean(option.text, False)}")
                if len(question.offered) > FEW:
                    self._put(unfold(question.ask))  # it has scrolled away
            case Scale():
                low = f"{question.low} {question.low_text}".strip()
                high = f"{question.high} {question.high_text}".strip()
                self._put(f"  {low} to {high}")
            case Date():
                self._put(f"  {DATE_FORMS.capitalize()}.")

    def _help(self, question: Question) -> None:
        self._put(unfold(question.help) or NO_HELP, PLAIN_HELP)

    def _keep(self, keep: Keep | None, body: str) -> None:
        if keep is None:
            return
        try:
            keep(body)
        except (OSError, JournalError):
            self._put(f"  {UNSAVED}")

    def _put(self, *texts: str) -> None:
        for text in texts:
            rows: Iterable[str] = [clean(text)]
            if is_terminal(self._out):
                rows = wrap(clean(text), WIDTH)
            self._out.writelines(f"{row}\n" for row in rows)
        self._out.flush()

    def _line(self, prompt: str) -> str | None:
        """One line as it was typed; None at the end of the input and for Ctrl-C."""
        self._out.write(prompt)
        self._out.flush()
        try:
            raw = self._stdin.readline()
        except KeyboardInterrupt:
            raw = ""
        if not raw or not is_terminal(self._stdin):
            self._put("")  # no Enter was typed that would end the row
        return sound(raw.rstrip("\r\n")) if raw else None


def _prompt(question: Question) -> str:
    match question:
        case Choice():
            return "Number: "
        case Choices():
            most = f" (at most {question.at_most})" if question.at_most else ""
            return f"Numbers{most}, or - for none: "
        case Date():
            return "Date: "
        case Number() if question.unit:
            return f"{clean(question.unit, False)}: "
    return "Answer: "


def _standing(question: Question, value: Value, draft: str | None) -> str:
    """What an empty line takes, as it would be typed."""
    if draft and isinstance(question, Choices):
        return typed(question, marks_in(draft, question) or value)
    return draft or typed(question, value)


def _quoted(lines: list[str]) -> list[str]:
    return [f"  | {line}" for line in lines]
