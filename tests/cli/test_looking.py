"""list, show, search and cases: what is there, and what to say when it is not."""

from pathlib import Path

import pytest

from program import failnote


def case_of(number: int) -> str:
    """The case of a review."""
    rows = (row.split() for row in failnote("list").out.splitlines())
    return next(row[2] for row in rows if row[0] == str(number))


def numbers(*filters: str) -> list[str]:
    """The numbers that a list with these filters shows."""
    done = failnote("list", *filters)
    assert done.code == 0, done.err
    return [row.split()[0] for row in done.out.splitlines()]


@pytest.mark.usefixtures("journal")
def test_list_shows_the_newest_review_first() -> None:
    assert numbers() == ["3", "2", "1"]


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (("--guide", "quick"), ["2"]),
        (("--guide", "quick", "--guide", "core"), ["3", "2", "1"]),
        (("--since", "2026-02"), ["3", "2"]),
        (("--until", "2026-02"), ["2", "1"]),
        (("--period", "2026Q1"), ["3", "2", "1"]),
        (("--period", "last 30 days", "--today", "2026-03-01"), ["2"]),
        (("--kind", "frayed"), ["3", "2", "1"]),
        (("--kind", "went-well"), []),
        (("--ending", "rupture"), ["3"]),
        (("--miss", "contract.how-unclear"), ["3"]),
        (("--miss", "contract.*"), ["3", "1"]),
        (("--where", "ending=dropout"), ["1"]),
        (("--where", "ending=dropout", "--where", "learned_by=message"), []),
        (("-n", "1"), ["3"]),
        (("-n", "1", "--all"), ["3", "2", "1"]),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_filters_choose(filters: tuple[str, ...], found: list[str]) -> None:
    assert numbers(*filters) == found


@pytest.mark.usefixtures("journal")
def test_a_case_is_a_filter() -> None:
    assert numbers("--case", case_of(1)) == ["3", "1"]


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        (("--guide", "quik"), "quick"),
        (("--ending", "drop-out"), "dropout"),
        (("--miss", "contract.how-unclaer"), "contract.how-unclear"),
        (("--miss", "contrakt.*"), "contract.*"),
        (("--where", "setup=cuple"), "couple"),
        (("--where", "seting=charity"), "setting"),
        (("--where", "setup"), "FIELD=VALUE"),
        (("--since", "2026-3"), "2026-03"),
        (("--until", "march 2026"), "2026-03"),
        (("--period", "last month"), "last 1 month"),
        (("--since", "2026-02-30"), "calendar"),
        (("--since", "2027", "--until", "2026"), "--since"),
        (("--kind", "fraid"), "frayed"),
        (("--limit", "0"), "--limit"),
        (("--case", "nobody-here-11"), "failnote cases"),
        (("--today", "2026-13-01"), "2026-03-15"),
        (("--today", "0001-01-01"), "2026-03-15"),
        (("--gide", "core"), "--guide"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_an_unknown_word_is_refused_with_the_nearest_one(
    wrong: tuple[str, ...], meant: str
) -> None:
    done = failnote("list", *wrong)

    assert (done.code, done.out) == (2, "")
    assert meant in done.err


@pytest.mark.usefixtures("journal")
def test_a_guide_that_is_gone_still_filters_the_reviews_held_with_it() -> None:
    line = (
        '{"schema": "failnote.review/1", "guide": "my-own", "case": "amber-gate-12",'
        ' "date": "2026-04-01"}'
    )
    failnote("import", "-", stdin=line)

    assert numbers("--guide", "my-own") == ["4"]


@pytest.mark.usefixtures("journal")
def test_a_list_says_how_much_it_leaves_out() -> None:
    assert "1 of 3 reviews; --all shows every one." in failnote("list", "-n", "1").err


@pytest.mark.usefixtures("journal")
def test_a_list_says_what_is_due() -> None:
    assert failnote("list", "--today", "2026-01-11").err == ""
    assert "1 plan is due." in failnote("list", "--today", "2026-02-10").err


@pytest.mark.usefixtures("journal")
def test_a_list_without_reviews_says_so() -> None:
    done = failnote("list", "--since", "2027")

    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("There is no such review.\n")


@pytest.mark.usefixtures("journal")
def test_show_has_the_whole_review() -> None:
    done = failnote("show", "1")

    assert done.code == 0
    assert "Relief that I need not bring up the two unpaid sessions." in done.out
    assert "I heard it and went on with the sheet." in done.out
    assert "THEN I will say: let us look at what that is about" in done.out


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    "command",
    [("show", "9"), ("delete", "9"), ("add", "9"), ("note", "9"), ("export", "9"), ("edit", "9")],
    ids=" ".join,
)
def test_a_number_that_does_not_exist_fails_and_says_where_to_look(
    command: tuple[str, ...],
) -> None:
    more = ("--answers", "-") if command[0] == "edit" else ()
    done = failnote(*command, *more, stdin="x = 1" if more else "later")

    assert (done.code, done.out) == (1, "")
    assert "There is no review 9." in done.err
    assert "failnote list" in done.err


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("word", ["seven", "-1", "1.5", ""])
def test_what_is_no_number_is_wrong_usage(word: str) -> None:
    done = failnote("show", word)

    assert (done.code, done.out) == (2, "")
    assert "failnote show -h" in done.err


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("unpaid",), ["1", "1"]),
        (("UNPAID", "relief"), ["1"]),
        (("argued",), ["3"]),
        (("sheet", "is", "not", "for"), ["3"]),
        (("'okay'",), ["2"]),
        (("doo",), ["2"]),
        (("unpaid", "--guide", "quick"), []),
        (("unpaid", "-n", "1"), ["1"]),
    ],
    ids=lambda given: " ".join(given),
)
def test_search_finds_words_wherever_they_stand(words: tuple[str, ...], found: list[str]) -> None:
    done = failnote("search", *words)

    assert [row.split()[0] for row in done.out.splitlines() if row[0] != " "] == found
    assert done.code == (0 if found else 1)


@pytest.mark.usefixtures("journal")
def test_a_search_without_a_hit_says_so() -> None:
    done = failnote("search", "giraffe")

    assert (done.code, done.out, done.err) == (1, "", "Nothing was found.\n")


@pytest.mark.usefixtures("journal")
def test_search_takes_its_words_from_standard_input() -> None:
    done = failnote("search", stdin="unpaid\nargued\n")

    assert done.out == failnote("search", "unpaid").out != ""


@pytest.mark.usefixtures("journal")
def test_search_asks_for_its_words_where_someone_can_answer() -> None:
    done = failnote("search", "--plain", stdin="unpaid\n")

    assert "Search for:" in done.err
    assert done.out == failnote("search", "unpaid").out


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("given", ["", "\n", "  \n"])
def test_a_search_for_nothing_is_wrong_usage(given: str) -> None:
    done = failnote("search", stdin=given)

    assert (done.code, done.out) == (2, "")
    assert "There is nothing to look for" in done.err


@pytest.mark.usefixtures("journal")
def test_a_word_that_looks_like_an_option_is_found_behind_two_dashes() -> None:
    failnote("add", "2", stdin="I wrote --plain on the sheet.")

    assert "on the sheet" in failnote("search", "--", "--plain").out


@pytest.mark.usefixtures("journal")
def test_cases_are_listed_with_their_reviews_and_what_went_wrong_only() -> None:
    done = failnote("cases")

    (own,) = [row for row in done.out.splitlines() if row.startswith(case_of(1))]
    assert own.split(maxsplit=1)[1] == "2 reviews [1 3] · broke or went cold between us"


@pytest.mark.usefixtures("journal")
def test_a_case_is_shown_with_its_whole_context_and_its_reviews() -> None:
    done = failnote("cases", "show", case_of(1))

    assert "by missed sessions" in done.out
    assert [row.split()[0] for row in done.out.splitlines() if row[:1].isdigit()] == ["3", "1"]


@pytest.mark.usefixtures("journal")
def test_a_case_that_does_not_exist_fails() -> None:
    done = failnote("cases", "show", "nobody-here-11")

    assert (done.code, done.out) == (1, "")
    assert "There is no case nobody-here-11" in done.err


COMMANDS = [
    ("list",),
    ("show", "1"),
    ("search", "fee"),
    ("cases",),
    ("cases", "show", "maple-lantern-27"),
    ("patterns",),
    ("note", "1"),
    ("export",),
    ("journal", "status"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_reading_without_a_journal_says_how_to_begin(command: tuple[str, ...], home: Path) -> None:
    done = failnote(*command)

    assert (done.code, done.out) == (0, "")
    assert done.err.count("\n") == 1
    assert f"no journal yet at {home}/data/failnote/journal.db" in done.err
    assert "`failnote review`" in done.err
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_reading_a_named_journal_that_is_not_there_fails(
    command: tuple[str, ...], home: Path
) -> None:
    done = failnote(*command, "--journal", "elsewhere.db")

    assert (done.code, done.out) == (1, "")
    assert "There is no journal yet at elsewhere.db" in done.err
    assert list(home.iterdir()) == []


def test_the_environment_names_a_journal_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAILNOTE_JOURNAL", "elsewhere.db")

    assert failnote("list").code == 1


@pytest.mark.parametrize(
    "command",
    [("delete", "1"), ("undo",), ("add", "1"), ("journal", "hold", "maple-lantern-27")],
    ids=" ".join,
)
def test_changing_what_is_not_there_fails_and_makes_no_journal(
    command: tuple[str, ...], home: Path
) -> None:
    done = failnote(*command, stdin="later")

    assert done.code == 1
    assert "There is no journal yet" in done.err
    assert list(home.iterdir()) == []
