"""Which reviews are meant: every filter, alone and together."""

from datetime import date
from typing import Any

import pytest

from failnote.journal.gathering import marks_of
from failnote.journal.opening import close, create_journal
from failnote.journal.reading import count, listed, reviews
from failnote.journal.writing import Writer
from failnote.review import Mark
from failnote.selection import Selection
from journal.invented import taken_in, whole


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("selecting") / "journal.db"
    opened = create_journal(path)
    taken_in(
        Writer(opened),
        [
            whole(1, date="2026-01-31", case="amber-orchard-31", guide="quick"),
            whole(2, date="2026-02-01", kind="went-well", marks=(Mark("contract.aim", False),)),
            whole(3, date="2026-02", context={"setup": ("family",), "ending": ("rupture",)}),
            whole(4, date="2026-03-01", marks=(Mark("present-focus.away", True),), state="open"),
        ],
    )
    yield opened
    close(opened)


FILTERS: dict[str, tuple[dict[str, Any], list[int]]] = {
    "nothing": ({}, [1, 2, 3, 4]),
    "numbers": ({"numbers": (4, 2, 99)}, [2, 4]),
    "since": ({"since": date(2026, 2, 1)}, [2, 3, 4]),
    "since the middle of a month": ({"since": date(2026, 2, 15)}, [3, 4]),
    "until": ({"until": date(2026, 1, 31)}, [1]),
    "until the middle of a month": ({"until": date(2026, 2, 15)}, [1, 2, 3]),
    "a month": ({"since": date(2026, 2, 1), "until": date(2026, 2, 28)}, [2, 3]),
    "cases": ({"cases": ("amber-orchard-31", "none")}, [1]),
    "guides": ({"guides": ("quick",)}, [1]),
    "kind": ({"kind": "went-well"}, [2]),
    "ending": ({"ending": "rupture"}, [3]),
    "a code": ({"misses": ("contract.how",)}, [1, 3]),
    "a code that was looked at only": ({"misses": ("contract.aim",)}, []),
    "an area": ({"misses": ("present-focus.*",)}, [4]),
    "an area of a code without wording": ({"misses": ("sign.*",)}, [1, 3]),
    "one of several": ({"misses": ("contract.how", "present-focus.*")}, [1, 3, 4]),
    "no part of an area's name": ({"misses": ("present.*",)}, []),
    "no pattern": ({"misses": ("%", "*", "contract.how' OR 1=1")}, [1, 3, 4]),
    "a field": ({"where": {"setup": "family"}}, [3]),
    "one value of several": ({"where": {"modality": "cbt"}}, [1, 2, 4]),
    "two fields": ({"where": {"modality": "cbt", "setup": "couple"}}, [1, 2, 4]),
    "two fields that exclude": ({"where": {"modality": "cbt", "setup": "family"}}, []),
    "ending and field": ({"ending": "dropout", "where": {"setup": "couple"}}, [1, 2, 4]),
    "finished": ({"finished_only": True}, [1, 2, 3]),
    "two filters": ({"kind": "frayed", "guides": ("core",)}, [3, 4]),
}


@pytest.mark.parametrize(("fields", "expected"), FILTERS.values(), ids=FILTERS)
def test_a_selection_means_the_same_to_every_reader(
    fields: dict[str, Any], expected: list[int], con: Any
) -> None:
    selection = Selection(**fields)

    assert sorted(line.number for line in listed(con, selection)) == expected
    assert [found.number for found in reviews(con, selection)] == expected
    assert sorted(found.number for found in marks_of(con, selection)) == expected
    assert count(con, selection) == len(expected)
