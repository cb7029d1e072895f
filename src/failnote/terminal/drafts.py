"""Drafts: answers that are not given yet, as text, and back."""

import json

from failnote.guide.questions import Choices


def of_marks(marked: tuple[str, ...]) -> str:
    """What a draft of marked options is: a JSON list of their ids."""
    return json.dumps(marked)


def marks_in(draft: str, question: Choices) -> tuple[str, ...]:
    """The marked options that a draft holds; none where it was made for another question."""
    try:
        marked = json.loads(draft)
    except ValueError:
        return ()
    return tuple(key for key in question.offered if isinstance(marked, list) and key in marked)
