"""Chances: numbers of chance, said in frequencies that can be pictured."""

from collections.abc import Iterable


def ranged(bounds: tuple[int, int]) -> str:
    """From the fewest to the most: "2 to 6", or one number."""
    low, high = bounds
    return str(low) if low == high else f"{low} to {high}"


def in_journals(as_strong: int, of: int) -> str:
    """In how many reshuffled journals something came up."""
    if not as_strong:
        return f"in none of {of:,} reshuffled journals"
    if as_strong * 10 <= of:
        return f"in {as_strong} of {of:,} reshuffled journals"
    if as_strong * 3 <= of:
        return f"in about 1 of {round(of / as_strong)} reshuffled journals"
    return "in a good part of the reshuffled journals"


def times(p: float) -> str:
    """How often chance gives it: "about 1 time in 40"."""
    if p >= 0.3:
        return f"about {round(p * 10)} times in 10"
    if p < 0.001:
        return "less than 1 time in 1,000"
    seldom = round(1 / p)
    if seldom > 20:
        seldom = round(seldom, -1 if seldom < 200 else -2)
    return f"about 1 time in {seldom:,}"


def middle(number: float) -> str:
    """A median without a needless nought: "4", "7.5"."""
    return f"{number:g}"


def listed(words: Iterable[str]) -> str:
    """Words in a row, the last with "and"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
