"""Nearest: at the end of a review, the earlier one that it comes close to."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.review import Review


def say_nearest(invocation: "Invocation", connection: Any, review: "Review") -> None:
    """Tell "you have been here before", with what was written then; nothing where nothing is near."""
    from failnote.journal.gathering import gathered
    from failnote.journal.reading import codes, marks_of
    from failnote.patterns.findings import MarkedReview
    from failnote.patterns.similar import similar
    from failnote.render.told import been_here_before
    from failnote.render.words import Words
    from failnote.selection import Selection

    if review.kind != "frayed":
        return
    every = Selection(kind="frayed", finished_only=True)
    words = codes(connection)
    beside = gathered(connection, every, in_full=True)
    marked = [MarkedReview(*row) for row in marks_of(connection, every)]
    nearest = similar(marked, beside.written, words, review.number)
    page = been_here_before(nearest, beside, Words(words, invocation.names()))
    if page:
        invocation.screen.tell([*page, ()])
