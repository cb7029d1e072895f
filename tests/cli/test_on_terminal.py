"""On a terminal: the first run, keys that leave, secrets that show, and talk beside a pipe."""

import re
from pathlib import Path

import pytest

from failnote.journal.opening import open_journal, parse_recovery
from program import COMMAND, PASSPHRASE, failnote, in_shell, on_terminal
from terminal.pty_screen import DOWN, ENTER, F8, TAB, pasted

DONE = "\x13"
CTRL_C = "\x03"


def test_a_gate_that_says_stop_leaves_its_words_and_nothing_else(home: Path) -> None:
    with on_terminal("review") as screen:
        screen.wait("urgent or formal").send("3" + ENTER)
        screen.wait("Then please stop here").send(ENTER)
        code = screen.join()

    assert code == 0
    assert "your supervisor, an on-call colleague" in " ".join(screen.text().split())
    assert "I am not sure" not in screen.text()
    assert list(home.iterdir()) == []


def test_a_passphrase_of_ones_own_is_typed_twice_and_a_short_one_is_warned_about(
    home: Path,
) -> None:
    with on_terminal("review", "--guide", "quick") as screen:
        screen.past_gate().wait("not a clinical record").wait("made for you")
        screen.send("3" + ENTER).wait("Your passphrase:").send("short\r")
        screen.wait("is short or repeats itself").send("1" + ENTER).wait("Once more:").send(
            "shirt\r"
        )
        screen.wait("not the same.").wait("made for you").send("3" + ENTER)
        screen.wait("not the same. Your passphrase:").send(f"{PASSPHRASE}\r")
        screen.wait("not the same. Your passphrase: Once more:").send(f"{PASSPHRASE}\r")
        screen.wait("How strongly does it pull").send("4\r").wait("in one line")
        code = screen.skip_to_the_end()

    assert code == 0
    assert PASSPHRASE.encode() not in screen.raw
    shown = "".join(re.findall(r"^ {4}((?:[A-Z2-7]{4}-?){7})$", screen.text(), re.MULTILINE))
    key = parse_recovery(shown)
    open_journal(home / "data" / "failnote" / "journal.db", key=key).close()


def test_the_recovery_code_is_shown_once_by_itself_and_whenever_it_is_asked_for(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", PASSPHRASE)
    codes = []
    for _ in range(2):
        with on_terminal("review", "--guide", "quick", "--journal", locked) as screen:
            screen.past_gate().wait("How strongly does it pull").send("4\r").wait("in one line")
            screen.skip_to_the_end()
        codes.append("recovery code" in screen.text())
    with on_terminal("journal", "recovery", "--journal", locked) as screen:
        assert screen.join() == 0
        codes.append("recovery code" in screen.text())

    assert codes == [True, False, True]


def test_the_recovery_code_does_not_follow_the_talk_into_a_file(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", PASSPHRASE)
    with in_shell(f"failnote journal recovery --journal {locked} 2>talk") as screen:
        assert screen.join() == 2

    assert "on a terminal only" in Path("talk").read_text()


@pytest.mark.usefixtures("journal")
def test_a_journal_without_a_passphrase_has_no_recovery_code() -> None:
    with on_terminal("journal", "recovery") as screen:
        assert screen.join() == 1

    assert "is not encrypted, so it needs no recovery code" in screen.text()


@pytest.mark.usefixtures("journal")
def test_f8_shows_the_risk_line_and_keeps_what_was_answered() -> None:
    with on_terminal("review", "--guide", "quick") as screen:
        screen.past_gate().wait("How strongly does it pull").send("4\r").wait("in one line")
        screen.send(F8)
        code = screen.join()

    assert code == 130
    assert "call your local emergency or crisis line" in " ".join(screen.text().split())
    assert "unfinished" in failnote("list").out


@pytest.mark.usefixtures("journal")
def test_half_typed_text_stands_there_when_the_review_is_resumed() -> None:
    with on_terminal("review", "--guide", "quick", "--today", "2026-03-01") as screen:
        screen.past_gate().wait("How strongly does it pull").send("4\r").wait("in one line")
        screen.send("A knot, hi").wait("A knot, hi").send(CTRL_C)
        assert screen.join() == 130
        assert "Paused, and saved." in screen.text()
    with on_terminal("review", "--today", "2026-03-09") as screen:
        screen.past_gate().wait("There is a review that you paused").send(ENTER)
        screen.wait("A knot, hi").send("gh up\r").wait("as a camera would have it").send(CTRL_C)
        screen.join()

    assert "A knot, high up" in failnote("show", "4").out
    assert failnote("list").out.splitlines()[1].split()[:2] == ["4", "2026-03-01"]


@pytest.mark.usefixtures("journal")
def test_row_26_of_two_windows_the_later_is_told_and_both_texts_are_kept() -> None:
    with on_terminal("review", "--guide", "quick") as screen:
        screen.past_gate().wait("How strongly does it pull").send("4\r").wait("in one line")
        failnote("review", "--plain", stdin="1\n1\nA stone.\n.q\n")
        screen.send("A knot.").wait("A knot.").send(ENTER)
        assert screen.join() == 1

    assert "Another failnote changed review 4 meanwhile." in screen.text()
    shown = failnote("show", "4").out
    assert "A stone." in shown
    assert "A knot." in shown.partition("in another window, kept")[2]


@pytest.mark.usefixtures("journal")
def test_an_answer_is_changed_and_the_change_taken_back() -> None:
    with on_terminal("edit", "2") as screen:
        screen.wait("Which answer?").send(DOWN * 2 + ENTER)
        screen.wait("in one line: a thought").send(" Cold.\r").wait("Which answer? > Done").send(
            ENTER
        )
        assert screen.join() == 0
        assert "Review 2 is changed; `failnote undo` takes it back." in screen.text()
    changed = failnote("show", "2").out
    failnote("undo")

    assert "A knot, high up. Cold." in changed
    assert "Cold." not in failnote("show", "2").out


@pytest.mark.usefixtures("journal")
def test_an_edit_that_is_left_keeps_what_was_half_typed() -> None:
    with on_terminal("edit", "2") as screen:
        screen.wait("Which answer?").send(DOWN * 2 + ENTER)
        screen.wait("in one line: a thought").send(" Col").wait("up. Col").send(CTRL_C)
        assert screen.join() == 130
        assert "Nothing was changed." in screen.text()
        assert "What you typed is kept" in screen.text()
    with on_terminal("edit", "2") as screen:
        screen.wait("Which answer?").send(DOWN * 2 + ENTER).wait("up. Col").send("d.\r")
        screen.wait("Which answer?").send(CTRL_C)
        assert screen.join() == 130
        assert "Review 2 is changed" in screen.text()

    assert "A knot, high up. Cold." in failnote("show", "2").out


@pytest.mark.usefixtures("journal")
def test_an_insight_that_is_left_keeps_what_was_half_typed() -> None:
    with on_terminal("add", "2") as screen:
        screen.wait("What do you understand").send("It was Aug").wait("It was Aug").send(CTRL_C)
        assert screen.join() == 130
        assert "Nothing was added. What you typed is kept" in screen.text()
    assert "It was Aug" not in failnote("show", "2").out
    with on_terminal("add", "2") as screen:
        screen.wait("It was Aug").send("ust." + DONE)
        assert screen.join() == 0

    assert "It was August." in failnote("show", "2").out


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(("key", "said"), [(CTRL_C, "Nothing was changed."), (F8, "crisis line")])
def test_a_search_that_is_left_says_so(key: str, said: str) -> None:
    with on_terminal("search") as screen:
        screen.wait("Search for:").send(key)
        assert screen.join() == 130

    assert said in " ".join(screen.text().split())


def test_the_passphrase_can_be_asked_for_beside_a_pipe(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAILNOTE_JOURNAL", str(locked))

    with in_shell("failnote note 1 | cat >note.md") as screen:
        screen.wait("Passphrase:").send(f"{PASSPHRASE}\r").wait("recognise them")
        assert screen.join() == 0
    with in_shell("echo 'It was August.' | failnote add 1") as screen:
        screen.wait("Passphrase:").send(f"{PASSPHRASE}\r").wait("Added to review 1.")
        assert screen.join() == 0

    assert Path("note.md").read_text().startswith("# Supervision note:")


def test_row_29_an_answer_that_cannot_be_stored_still_stands_there(journal: Path) -> None:
    text = "word " * 50_000
    room = journal.stat().st_size // 1024 + 60

    with in_shell(f"ulimit -f {room}; failnote review --guide quick") as screen:
        screen.past_gate().wait("How strongly").send("4\r").wait("in one line").send(TAB)
        screen.wait("as a camera").send(pasted(f"{text}END")).wait("END")
        screen.send(DONE)
        screen.wait("Not saved. The disk").wait("Your answer still stands here.").wait("END")
        screen.send(CTRL_C)
        assert screen.join() == 130

    assert "How strongly does it pull at you?  4" in failnote("show", "4").out


@pytest.mark.usefixtures("journal")
def test_a_terminal_in_rags_is_asked_line_by_line() -> None:
    with on_terminal("review", "--guide", "quick", env={"TERM": "dumb"}) as screen:
        screen.wait("Number:").send("1\r").wait("0 not at all to 10").send("4\r").wait("one line")
        screen.send(CTRL_C)
        assert screen.join() == 130

    assert b"\x1b" not in screen.raw
    assert "unfinished" in failnote("list").out


ECHOES = "stty -a | grep -q -- ' -echo ' || echo typing is seen"


def test_an_interrupt_at_the_passphrase_is_said_and_the_terminal_echoes_again(
    locked: Path,
) -> None:
    with in_shell(f"trap : INT; failnote list --journal {locked}; {ECHOES}") as screen:
        screen.wait("Passphrase:").send(CTRL_C).wait("Interrupted.").wait("typing is seen")


def test_a_process_that_is_told_to_end_leaves_the_terminal_as_it_was(locked: Path) -> None:
    # Not the function: a shell would stand between the signal and the program.
    begins = f"{' '.join(COMMAND)} list --journal {locked} &"
    ends = "sleep 1; kill $!; wait $!; echo $? is the end"

    with in_shell(f"{begins} {ends}; {ECHOES}") as screen:
        screen.wait("Passphrase:").wait("143 is the end").wait("typing is seen")
