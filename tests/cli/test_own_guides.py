"""Guides and codes of one's own: begun by a command, checked, asked and counted."""

import json
from pathlib import Path

import pytest

from failnote.codebook import load_codebook, with_own_codes
from failnote.errors import GuideError
from program import failnote

CODES = """\
schema = 1
version = 1
[areas.room]
label = "The room"
says = "where we met"
[[miss]]
id = "room.noise-ignored"
label = "noise ignored"
says = "I heard the noise and went on."
mode = "left-undone"
next = "Name the noise."
"""
GUIDE = """\
schema = 1
id = "rooms"
version = 1
title = "Rooms"
[[question]]
id = "rooms.which"
type = "choices"
ask = "Which of these?"
from_area = "room"
options.none = { text = "None", none = true }
"""


@pytest.fixture
def config(home: Path) -> Path:
    folder = home / "config" / "failnote"
    (folder / "guides").mkdir(parents=True)
    return folder


# ---- guides


def test_a_new_guide_passes_its_own_check_and_can_be_asked(home: Path) -> None:
    made = failnote("guides", "new", "after-a-break")
    path = Path(made.out.strip())

    checked = failnote("guides", "check", path)
    held = failnote(
        *("review", "--guide", "after-a-break", "--plain", "--no-passphrase"),
        stdin="1\n3\n1\nAt the door.\n.\n" + ".s\n" * 30,
    )

    assert path == home / "config" / "failnote" / "guides" / "after-a-break.toml"
    assert (checked.code, held.code) == (0, 0)
    assert "Nothing is wrong with it" in checked.out
    (line,) = failnote("export", "--no-mask").out.splitlines()
    ticked = [code for code, flag in json.loads(line)["marks"].items() if flag]
    assert ticked == ["boundary.frame-unclear", "contract.expectations-unspoken"]
    assert "after-a-break" in failnote("guides").out


def test_a_new_guide_is_for_its_owner_alone_and_overwrites_nothing() -> None:
    path = Path(failnote("guides", "new", "mine").out.strip())
    path.write_text("mine")

    again = failnote("guides", "new", "mine")

    assert path.stat().st_mode & 0o077 == 0
    assert again.code == 1
    assert path.read_text() == "mine"


@pytest.mark.parametrize("name", ["core", "My guide", "../x", "1st", "a" * 41])
def test_a_name_that_cannot_be_one_is_refused(name: str, home: Path) -> None:
    done = failnote("guides", "new", name)

    assert done.code == 2
    assert not (home / "config").exists()


# ---- codes


def test_own_codes_are_offered_ticked_and_counted(config: Path) -> None:
    (config / "codes.toml").write_text(CODES)
    (config / "guides" / "rooms.toml").write_text(GUIDE)
    for _ in range(2):
        held = ("review", "--guide", "rooms", "--answers", "-", "--no-passphrase")
        assert failnote(*held, stdin='"rooms.which" = ["room.noise-ignored"]').code == 0

    assert "noise ignored" in failnote("patterns").out
    assert "2 of 2" in failnote("patterns").out
    assert "The room" in failnote("show", "1").out
    assert "Next time: Name the noise." in failnote("brief").out
    assert len(failnote("list", "--miss", "room.*").out.splitlines()) == 2


def test_a_guide_of_failnote_s_does_not_wait_for_own_codes(config: Path) -> None:
    (config / "codes.toml").write_text("not toml at all")

    assert failnote("guides", "show", "core").code == 0
    (config / "guides" / "rooms.toml").write_text(GUIDE)
    assert failnote("review", "--guide", "rooms", "--plain").code == 2
    assert failnote("review", "--guide", "quick", "--plain", stdin="3\n\n").code == 0


def test_the_file_of_own_codes_can_be_checked(config: Path) -> None:
    path = config / "codes.toml"
    path.write_text(CODES)

    assert "1 code of your own" in failnote("guides", "check", path).out


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[areas.room]", "[areas.contract]", "“contract” is an area of failnote's"),
        ("room.noise-ignored", "contract.how-unclear", "there is no area “contract”"),
        ("[[miss]]", "[[sign]]\nid = 'sign.own'\nlabel = 'x'\n[[miss]]", "“sign.own” is no miss"),
        ('mode = "left-undone"', 'mode = "late"', "“mode” must be"),
        ("next =", "nxt =", "“nxt” is not known here"),
    ],
    ids=["an area", "a code", "a sign", "a mode", "a key"],
)
def test_own_codes_may_add_and_never_redefine(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    path = tmp_path / "codes.toml"
    path.write_text(CODES.replace(old, new))

    with pytest.raises(GuideError, match=says) as caught:
        with_own_codes(path)

    assert str(path) in str(caught.value)


def test_own_codes_leave_failnote_s_own_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "codes.toml"
    path.write_text(CODES)

    both = with_own_codes(path)

    assert {code for code in both.by_id if code not in load_codebook().by_id} == {
        "room.noise-ignored"
    }
    assert load_codebook().by_id.items() <= both.by_id.items()
