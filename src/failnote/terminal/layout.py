"""Layout: what one question looks like, as rows of styled text. Pure."""

from dataclasses import dataclass, field
from itertools import accumulate

from failnote.terminal.wrapping import cells, sentence, wrap

WIDEST = 76
"""Longer rows are hard to read, however wide the terminal."""
LEAST, LEAST_WITH_HELP = 5, 3
"""Rows that the answer keeps, whatever else wants to be seen."""

Row = list[tuple[str, str]]
"""Pieces of one row: style, text."""


@dataclass
class View:
    """All that is seen around an answer."""

    ask: str
    head: str = ""
    note: str = ""
    lead: str = ""
    """What kind of answer is meant: the ends of a scale, the form of a date."""
    help: str = ""
    keys: tuple[str, ...] = ()
    """The keys for this answer."""
    ways: tuple[str, ...] = ()
    """The keys that lead elsewhere."""
    trouble: str = ""
    """Why the answer was not taken."""
    unsaved: str = ""
    page: int = 0
    """Which page of the help is open; 0 for none."""


@dataclass(frozen=True)
class Frame:
    """The rows above and below the answer, and how many rows that leaves for it."""

    above: list[Row] = field(default_factory=list)
    room: int = 1
    below: list[Row] = field(default_factory=list)
    pages: int = 0
    """How many pages the help has on this screen."""


def text_width(columns: int) -> int:
    """How wide text may run in a terminal of so many columns."""
    return max(min(columns - 1, WIDEST), 10)


def frame(view: View, wanted: int, columns: int, rows: int) -> Frame:
    """Lay out everything around an answer that wants so many rows.

    Where the terminal is too small, the answer and the question stay, and the rest goes in the
    order of its worth.
    """
    width = text_width(columns)
    spare = rows - min(max(wanted, 1), LEAST_WITH_HELP if view.page else LEAST)

    def afford(block: list[Row]) -> list[Row]:
        nonlocal spare
        if len(block) > spare:
            return []
        spare -= len(block)
        return block

    trouble = afford(_rows("bold", [sentence(view.trouble), view.unsaved], width))
    ask = afford(_cut(_rows("bold", [view.ask], width), spare))
    ways = _keys(view.ways, width)
    opened, pages = _help(view, spare - len(ways), width)
    opened, ways = afford(opened), afford(ways)
    keys = afford(_keys(view.keys, width))
    lead = afford(_rows("dim", [view.lead], width))
    note = afford(_rows("", [view.note], width))
    gap_below = afford([[]])
    gap_above = afford([[]] if ask or lead else [])
    head = afford([*_rows("dim", [view.head], width), []] if view.head else [])
    gap_note = afford([[]] if note else [])
    gap_top = afford([[]])
    gap_trouble = afford([[]] if trouble else [])
    above = [*gap_top, *head, *note, *gap_note, *ask, *lead, *opened, *gap_above]
    below = [*gap_trouble, *trouble, *gap_below, *keys, *ways]
    return Frame(above, max(rows - len(above) - len(below), 1), below, pages)


def _rows(style: str, texts: list[str], width: int) -> list[Row]:
    return [[(style, row)] for text in texts if text for row in wrap(text, width)]


def _cut(rows: list[Row], room: int) -> list[Row]:
    return rows if len(rows) <= room else [*rows[: max(room - 1, 0)], [("bold", "…")]]


def _keys(keys: tuple[str, ...], width: int) -> list[Row]:
    """The hint: broken only between keys, never within one."""
    rows: list[str] = []
    for key in keys:
        if rows and cells(f"{rows[-1]} · {key}") <= width:
            rows[-1] += f" · {key}"
        else:
            rows.append(key)
    return [[("dim", row)] for row in rows]


def _help(view: View, spare: int, width: int) -> tuple[list[Row], int]:
    """The open page of the help and the number of pages."""
    rows = wrap(view.help, width - 2)
    room = max(spare - 1, 2)  # a blank row comes first
    size = room if len(rows) <= room else room - 1
    pages = -(-len(rows) // size)
    if not view.page:
        return [], pages
    page = min(view.page, pages)
    shown: list[Row] = [[("", f"  {row}")] for row in rows[(page - 1) * size : page * size]]
    if pages > 1:
        turn = "more" if page < pages else "closes"
        shown.append([("dim", f"  {page}/{pages} · F1 {turn}")])
    return [[], *shown], pages


def option_rows(text: str, bullet: str, *, pointed: bool, width: int) -> list[Row]:
    """One option of a list: a pointer, its bullet, its words with a hanging indent."""
    style = "bold" if pointed else ""
    first = f"{'>' if pointed else ' '} {bullet}"
    words = wrap(text, width - cells(first))
    beginnings = [first, *[" " * cells(first)] * (len(words) - 1)]
    return [[(style, begin + row)] for begin, row in zip(beginnings, words, strict=True)]


def visible(heights: list[int], pointer: int, top: int, room: int) -> tuple[int, int]:
    """Which options of a long list fit: first and last + 1.

    The pointer is always among them; the list moves no more than it must from ``top``.
    """
    if sum(heights) <= room:
        return 0, len(heights)
    room -= 1  # one row says how many there are above and below
    ends = [0, *accumulate(heights)]
    reach = min(pointer + 2, len(heights))  # the next option is seen before it is reached
    first = min(top, pointer)
    while first < pointer and ends[reach] - ends[first] > room:
        first += 1
    last = max(pointer + 1, first)
    while last < len(heights) and ends[last + 1] - ends[first] <= room:
        last += 1
    while first > 0 and ends[last] - ends[first - 1] <= room:
        first -= 1
    return first, last


def elsewhere(above: int, below: int) -> Row:
    """The row that says how many options are out of sight."""
    parts = [f"↑ {above} above"] * bool(above) + [f"↓ {below} more"] * bool(below)
    return [("dim", "    " + " · ".join(parts))]
