"""Begin: a review's row, and the guide it follows, from the prompt files or from the journal."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from failnote.errors import UsageError
from failnote.guide.model import Guide, from_snapshot
from failnote.interview import Interview, step
from failnote.journal.reading import cases, guide_body
from failnote.promptfile import bundled_prompts, nearest, parse, read_text
from failnote.review import Review, Step, Value

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.journal.writing import Writer


def check_case(connection: Any, code: str | None) -> None:
    """A case named by the user must be there; UsageError with the nearest one when it is not."""
    if code is None:
        return
    known = [case.code for case in cases(connection)]
    if code not in known:
        mend = nearest(code, known, "`failnote cases` lists them; without --case a code is made.")
        message = f"There is no case {code}: {mend}"
        raise UsageError(message)


def check_case_before(invocation: "Invocation", code: str | None) -> None:
    """No case can be there before the first review; UsageError, so that no journal is made."""
    if code is not None and not invocation.journal_exists:
        message = f"There is no case {code}: there is no journal yet. Leave --case out."
        raise UsageError(message)


def begin_review(
    writer: "Writer", guide: Guide, *, case: str | None, lean: bool, now: datetime
) -> Review:
    """Make the review's row and keep the guide's words with it."""
    return writer.begin(
        guide=guide.id,
        version=guide.version,
        digest=guide.digest,
        title=guide.title,
        body=guide.snapshot,
        kind=guide.kind,
        codes=guide.code_words.values(),
        case=case,
        words=case_words(),
        now=now,
        lean=lean,
    )


def turn_into(writer: "Writer", review: Review, guide: Guide, *, now: datetime) -> Review:
    """Let an open review go on under another guide; its number and its case stay."""
    return writer.turn_into(
        review,
        guide=guide.id,
        version=guide.version,
        digest=guide.digest,
        title=guide.title,
        body=guide.snapshot,
        codes=guide.code_words.values(),
        now=now,
    )


def case_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two lists from which random case codes are made."""
    path = bundled_prompts() / "case-words.toml"
    words = parse(read_text(path), str(path))
    return tuple(words["first"]), tuple(words["second"])


def stored_guide(invocation: "Invocation", connection: Any, review: Review) -> Guide:
    """The guide in the words the review was asked in; the file of today where these are unknown."""
    body = guide_body(connection, review.guide_digest)
    return from_snapshot(body) if body else invocation.guide(review.guide)


def change_of(review: Review, before: Interview, after: Interview) -> Step:
    """What one event of the interview changes in this review.

    Where the review was begun with another guide, this one's answers come behind that one's.
    """
    change = step(before, after)
    if all(answer.question in after.guide.by_id for answer in review.answers):
        return change
    return replace(change, positions={})


def plan_parts(review: Review) -> Mapping[str, Value]:
    """What the review's own plan holds, by the part that a question asks for."""
    if not review.plans:
        return {}
    plan = review.plans[0]
    return {
        "miss": plan.miss or None,
        "if": plan.if_ or None,
        "then": plan.then or None,
        "rehearsed": plan.rehearsed or None,
        "due": plan.due,
    }
