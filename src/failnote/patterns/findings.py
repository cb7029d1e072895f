"""Findings: what patterns has to say, and the marked reviews it says it from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Generic, Literal, NamedTuple, TypeVar, cast

from failnote.review import CodeWord

Level = Literal["count", "perhaps", "stands-out"]

Data_co = TypeVar("Data_co", covariant=True)
Data = TypeVar("Data")


class Finding(NamedTuple, Generic[Data_co]):
    """One thing to say: a plain count, perhaps more, or something that stands out."""

    id: str
    """Stable and readable, such as ``recur:contract.how-unclear``."""
    kind: str
    """Its analysis."""
    level: Level
    data: Data_co
    """The numbers of its analysis, a frozen dataclass."""
    reviews: tuple[int, ...]
    """The numbers of the reviews it rests on, ascending."""


Tell = Callable[[int, int], None]
"""Is told how far long work has come: done, of how many."""


def silent(_done: int, _of: int) -> None:
    """Nobody wants to know."""


def with_data(findings: Iterable[Finding[object]], sort: type[Data]) -> list[Finding[Data]]:
    """Those of the findings that carry this sort of numbers."""
    return [cast("Finding[Data]", each) for each in findings if isinstance(each.data, sort)]


PERHAPS = 0.25
"""A finding that chance gives more seldom than this is a question, at least."""
SHARES: Mapping[str, float] = {"pair": 0.05, "trend": 0.01, "skip": 0.01, "well": 0.01}
"""How the families of one page share the level at which they claim something.

Together they stay under 1 in 10, with room for what the calibration cannot settle.
"""


def level_of(p: float, level: float) -> Level:
    """The level of a finding whose like chance gives with probability ``p``."""
    if p <= level:
        return "stands-out"
    return "perhaps" if p <= PERHAPS else "count"


class Marks(Mapping[str, bool]):
    """The marks of one review as a journal packs them; unpacked only where one is looked up."""

    __slots__ = ("_table", "codes", "signs")

    def __init__(self, codes: tuple[str, ...], signs: str) -> None:
        self.codes = codes
        """Those that were looked at."""
        self.signs = signs
        """For each of them 1 where it was ticked, else 0."""
        self._table: dict[str, bool] | None = None

    def __getitem__(self, code: str) -> bool:
        """Whether it was ticked; KeyError where it was not looked at."""
        return self.unpacked[code]

    def __iter__(self) -> Iterator[str]:
        """The codes that were looked at."""
        return iter(self.codes)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.codes)

    @property
    def unpacked(self) -> dict[str, bool]:
        """All of them, in a table."""
        if self._table is None:
            self._table = {c: sign == "1" for c, sign in zip(self.codes, self.signs, strict=True)}
        return self._table


MarkedRow = tuple[int, str, str, str, Mapping[str, tuple[str, ...]], Mapping[str, bool]]
"""A marked review as any source may give it, in the order of :class:`MarkedReview`."""


class MarkedReview(NamedTuple):
    """What patterns needs to know of one finished review."""

    number: int
    case: str
    date: str
    """ISO, or only year and month."""
    kind: str
    """``frayed`` or ``went-well``."""
    context: Mapping[str, tuple[str, ...]]
    marks: Mapping[str, bool]
    """Code -> ticked; a code that is not there was not looked at."""


class MarkedCase(NamedTuple):
    """One case over its reviews: what counts once where cases are counted."""

    reviews: tuple[MarkedReview, ...]
    """Oldest first."""
    marks: Mapping[str, bool]
    """Ticked if ticked in any of them, looked at if looked at in any."""

    @property
    def code(self) -> str:
        """The case's code."""
        return self.reviews[0].case

    @property
    def date(self) -> str:
        """The date of its first review."""
        return self.reviews[0].date

    @property
    def context(self) -> Mapping[str, tuple[str, ...]]:
        """The context as its latest review has it."""
        return self.reviews[-1].context


def by_case(reviews: Iterable[MarkedReview]) -> tuple[MarkedCase, ...]:
    """Unite the reviews of each case, oldest case first."""
    grouped: dict[str, list[MarkedReview]] = {}
    for review in in_order(reviews):
        grouped.setdefault(review.case, []).append(review)
    return tuple(
        MarkedCase(tuple(own), _united(own) if len(own) > 1 else own[0].marks)
        for own in grouped.values()
    )


def in_order(reviews: Iterable[MarkedReview]) -> list[MarkedReview]:
    """By date and number: the same whatever order they came in."""
    return sorted(reviews, key=attrgetter("date", "number"))


def _united(reviews: Iterable[MarkedReview]) -> dict[str, bool]:
    marks: dict[str, bool] = {}
    for review in reviews:
        for code, ticked in review.marks.items():
            marks[code] = marks.get(code, False) or ticked
    return marks


def is_miss(code: str, codes: Mapping[str, CodeWord]) -> bool:
    """Whether the code is known, and as a miss."""
    word = codes.get(code)
    return word is not None and word.family == "miss"
