"""Word list: words as they are typed, one blank between them."""


def words_of(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def any_of(text: str) -> str:
    """A pattern for any word of a list; the words may be patterns, "~" stands for a blank."""
    return "(?:" + "|".join(text.split()).replace("~", " ") + ")"
