"""Agenda: the questions that wait for supervision, the oldest first."""

from collections.abc import Iterable
from typing import Protocol

from failnote.exchange.writing import as_json
from failnote.render.listing import Named
from failnote.render.markdown import inline
from failnote.render.note import week

SCHEMA = "failnote.agenda/1"


class Question(Named, Protocol):
    """A question, and the review it was asked in."""

    @property
    def text(self) -> str: ...


def agenda_markdown(questions: Iterable[Question], header: str = "") -> str:
    """A numbered list, one question an item; ``header`` is what is said about masking, or empty."""
    title = "# For supervision" + (f" ({header})" if header else "")
    items = [
        f"{place}. {inline(each.text)}\n"
        f"   *{inline(each.case)} · review {each.number} · {week(each.date)}*"
        for place, each in enumerate(questions, 1)
    ]
    return "\n\n".join([title, *items]) + "\n"


def agenda_json(questions: Iterable[Question], header: str = "") -> str:
    """The same as one object, each question with the ISO week of its review."""
    whole = {
        "schema": SCHEMA,
        **({"masked": header} if header else {}),
        "questions": [
            {"review": q.number, "case": q.case, "week": week(q.date), "question": q.text}
            for q in questions
        ],
    }
    return as_json(whole, indent=1) + "\n"
