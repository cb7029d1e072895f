"""Case card: asked for after a review, with what is likely standing there; changed by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from failnote.cli.case_card import band
from failnote.codebook import load_context
from program import Done, failnote

GO = "1\n"
SKIPS = ".s\n" * 60
OFFER = "Fill in the case card?"


def held(keys: str, *options: str | Path) -> Done:
    return failnote("review", "--plain", "--no-passphrase", *options, stdin=keys)


def context(number: int = 1) -> dict[str, Any]:
    for line in failnote("export", "--no-mask").out.splitlines():
        review = json.loads(line)
        if review["number"] == number:
            found: dict[str, Any] = review.get("context", {})
            return found
    raise AssertionError(number)


@pytest.fixture
def at_card() -> str:
    """Keys of a short own guide, whose last answer leads to the card."""
    folder = Path("config/failnote/guides")
    folder.mkdir(parents=True)
    (folder / "short.toml").write_text(
        'schema = 1\nid = "short"\nversion = 1\ntitle = "Short"\nminutes = [4, 5]\n'
        '[[question]]\nid = "short.sessions"\ntype = "number"\nask = "How many?"\n'
        'context = "ended_session"\n'
        '[[question]]\nid = "short.what"\ntype = "text"\nask = "What?"\n'
    )
    return "14\nIt went quiet.\n"


def short(keys: str, *options: str) -> Done:
    return held(keys, "--guide", "short", *options)


def test_one_question_comes_first_and_can_be_passed_over(at_card: str) -> None:
    done = short(at_card + ".s\n")

    assert done.code == 0
    assert OFFER in done.err
    assert "Way of working" not in done.err
    assert context() == {}
    assert "Saved as review 1" in done.err


def test_the_fields_of_the_card_are_asked_in_order(at_card: str) -> None:
    done = short(at_card + "1\n" + SKIPS)

    asked = [f"\n{field.label}\n" for field in load_context().fields if field.card]
    places = [done.err.index(ask) for ask in asked]
    assert places == sorted(places)
    assert len(asked) == 6


def test_what_is_answered_stands_on_the_review_and_its_case(at_card: str) -> None:
    done = short(at_card + "1\n" + "1 3\n2\n.s\n1\n.s\n2\n")

    assert context() == {
        "modality": ["cbt", "psychodynamic"],
        "setup": ["couple"],
        "setting": ["private-practice"],
        "concern": ["low-mood"],
    }
    case = done.err.split("case ")[-1].split(".")[0]
    assert "couple" in failnote("cases", "show", case).out
    assert failnote("list", "--where", "setup=couple").out


def test_the_number_of_sessions_is_offered_as_its_band(at_card: str) -> None:
    short(at_card + "1\n" + ".s\n" * 4 + "\n" + SKIPS)

    assert context() == {"session_band": ["s9-20"]}


def test_what_is_mostly_the_same_is_offered_from_the_latest_review(at_card: str) -> None:
    short(at_card + "1\n" + "1\n2\n1\n1\n.s\n2\n")
    short(at_card + "1\n" + "\n\n\n\n.s\n.s\n")

    assert context(2) == {
        "modality": ["cbt"],
        "setup": ["couple"],
        "delivery": ["in-person"],
        "setting": ["private-practice"],
    }


def test_going_back_and_leaving_keep_what_was_answered(at_card: str) -> None:
    done = short(at_card + "1\n" + "1\n2\n.b\n3\n.q\n")

    assert done.code == 0
    assert context() == {"modality": ["cbt"], "setup": ["family"]}
    assert "Saved as review 1" in done.err


@pytest.mark.parametrize("guide", ["quick", "went-well"])
def test_a_short_guide_keeps_its_minutes(guide: str) -> None:
    done = held(GO + "1\n" + SKIPS, "--guide", guide)

    assert "Saved as review 1" in done.err
    assert OFFER not in done.err


@pytest.mark.parametrize(("sessions", "offered"), [("14", False), ("1", True)])
def test_who_is_told_to_leave_the_page_is_not_kept_for_the_card(
    at_card: str, sessions: str, offered: bool
) -> None:
    path = Path("config/failnote/guides/short.toml")
    leave = '[[question]]\nid = "short.enough"\ntype = "info"\nask = "Leave the page now."\n'
    path.write_text(path.read_text() + leave + 'ask_if = "short.sessions > 9"\n')

    done = short(at_card.replace("14", sessions) + "\n" + SKIPS)

    assert ("Leave the page now." in done.err) is not offered
    assert (OFFER in done.err) is offered


def test_a_card_that_lacks_nothing_is_not_offered(at_card: str) -> None:
    path = Path("config/failnote/guides/short.toml")
    fields = [field for field in load_context().fields if field.card]
    path.write_text(
        path.read_text()
        + "".join(
            f'[[question]]\nid = "short.{field.id}"\nask = "?"\nfrom = "{field.id}"\n'
            f'context = "{field.id}"\n'
            + ('type = "choices"\nat_most = 2\n' if field.at_most > 1 else 'type = "choice"\n')
            for field in fields
        )
    )

    done = short(at_card + "1\n" * len(fields))

    assert OFFER not in done.err


@pytest.mark.parametrize(
    ("sessions", "name"),
    [(1, "s1"), (2, "s2-3"), (8, "s4-8"), (9, "s9-20"), (50, "s21-50"), (51, "s50-plus")],
)
def test_every_number_has_its_band(sessions: int, name: str) -> None:
    assert band(sessions) == name
    assert name in load_context().by_id["session_band"].values


# ---- by hand


def edited(code: str, keys: str) -> Done:
    return failnote("cases", "edit", code, "--plain", stdin=keys)


def test_a_field_of_a_case_can_be_changed_and_its_latest_review_follows(journal: Path) -> None:
    code = failnote("list").out.splitlines()[0].split()[2]

    done = edited(code, "3\n2\n1\n")

    assert done.code == 0
    assert "couple" in failnote("cases", "show", code).out
    assert context(3)["setup"] == ["couple"]
    assert "setup" not in context(1)


def test_who_leaves_after_a_change_is_told_that_it_is_saved(journal: Path) -> None:
    code = failnote("list").out.splitlines()[0].split()[2]

    done, idle = edited(code, "3\n2\n.q\n"), edited(code, ".q\n")

    assert (done.code, done.err.splitlines()[-1]) == (130, "What was changed before is saved.")
    assert context(3)["setup"] == ["couple"]
    assert (idle.code, idle.err.splitlines()[-1]) == (130, "Nothing was changed.")


def test_tags_are_words_of_ones_own(journal: Path) -> None:
    code = failnote("list").out.splitlines()[0].split()[2]
    last = str(len(load_context().fields) + 1)

    edited(code, f"{last}\nlate hours, new room\n1\n")

    assert sorted(context(3)["tags"]) == ["late hours", "new room"]


def test_a_case_that_is_not_there_is_a_sentence(journal: Path) -> None:
    done = edited("maple-lantern-00", "")

    assert done.code == 2
    assert "There is no case maple-lantern-00" in done.err


def test_without_a_terminal_nothing_is_changed(journal: Path) -> None:
    assert failnote("cases", "edit", "maple-lantern-00").code == 2
