"""Step: what the journal has to write when one interview became the next."""

from dataclasses import replace
from datetime import date

from failnote.guide.questions import Date, Number
from failnote.interview.machine import Interview
from failnote.review import Answer, Step, Value


def step(before: Interview, after: Interview) -> Step:
    """Everything that changed, for one transaction; words of the plan go to the plan only."""
    questions = after.guide.questions
    place = {question.id: number for number, question in enumerate(questions)}
    earlier, stored = _stored(before), _stored(after)
    changed = tuple(answer for key, answer in stored.items() if earlier.get(key) != answer)
    value: dict[str, Value] = {
        key: answer.value for key, answer in after.result.items() if answer.status == "answered"
    }
    finished = _finished(after)
    # Where two questions keep the same thing, the one that was answered gives it.
    keeping = sorted(questions, key=lambda question: question.id in value)
    return Step(
        answers=changed,
        positions={answer.question: place[answer.question] for answer in changed},
        dormant=after.dormant,
        awake=frozenset(after.answers) - after.dormant,
        marks=after.marks,
        at=after.at,
        finished=finished,
        plan={q.plan: value.get(q.id) for q in questions if q.plan},
        context={field: (only,) for field, only in after.guide.context.items()}
        | {
            q.context: _as_context(value.get(q.id))
            for q in keeping
            if q.context and not isinstance(q, Number)
        },
        numbers={
            q.context: _as_number(value.get(q.id))
            for q in keeping
            if q.context and isinstance(q, Number)
        },
        reminder=next(
            (
                day
                for q in questions
                if isinstance(q, Date) and q.reminder
                if isinstance(day := value.get(q.id), date)
            ),
            None,
        ),
        follow_up={q.follow_up: value.get(q.id) for q in questions if q.follow_up},
    )


def _finished(interview: Interview) -> bool:
    ending = interview.ending
    return ending is not None and ending.kind == "finished"


def _stored(interview: Interview) -> dict[str, Answer]:
    """The answers as the journal has them.

    An answer that the plan holds comes without its words. One that is out of play keeps them,
    since the plan has it no more and its branch may come back; in a look at a plan so does every
    one until the end, where the reworded plan is made.
    """
    result, by_id = interview.result, interview.guide.by_id
    planned = interview.guide.about == "review" or _finished(interview)
    return {
        key: replace(answer, value=None, text="")
        if planned and by_id[key].plan and key in result and answer.status == "answered"
        else answer
        for key, answer in interview.answers.items()
        if by_id[key].kept
    }


def _as_context(value: Value) -> tuple[str, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def _as_number(value: Value) -> int | None:
    return int(value) if isinstance(value, int | float) else None
