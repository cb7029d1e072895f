"""Days: the dates that failnote itself keeps with a review, made coarser before they leave."""

from dataclasses import replace

from failnote.review import Review


def without_days(review: Review) -> Review:
    """The review with every day of failnote's own made coarser: months stay."""
    return replace(
        review,
        date=_month(review.date),
        started=None,
        finished=None,
        offset="",
        at=None,
        plans=tuple(
            replace(
                plan,
                due=None,
                follow_ups=tuple(replace(f, date=_month(f.date)) for f in plan.follow_ups),
            )
            for plan in review.plans
        ),
        insights=tuple(replace(i, date=_month(i.date)) for i in review.insights),
        supervision_date=_month(review.supervision_date),
        distilled=_month(review.distilled),
    )


def _month(day: str) -> str:
    return day[: len("2026-03")]
