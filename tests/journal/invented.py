"""Invented reviews, and journals that hold them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from failnote.journal.connection import Connection
from failnote.journal.writing import Writer
from failnote.review import (
    Answer,
    CodeWord,
    FollowUp,
    Insight,
    Mark,
    Plan,
    Review,
    Step,
)

NOW = datetime(2026, 3, 14, 20, 30, tzinfo=timezone(timedelta(hours=1)))
LATER = NOW + timedelta(days=1)
PASSPHRASE = "violet harbour nine lamps"
ANY_TEXT = st.text(st.characters(exclude_categories=()))
"""Text with whatever Python lets stand in one, lone surrogates and NUL among it."""
WORDS = (("maple", "quiet", "amber"), ("lantern", "harbour", "orchard"))
CODES = (
    CodeWord("contract.aim", "miss", "contract", "aim never shared", "We never shared the aim."),
    CodeWord("contract.how", "miss", "contract", "how unclear", "We never said how."),
    CodeWord("present-focus.away", "miss", "present-focus", "stayed away", "I stayed away."),
    CodeWord("sign.away.quieter", "sign", "away", "went quieter", "went quieter"),
)


def told(question: str, text: str, **fields: Any) -> Answer:
    """A typed reply."""
    return Answer(question, "text", f"{question}?", value=text, text=text, **fields)


def step(*answers: Answer, **fields: Any) -> Step:
    """One step of an interview."""
    return Step(answers=answers, **fields)


def begun(writer: Writer, case: str | None = None, now: datetime = NOW, **fields: Any) -> Review:
    """An open review without answers."""
    given: dict[str, Any] = {
        "guide": "core",
        "version": 1,
        "digest": "d1",
        "title": "The long look",
        "body": '{"id": "core"}',
        "kind": "frayed",
        "codes": CODES,
        "words": WORDS,
        "lean": False,
    }
    return writer.begin(case=case, now=now, **(given | fields))


def finished(writer: Writer, text: str = "It went quiet.", **fields: Any) -> Review:
    """A finished review with one typed reply."""
    review = begun(writer, fields.pop("case", None), fields.pop("now", NOW))
    facts = told("core.facts", text)
    return writer.commit(review, step(facts, finished=True, **fields), NOW)


def whole(number: int = 7, **fields: Any) -> Review:
    """A review with something in every part, as it comes from another journal."""
    given: dict[str, Any] = {
        "id": f"00000000-0000-4000-8000-{number:012}",
        "number": number,
        "case": "maple-lantern-27",
        "guide": "core",
        "guide_version": 2,
        "date": "2026-03-14",
        "guide_digest": "feedc0de",
        "state": "finished",
        "offset": "+01:00",
        "started": NOW + timedelta(minutes=number),
        "finished": NOW + timedelta(minutes=number + 12),
        "lean": True,
        "context": {"setup": ("couple",), "modality": ("cbt", "schema"), "ending": ("dropout",)},
        "answers": (
            told("core.facts", "Two no-shows, then an e-mail.", section="facts", export="yes"),
            Answer("core.when", "date", "When?", value=date(2026, 2, 1), text="1 February 2026"),
            Answer("core.scale", "scale", "How sure?", value=3, text="rather"),
            Answer("core.how", "choices", "Which?", value=("a", "b"), text="a; b"),
            Answer("core.view", "text", "And they?", status="skipped"),
            Answer("core.knew", "choice", "Did you know?", status="cannot-say"),
        ),
        "marks": (
            Mark("contract.how", True),
            Mark("contract.aim", False),
            Mark("sign.away.quieter", True),
        ),
        "first_sign_session": 3,
        "ended_session": 7,
        "plans": (plan(number),),
        "insights": (
            Insight(f"20000000-0000-4000-8000-{number:012}", "2026-05-01", "It was August."),
        ),
        "supervision_answer": "Ask sooner.",
        "supervision_date": "2026-04-02",
    }
    return Review(**(given | fields))


def plan(number: int = 7) -> Plan:
    """A plan with one follow-up."""
    return Plan(
        id=f"10000000-0000-4000-8000-{number:012}",
        miss="contract.how",
        if_="someone asks for every other week",
        then="say what I think it is about",
        rehearsed="aloud",
        due=date(2026, 4, 13),
        name=str(number),
        follow_ups=(
            FollowUp(
                id=f"30000000-0000-4000-8000-{number:012}",
                date="2026-04-14",
                came_up=3,
                did=2,
                obstacles=("tired", "late"),
                verdict="keep",
                answers=(told("follow.how", "Twice it came too late."),),
            ),
        ),
    )


def taken_in(writer: Writer, reviews: Iterable[Review]) -> Connection:
    """The connection of a journal that took these reviews in."""
    writer.import_reviews(reviews, NOW, CODES)
    return writer.connection
