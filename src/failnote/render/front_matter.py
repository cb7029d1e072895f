"""Front matter: a block of YAML before a note, for programs that keep notes."""

import json

from failnote.render.note import week
from failnote.review import Review


def front_matter(review: Review, header: str = "") -> str:
    """The block; ``header`` is what is said about masking, or empty."""
    said = {
        "title": f"Supervision note: {review.case}",
        "case": review.case,
        "review": review.number,
        "reviewed": week(review.date),
        "guide": review.guide,
        "status": header,
        "tags": ["supervision"],
    }
    # What JSON writes, YAML reads.
    lines = [f"{key}: {json.dumps(value)}" for key, value in said.items() if value]
    return "\n".join(["---", *lines, "---", "", ""])
