"""Strips: each code drawn over all cases, one sign for each, oldest first.

All counting is done on them: cases need not be opened one by one, however many there are.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter

from failnote.patterns.findings import MarkedCase, Marks
from failnote.review import CodeWord

TICKED, LOOKED, NOT_LOOKED = "#", ".", "?"
"""One place of a strip."""

_SIGNS = str.maketrans({"1": TICKED, "0": LOOKED})
_TICKS = str.maketrans({TICKED: "1", LOOKED: "0", NOT_LOOKED: "0"})
_LOOKS = str.maketrans({TICKED: "1", LOOKED: "1", NOT_LOOKED: "0"})


def strips_of(
    cases: Sequence[MarkedCase], codes: Mapping[str, CodeWord], family: str = "miss"
) -> dict[str, str]:
    """A strip for every code of the family that was looked at, by code; "" takes all families."""
    wanted = sorted(
        code for code in _looked(cases) if code in codes and family in ("", codes[code].family)
    )
    drawn = "".join(_rows(cases, wanted)).translate(_SIGNS)
    return {code: drawn[place :: len(wanted)] for place, code in enumerate(wanted)}


def _looked(cases: Sequence[MarkedCase]) -> set[str]:
    """Every code that was looked at in any case; most cases share their codes."""
    sets = {
        case.marks.codes if isinstance(case.marks, Marks) else tuple(case.marks) for case in cases
    }
    return {code for each in sets for code in each}


def _rows(cases: Sequence[MarkedCase], wanted: Sequence[str]) -> Iterator[str]:
    """The signs of each case, in the order of the codes."""
    if not wanted:
        return
    draws: dict[tuple[str, ...], Callable[[str], Sequence[str]]] = {}
    for case in cases:
        marks = case.marks
        if not isinstance(marks, Marks):
            signs = {True: TICKED, False: LOOKED, None: NOT_LOOKED}
            yield "".join([signs[marks.get(code)] for code in wanted])
            continue
        draw = draws.get(marks.codes)
        if draw is None:
            # Behind the signs stands one more, for all codes that were not looked at.
            at = {code: place for place, code in enumerate(marks.codes)}
            draw = draws[marks.codes] = itemgetter(*[at.get(code, -1) for code in wanted])
        yield "".join(draw(marks.signs + NOT_LOOKED))


def of_family(
    strips: Mapping[str, str], codes: Mapping[str, CodeWord], family: str
) -> dict[str, str]:
    """Those of the strips whose codes are of this family."""
    return {code: strip for code, strip in strips.items() if codes[code].family == family}


def counts_of(strip: str) -> tuple[int, int]:
    """Ticked, and looked at."""
    return strip.count(TICKED), len(strip) - strip.count(NOT_LOOKED)


def ticks(strip: str) -> int:
    """The strip as a number with a bit for each case in which the code was ticked."""
    return int(strip.translate(_TICKS) or "0", 2)


def looks(strip: str) -> int:
    """The same for the cases in which it was looked at."""
    return int(strip.translate(_LOOKS) or "0", 2)


def places(bits: int, size: int) -> Iterator[int]:
    """The places of a strip of this size whose bits are set, ascending."""
    return places_of(f"{bits:0{size}b}", "1") if bits else iter(())


def places_of(strip: str, sign: str = TICKED) -> Iterator[int]:
    """The places of the strip that have this sign, ascending."""
    at = strip.find(sign)
    while at >= 0:
        yield at
        at = strip.find(sign, at + 1)


def ticked_in(code: str, strip: str, cases: Sequence[MarkedCase]) -> tuple[int, ...]:
    """The numbers of the reviews in which the code was ticked."""
    found = []
    for place in places_of(strip):
        own = cases[place].reviews
        if len(own) == 1:
            found.append(own[0].number)
        else:
            found += [review.number for review in own if review.marks.get(code)]
    return tuple(sorted(found))


def numbers_at(chosen: Iterator[int], cases: Sequence[MarkedCase]) -> tuple[int, ...]:
    """The numbers of all reviews of the cases at these places."""
    return tuple(sorted(review.number for place in chosen for review in cases[place].reviews))
