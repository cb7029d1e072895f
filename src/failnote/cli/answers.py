"""Answers: a whole review taken from a file instead of from someone at the terminal."""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from failnote.cli.begin import begin_review, check_case, check_case_before
from failnote.cli.first_run import open_or_begin
from failnote.cli.invocation import Invocation
from failnote.cli.nearest import say_nearest
from failnote.errors import AnswerError, UsageError
from failnote.guide.model import Guide
from failnote.guide.values import from_file
from failnote.interview import Interview, step
from failnote.promptfile import nearest

IDS = re.compile(r"[a-z][a-z0-9_.-]{0,59}")
"""What the id of a question looks like; anything else could be an answer, and is not repeated."""
LARGEST = 50_000_000
"""Bytes in an answers file; more is not one."""


def review_from_file(
    invocation: Invocation, name: str, path: Path, *, case: str | None, lean: bool
) -> None:
    """Store a review whose answers stand in a file: all of them, or none."""
    guide = invocation.guide(name)
    if guide.about == "plan":
        message = f"The guide {name} is about a plan; `failnote follow-up` asks it."
        raise UsageError(message)
    check_case_before(invocation, case)
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
        say_nearest(invocation, writer.connection, review)


def read_answers(path: Path) -> dict[str, Any]:
    """Read question -> value from TOML or JSON; ``-`` is standard input. UsageError."""
    name = "Standard input" if str(path) == "-" else str(path)
    text = read_input(LARGEST) if str(path) == "-" else _decoded(_read(path), name, LARGEST)
    return dict(_flat(_parsed(text, name)))


def read_input(most: int) -> str:
    """All of standard input; UsageError when there is none, or more bytes than ``most``."""
    if sys.stdin is None:
        message = "Standard input is closed, so there is nothing to read."
        raise UsageError(message)
    return _decoded(sys.stdin.buffer.read(most + 1), "Standard input", most)


def _decoded(raw: bytes, name: str, most: int) -> str:
    if len(raw) > most:
        message = f"{name} holds more than {most // 1_000_000} MB, and that is no answer."
        raise UsageError(message)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{name} is not saved as UTF-8; save it again with that encoding."
        raise UsageError(message) from None


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            reason = "no such file" if not path.exists() else "not a regular file"
            raise OSError(0, reason)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        message = f"{path} cannot be read: {(error.strerror or 'unknown reason').lower()}."
        raise UsageError(message) from None


def _parsed(text: str, name: str) -> Mapping[str, Any]:
    if text.lstrip().startswith("{"):
        import json

        try:
            found: Mapping[str, Any] = json.loads(text)
        except (ValueError, RecursionError) as error:
            line = getattr(error, "lineno", 1)
            message = f"{name}:{line}: this is not JSON; it must be one object, question to value."
            raise UsageError(message) from None
        return found
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = f"{name}: this is not TOML: {str(error)[:1].lower()}{str(error)[1:]}."
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
        AnswerError: the message lists every answer that does not fit, by its question; or the
            gate was answered so that the review has to stop.
    """
    left = dict(given)
    problems: list[str] = []
    if guide.opening is not None:
        gate = _walked(Interview.start(guide.opening), left, today, problems)
        if gate.ending is not None and gate.ending.kind == "stopped":
            message = gate.walk.visible[-1].ask
            raise AnswerError(message)
    interview = _walked(Interview.start(guide.rest, lean=lean), left, today, problems)
    problems += [_why_not(guide, key) for key in left]
    ending = interview.ending
    if not problems and (ending is None or ending.kind != "finished"):
        problems.append("these answers lead out of the guide before its end")
    if problems:
        message = _listed("Nothing was saved", problems)
        raise AnswerError(message)
    return interview


def changed_by(interview: Interview, given: Mapping[str, Any], today: date) -> Interview:
    """The interview with these answers in place of what stood there; AnswerError lists problems."""
    problems: list[str] = []
    place = {question.id: at for at, question in enumerate(interview.guide.questions)}
    # In the order of the guide: an answer may be to a question that an earlier one opens.
    for key in sorted(given, key=lambda key: place.get(key, -1)):
        try:
            at = interview.jump(key)
            question = at.question
            assert question is not None
            interview = at.answer(from_file(question, given[key], today))
        except AnswerError as error:
            visible = key in {each.id for each in interview.walk.visible}
            problems.append(f"{key}: {error}" if visible else _why_not(interview.guide, key))
    if problems:
        message = _listed("Nothing was changed", problems)
        raise AnswerError(message)
    return interview


def _listed(what: str, problems: list[str]) -> str:
    listed = "\n  ".join(problems)
    return f"{what}; some answers do not fit:\n  {listed}"


def _walked(
    interview: Interview, left: dict[str, Any], today: date, problems: list[str]
) -> Interview:
    """Answer what is given, skip the rest, and note what does not fit."""
    while (question := interview.question) is not None:
        given = question.id in left
        try:
            if given:
                value = from_file(question, left.pop(question.id), today)
                interview = interview.answer(value)
            else:
                interview = interview.skip()
        except AnswerError as error:
            problems.append(f"{question.id}: {error if given else 'needs an answer'}")
            if question.required:
                break
            interview = interview.skip()
    return interview


def _why_not(guide: Guide, key: str) -> str:
    if key in guide.by_id:
        return f"{key}: is not asked here, because of an earlier answer"
    if not IDS.fullmatch(key):
        return "something stands where the id of a question should; see `failnote guides show`"
    mend = nearest(key, guide.by_id, f"see `failnote guides show {guide.id}`")
    return f"{key}: there is no such question; {mend}"
