"""The codebook and the context fields: loaded, and every mistake in them told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from failnote.codebook import (
    FAMILIES,
    Codebook,
    Context,
    load_codebook,
    load_context,
    parse_codebook,
    parse_context,
)
from failnote.errors import GuideError

BOOK = """\
schema  = 1
version = 2

[areas.contract]
label = "Contract"
says  = "what we agreed"

[areas.present-focus]
label = "Present focus"
says  = "where the attention went"

[[miss]]
id    = "contract.aim"
label = "aim never shared"
says  = "We never put it into words."
mode  = "left-undone"

[[miss]]
id    = "contract.old"
label = "an older one"
says  = "I did it the older way."
mode  = "did"
retired     = true
replaced_by = "contract.aim"

[[sign]]
id    = "sign.late"
label = "came late, cancelled or moved sessions"

[[sign]]
id    = "sign.none"
label = "no sign"
none  = true

[[non_miss]]
id        = "other.unlisted"
label     = "not listed"
says      = "Something that is on no list."
own_words = true
"""
FIELDS = """\
schema = 1

[[field]]
id         = "setup"
label      = "Who took part"
cannot_say = ["unknown"]
values.individual = "individual"
values.unknown    = "not known"

[[field]]
id    = "tags"
label = "Your own tags"
free  = true
"""
Edit = tuple[str, str]


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Codebook]:
    """Load the codebook above with some pieces exchanged."""
    return lambda *edits: parse_codebook(written(tmp_path / "codes.toml", BOOK, *edits))


@pytest.fixture
def fields(tmp_path: Path) -> Callable[..., Context]:
    """Load the fields above with some pieces exchanged."""
    return lambda *edits: parse_context(written(tmp_path / "fields.toml", FIELDS, *edits))


def written(path: Path, text: str, *edits: Edit) -> Path:
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_code_has_its_words(book: Callable[..., Codebook]) -> None:
    words = book().by_id

    assert (words["contract.aim"].family, words["contract.aim"].area) == ("miss", "contract")
    assert words["contract.aim"].says == "We never put it into words."
    assert (words["sign.late"].family, words["sign.late"].area) == ("sign", "")
    assert words["sign.late"].says == words["sign.late"].label
    assert words["other.unlisted"].own_words


def test_a_retired_code_keeps_its_words_and_is_offered_no_more(
    book: Callable[..., Codebook],
) -> None:
    assert "contract.old" in book().by_id
    assert [miss.id for miss in book().family("misses")] == ["contract.aim"]


WRONG = [
    pytest.param(('"contract.aim"', '"contract.old"'), 'id    = "contract.old"',
                 "the code “contract.old” stands twice",
                 "give one of the two a new id", id="one id for two misses"),
    pytest.param(('"sign.late"', '"other.unlisted"'), 'id        = "other',
                 "the code “other.unlisted” stands twice",
                 "new id", id="one id in two families"),
    pytest.param(('"contract.aim"', '"contact.aim"'), "contact.aim",
                 "“contact.aim”: there is no area “contact”",
                 "use one of: contract, present-focus", id="an unknown area"),
    pytest.param(('replaced_by = "contract.aim"', 'replaced_by = "contract.aims"'), "replaced_by",
                 "“contract.old”: there is no code “contract.aims”", "did you mean “contract.aim”?",
                 id="replaced by an unknown code"),
    pytest.param(("aim never shared", "aim never put into words together"), "aim never put",
                 "“contract.aim”: “label” is longer than 26 characters", "make it shorter",
                 id="a long label"),
    pytest.param(('mode  = "did"', 'mode  = "done"'), '"done"',
                 "“contract.old”: “mode” must be 'left-undone'",
                 "as it stands here", id="an unknown mode"),
    pytest.param(('says  = "We never put it into words."\n', ""), "[[miss]]",
                 "“contract.aim”: “says” is missing",
                 "add a line:  says", id="no words"),
    pytest.param(("none  = true", 'nnoe = "x"'), "nnoe", "“sign.none”: “nnoe” is not known here",
                 "take the line away", id="an unknown key"),
    pytest.param(('label = "Present focus"', 'label = ""'), 'label = ""',
                 "“present-focus”: “label” is empty",
                 "at least one word", id="an area without a label"),
    pytest.param(("version = 2", "version = 0"), "version", "“version” is too small",
                 "write 1 or more", id="a wrong version"),
    pytest.param(('id    = "sign.late"', 'id    = "sign late"'), "sign late",
                 "“sign late”: “id” has signs",
                 "small letters", id="an id with a blank"),
    pytest.param(('id    = "sign.late"\n', ""), "[[sign]]", "sign no. 1: “id” is missing",
                 "add a line:  id", id="no id"),
    pytest.param(("[[sign]]", "[[singn]]"), "[[singn]]", "“singn” is not known here",
                 "take the line away",
                 id="an unknown family"),
    pytest.param(("We never put it", "We never\\bput it"), "We never",
                 "“contract.aim”: “says” holds a sign",
                 "between ''' and '''", id="a control sign"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "at", "says", "mend"), WRONG)
def test_a_mistake_in_the_codebook_is_told(
    book: Callable[..., Codebook], edit: Edit, at: str, says: str, mend: str
) -> None:
    with pytest.raises(GuideError) as caught:
        book(edit)

    check(str(caught.value), BOOK.replace(*edit, 1), at, says, mend)


def check(message: str, text: str, at: str, says: str, mend: str) -> None:
    lines = [n for n, row in enumerate(text.split("\n"), 1) if at in row]
    assert message.partition(".toml:")[2].partition(":")[0] in [str(line) for line in lines]
    assert says in message
    assert mend in message.partition("Mend: ")[2]


def test_several_mistakes_are_told_at_once(book: Callable[..., Codebook]) -> None:
    with pytest.raises(GuideError) as caught:
        book(("version = 2", "version = 0"), ('mode  = "did"', 'mode = "done"'))

    assert str(caught.value).count("Mend: ") == 2


@pytest.mark.parametrize(
    ("edit", "at", "says", "mend"),
    [
        pytest.param(('"tags"', '"setup"'), 'id    = "setup"', "the field “setup” stands twice",
                     "new id", id="twice"),
        pytest.param(('["unknown"]', '["unknwon"]'), "unknwon",
                     "names “unknwon”, which is no value",
                     "did you mean “unknown”?", id="cannot_say names no value"),
        pytest.param(("free  = true", "free  = 7"), "free", "“tags”: “free” must be true or false",
                     "true", id="type"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_fields_is_told(
    fields: Callable[..., Context], edit: Edit, at: str, says: str, mend: str
) -> None:
    with pytest.raises(GuideError) as caught:
        fields(edit)

    check(str(caught.value), FIELDS.replace(*edit, 1), at, says, mend)


def test_the_bundled_codebook_and_fields_load() -> None:
    assert all(load_codebook().family(name) for name in FAMILIES)
    assert next(iter(load_context().by_id)) == "modality"
