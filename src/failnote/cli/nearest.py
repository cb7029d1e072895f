"""Nearest: at the end of a review, the earlier one that it comes close to."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.review import Review


def say_nearest(invocation: "Invocation", connection: Any, review: "Review") -> None:
    """Tell "you have been here before", with what was written then; nothing where nothing is near."""
    from failnote.journal.gathering import marks_of, plans_of, written_in
    from failnote.journal.reading import codes
    from failnote.patterns.report import Beside
    from failnote.patterns.similar import LATEST, similar
    from failnote.render.told import been_here_before
    from failnote.render.words import Words
    from failnote.selection import Selection

    if review.kind != "frayed":
        return
    every = Selection(kind="frayed", finished_only=True)
    words = codes(connection)
    # Only the latest reviews are looked at, however many there are.
    marked = marks_of(connection, every, LATEST + 1)
    written = written_in(connection, every)
    nearest = similar(marked, written, words, {}, review.number)
    if not nearest:
        return
    earlier = Selection(numbers=tuple(finding.data.earlier for finding in nearest))
    beside = Beside(plans=plans_of(connection, earlier), written=written)
    page = been_here_before(nearest, beside, Words(words, invocation.names()))
    invocation.screen.tell([*page, ()])
