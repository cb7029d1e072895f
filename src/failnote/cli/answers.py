"""Answers: a whole review taken from a file instead of from someone at the terminal."""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from failnote.cli.begin import begin_review, check_case
from failnote.cli.first_run import open_or_begin
from failnote.cli.invocation import Invocation
from failnote.errors import AnswerError, UsageError
from failnote.guide.load import find_guide
from failnote.guide.model import Guide
from failnote.guide.values import from_file
from failnote.interview import Interview, step
from failnote.promptfile import nearest

LARGEST = 50_000_000
"""Bytes in an answers file; more is not one."""


def review_from_file(
    invocation: Invocation, name: str, path: Path, *, case: str | None, lean: bool
) -> None:
    """Store a review whose answers stand in a file: all of them, or none."""
    guide = find_guide(name, invocation.guides_folder)
    given = read_answers(path)
    interview = filled(guide, given, invocation.today, lean=lean)
    with open_or_begin(invocation) as writer:
        check_case(writer.connection, case)
        now = invocation.now
        with writer.all_or_nothing():
            review = begin_review(writer, guide, case=case, lean=lean, now=now)
            fresh = Interview.start(guide.rest, lean=lean)
            review = writer.commit(review, step(fresh, interview), now)
    invocation.screen.tell(f"Saved as review {review.number}, case {review.case}.")


def read_answers(path: Path) -> dict[str, Any]:
    """Read question -> value from TOML or JSON; ``-`` is standard input."""
    try:
        raw = sys.stdin.buffer.read(LARGEST + 1) if str(path) == "-" else _read(path)
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{path} is not saved as UTF-8; save it again with that encoding."
        raise UsageError(message) from None
    except OSError as error:
        message = f"{path} cannot be read: {(error.strerror or 'unknown reason').lower()}."
        raise UsageError(message) from None
    if len(raw) > LARGEST:
        message = f"{path} is larger than an answers file can be (50 MB)."
        raise UsageError(message)
    return dict(_flat(_parsed(text, path)))


def _read(path: Path) -> bytes:
    if not path.is_file():
        reason = "no such file" if not path.exists() else "not a regular file"
        raise OSError(0, reason)
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _parsed(text: str, path: Path) -> Mapping[str, Any]:
    if text.lstrip().startswith("{"):
        import json

        try:
            found: Mapping[str, Any] = json.loads(text)
        except (json.JSONDecodeError, RecursionError) as error:
            line = getattr(error, "lineno", 1)
            message = f"{path}:{line}: this is not JSON; it must be one object, question to value."
            raise UsageError(message) from None
        return found
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = f"{path}: this is not TOML: {str(error)[:1].lower()}{str(error)[1:]}."
        raise UsageError(message) from None


def _flat(given: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """A question's id may be written as TOML's nested names: ``core.kind = …``."""
    for key, value in given.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield above + key, value


def filled(guide: Guide, given: Mapping[str, Any], today: date, *, lean: bool) -> Interview:
    """Walk the whole guide with these answers; what is not given is skipped.

    Raises:
        AnswerError: the message lists every answer that does not fit, by its question.
        UsageError: the gate was answered so that the review has to stop.
    """
    left = dict(given)
    problems: list[str] = []
    if guide.opening is not None:
        gate = _walked(Interview.start(guide.opening), left, today, problems, required=False)
        if gate.ending is not None and gate.ending.kind == "stopped":
            message = gate.walk.visible[-1].ask
            raise AnswerError(message)
    interview = _walked(Interview.start(guide.rest, lean=lean), left, today, problems)
    problems += [f"{key}: {_why_not(guide, key)}" for key in left]
    ending = interview.ending
    if not problems and (ending is None or ending.kind != "finished"):
        problems.append("these answers lead out of the guide before its end")
    if problems:
        listed = "\n  ".join(problems)
        message = f"Nothing was saved; some answers do not fit:\n  {listed}"
        raise AnswerError(message)
    return interview


def changed_by(interview: Interview, path: Path, today: date) -> Interview:
    """The interview with the answers of a file in place of what stood there; AnswerError."""
    problems: list[str] = []
    for key, given in read_answers(path).items():
        try:
            at = interview.jump(key)
            question = at.question
            assert question is not None
            interview = at.answer(from_file(question, given, today))
        except AnswerError as error:
            problems.append(f"{key}: {error}")
    if problems:
        listed = "\n  ".join(problems)
        message = f"Nothing was changed; some answers do not fit:\n  {listed}"
        raise AnswerError(message)
    while interview.jump().question is not None:
        interview = interview.jump().skip()
    return interview.jump()


def _walked(
    interview: Interview,
    left: dict[str, Any],
    today: date,
    problems: list[str],
    *,
    required: bool = True,
) -> Interview:
    refused: set[str] = set()
    while (question := interview.question) is not None and question.id not in refused:
        try:
            if question.id in left:
                value = from_file(question, left.pop(question.id), today)
                interview = interview.answer(value)
            else:
                interview = interview.skip()
        except AnswerError as error:
            problems.append(f"{question.id}: {error}")
            refused.add(question.id)
            if question.required:
                break
            interview = interview.skip()
    return interview


def _why_not(guide: Guide, key: str) -> str:
    if key in guide.by_id:
        return "is not asked here, because of an earlier answer"
    return f"there is no such question; {nearest(key, guide.by_id, 'see `failnote guides show`')}"
