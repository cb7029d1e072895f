"""Importing: whole reviews from a file, and accounts that were written elsewhere."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from failnote.errors import AnswerError, JournalError, UsageError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.exchange.foreign import Account
    from failnote.journal.writing import Writer
    from failnote.review import Review

LONGEST_LINE = 100_000_000
"""Bytes of one line to import: more than a review can be."""
LARGEST = 200_000_000
"""Bytes of a file of another program."""
GUIDE, FACTS = "core", "core.facts"
"""Where an account goes that was written elsewhere."""


class Format(StrEnum):
    """What the file holds."""

    JSONL = "jsonl"
    MD = "md"
    JRNL = "jrnl"


SUFFIXES = {".md": Format.MD, ".markdown": Format.MD, ".txt": Format.MD, ".json": Format.JRNL}


def import_(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="What to import; - reads standard input.")
    ],
    format_: Annotated[
        Format | None,
        typer.Option(
            *("-f", "--format"),
            help="What it holds: whole reviews, or texts. Left out, the name says it.",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only check; write nothing.")] = False,
) -> None:
    """Take in whole reviews, all or nothing. What is there unchanged is left as it is.

    A Markdown file, or the JSON export of jrnl, becomes unfinished reviews: the text stands in
    the answer about what happened, and `failnote review` goes on from there.

    Examples: failnote import reviews.jsonl · failnote import old-notes.md
    """
    from failnote.cli.first_run import open_or_begin

    invocation = ctx.obj
    kind = format_ or SUFFIXES.get(file.suffix.lower(), Format.JSONL)
    if kind is not Format.JSONL:
        _import_accounts(invocation, _accounts(file, kind), dry_run=dry_run)
        return
    coming: Iterable[Review] = _read_lines(file)
    if not invocation.journal_exists:
        coming = _checked_before(file)
        if dry_run:
            _say_would(invocation, sum(1 for _ in coming))
            return
    with open_or_begin(invocation) as writer, suppress(_Checked), writer.all_or_nothing():
        added, unchanged = _import_reviews(invocation, writer, coming)
        if dry_run:
            raise _Checked
    _say_done(invocation, added, unchanged, dry_run=dry_run)


def _checked_before(file: Path) -> "Iterable[Review]":
    """The reviews of the file, read once before a journal is made for them.

    What comes through a pipe is kept in memory for that.
    """
    if str(file) == "-":
        return list(_read_lines(file))
    for _ in _read_lines(file):
        pass
    return _read_lines(file)


def _import_reviews(
    invocation: "Invocation", writer: "Writer", coming: "Iterable[Review]"
) -> tuple[int, int]:
    from failnote.codebook import load_codebook
    from failnote.journal.reading import codes as kept_codes

    codes = load_codebook().by_id
    known = {**codes, **kept_codes(writer.connection)}
    unknown: dict[str, None] = {}
    found = writer.import_reviews(_noting(coming, known, unknown), invocation.now, codes.values())
    for code in unknown:
        from failnote.promptfile import nearest

        mend = nearest(code, known, "it is kept, but lists and patterns leave it out.")
        invocation.screen.tell(f"There is no code {code} here; {mend}")
    return found


def _noting(
    coming: "Iterable[Review]", codes: Mapping[str, object], unknown: dict[str, None]
) -> "Iterator[Review]":
    """The same reviews, noting codes that nothing here has words for: they are shown nowhere."""
    for each in coming:
        unknown.update(dict.fromkeys(m.code for m in each.marks if m.code not in codes))
        yield each


def _say_would(invocation: "Invocation", count: int) -> None:
    from failnote.render.words import counted

    tell = f"{counted(count, 'review')} would be added; there is no journal yet."
    invocation.screen.tell(tell)


def _say_done(invocation: "Invocation", added: int, unchanged: int, *, dry_run: bool) -> None:
    from failnote.render.words import counted

    would = "would be " if dry_run else ""
    there = f"{unchanged} {'is' if unchanged == 1 else 'are'} there already"
    invocation.screen.tell(f"{counted(added, 'review')} {would}added, {there}.")


class _Checked(Exception):  # noqa: N818 - ends a transaction that was only a rehearsal
    """All of it could be imported."""


# ------------------------------------------------------------------ whole reviews


def _read_lines(file: Path) -> Iterator["Review"]:
    from failnote.exchange.reading import from_line

    with _opened(file) as source:
        number = 0
        while raw := source.readline(LONGEST_LINE):
            number += 1
            try:
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                message = f"Line {number} is not UTF-8; nothing was written."
                raise JournalError(message) from None
            if len(raw) == LONGEST_LINE:
                message = f"Line {number} is too long for a review; nothing was written."
                raise JournalError(message)
            if text.strip():
                yield from_line(text, number)


def _opened(file: Path) -> BinaryIO:
    """The file to import, or standard input; UsageError when it is none that can be read."""
    if str(file) == "-":
        if sys.stdin is None:
            message = "Standard input is closed, so there is nothing to import."
            raise UsageError(message)
        return sys.stdin.buffer
    if not file.is_file():
        what = "is not a regular file" if file.exists() else "is not there"
        message = f"{file} {what}, so nothing can be imported from it."
        raise UsageError(message)
    return file.open("rb")


# ------------------------------------------------------------------ accounts from elsewhere


def _accounts(file: Path, kind: Format) -> "list[Account]":
    from failnote.exchange.foreign import from_jrnl, from_markdown

    with _opened(file) as source:
        raw = source.read(LARGEST + 1)
    if len(raw) > LARGEST:
        message = f"{file} is too large; nothing was written."
        raise UsageError(message)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{file} is not UTF-8; nothing was written."
        raise JournalError(message) from None
    return list(from_jrnl(text) if kind is Format.JRNL else from_markdown(text))


def _import_accounts(invocation: "Invocation", coming: "list[Account]", *, dry_run: bool) -> None:
    """Begin a review for each account that none holds yet: all of them, or none."""
    from failnote.cli.first_run import open_or_begin
    from failnote.journal.cleaning import clean_text
    from failnote.journal.reading import has_answer

    if dry_run and not invocation.journal_exists:
        _say_would(invocation, len(coming))
        return
    added = 0
    with open_or_begin(invocation) as writer, suppress(_Checked), writer.all_or_nothing():
        for place, account in enumerate(coming, 1):
            if not has_answer(writer.connection, FACTS, clean_text(account.text)):
                _begin_with(invocation, writer, account, place)
                added += 1
        if dry_run:
            raise _Checked
    _say_done(invocation, added, len(coming) - added, dry_run=dry_run)
    if added and not dry_run:
        invocation.screen.tell("They are unfinished; `failnote review` takes them up.")


def _begin_with(invocation: "Invocation", writer: "Writer", account: "Account", place: int) -> None:
    from failnote.cli.begin import begin_review
    from failnote.interview import Interview, step

    guide = invocation.guide(GUIDE)
    when: datetime = account.when.astimezone() if account.when else invocation.now
    fresh = Interview.start(guide.rest)
    try:
        told = fresh.jump(FACTS).answer(account.text).jump()
    except AnswerError as error:
        message = f"Text {place} cannot be taken in: {error}. Nothing was written."
        raise JournalError(message) from None
    review = begin_review(writer, guide, case=None, lean=False, now=when)
    writer.commit(review, step(fresh, told), when)
