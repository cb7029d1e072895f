"""Told: whole reviews as the material of patterns, the way a journal hands them up."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from failnote.codebook import load_codebook
from failnote.demo import demo_reviews
from failnote.patterns.findings import MarkedReview
from failnote.patterns.material import Course, PlanMade, Reply, Written
from failnote.patterns.memory import Memory
from failnote.patterns.report import Beside, Report, report
from failnote.review import Plan, Review

TODAY = date(2026, 7, 1)


def marked_of(reviews: Iterable[Review]) -> list[MarkedReview]:
    """What was looked at and ticked."""
    return [
        MarkedReview(
            r.number, r.case, r.date, r.kind, r.context, {m.code: m.ticked for m in r.marks}
        )
        for r in reviews
    ]


def beside_of(reviews: Iterable[Review]) -> Beside:
    """Everything else."""
    every = list(reviews)
    answers = [(review.number, answer) for review in every for answer in review.answers]
    return Beside(
        plans=[_plan(review.number, plan) for review in every for plan in review.plans],
        courses=[Course(r.number, r.first_sign_session, r.ended_session) for r in every],
        replies=[
            Reply(number, a.question, a.asked, a.status == "cannot-say", a.text)
            for number, a in answers
            if a.type not in ("text", "info") and a.status != "skipped"
        ]
        + [
            Reply(review.number, a.question, a.asked, a.status == "cannot-say", a.text, later=True)
            for review in every
            for plan in review.plans
            for follow_up in plan.follow_ups
            for a in follow_up.answers
            if a.type not in ("text", "info") and a.status != "skipped"
        ],
        written=[
            Written(number, a.question, a.text)
            for number, a in answers
            if a.type == "text" and a.status == "answered"
        ],
    )


def _plan(number: int, plan: Plan) -> PlanMade:
    came_up = [f.came_up for f in plan.follow_ups if f.came_up is not None]
    did = [f.did for f in plan.follow_ups if f.did is not None]
    return PlanMade(
        plan.name,
        number,
        plan.miss,
        plan.if_,
        plan.then,
        plan.state,
        plan.due.isoformat() if plan.due else "",
        len(plan.follow_ups),
        sum(came_up) if came_up else None,
        sum(did) if did else None,
        tuple(obstacle for f in plan.follow_ups for obstacle in f.obstacles),
    )


_MEMORY: Memory = {}
"""Pairs are the same whatever field is asked for."""


@cache
def demo_report(by: str = "", upto: int = 24) -> Report:
    """The invented journal, or its first reviews only; then without those that went well."""
    reviews = [r for r in demo_reviews(TODAY) if upto == 24 or r.number <= upto]
    codes = load_codebook().by_id
    beside = beside_of(reviews)
    return report(marked_of(reviews), codes, beside=beside, by=by, memory=_MEMORY)
