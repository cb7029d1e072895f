"""The mistakes people make in a guide: each is refused with line and mend, or harmless."""

from pathlib import Path

import pytest

from failnote.guide.load import guide_from_text, load_guide
from failnote.guide.questions import Choice
from guide.slips import BASE, Edit, Mistake, check, edited, slip

# ---- the 25 mistakes that people made when a guide was given to them to change

REFUSED = [
    slip('"quotes" in a question',
         '"Where did it begin, as', '"Where did "it" begin, as', at='"it"',
         says="a quotation mark inside the text", mend="between ''' and '''"),
    slip("option text without quotation marks",
         '"With something the client brought"', "Yes", at="= Yes",
         says="words without quotation marks", mend="put the words between quotation marks"),
    slip("a time as option text",
         '"Coming late, or at 12:30"', "12:30", at="= 12:30",
         says="words without quotation marks", mend="put the words between quotation marks"),
    slip("curly quotation marks",
         '"at ease"', "“at ease”", at="at ease",
         says="curly quotation marks", mend='straight ones: "'),
    slip("closing quotation mark forgotten",
         '"at ease"', '"at ease', at="at ease",
         says="the closing quotation mark is missing", mend="at the end of the line"),
    slip("a misspelt name",
         "options.client", "optoins.client", at="optoins", of="question “origin”",
         says="“optoins” is not known here", mend="did you mean “options”?"),
    slip("the same id twice",
         '"part"', '"origin"', at='id     = "origin"', of="question “origin”",
         says="the id “origin” is used twice", mend="another id"),
    slip("the same option twice",
         "options.client", "options.mine", at="options.mine = ",
         says="this name stands twice in one question", mend="give it another name"),
    slip("type forgotten",
         'type    = "date"\n', "", at="# here", of="question “when”",
         says="“type” is missing", mend='add a line:  type = "text"',
         more=('[[question]]\nid      = "when"', '[[question]]  # here\nid      = "when"')),
    slip("version in words",
         "= 3", "= three", at="three", says="a number is needed here",
         mend="a whole number in digits"),
    slip("a question over two lines",
         "as you see it today?", "as you\nsee it today?", at="Where did",
         says="the closing quotation mark is missing", mend="when it has several lines"),
    slip("a backslash",
         "Where did it begin", "Where did it begin or\\and end", at="begin or",
         says="a backslash inside the text", mend="between ''' and '''"),
    slip("a no-break space",
         'type = "choice"', 'type\u00a0= "choice"', at="\u00a0",
         says="no-break space", mend="type that blank again"),
    slip("ask_if names an unknown question",
         '"origin is mine"', '"orgin is mine"', at="orgin", of="question “part”",
         says="“orgin” does not exist", mend="did you mean “origin”?"),
    slip("the head of a question forgotten",
         '[[question]]\nid   = "origin"', 'id   = "origin"', at='"origin"',
         says="two questions have run into one", mend="a line  [[question]]  above this one"),
    slip("the head of a question mistyped",
         '[[question]]\nid   = "origin"', '[question]\nid   = "origin"', at=" [question]",
         says="two brackets on each side", mend="write  [[question]]",
         more=("\n[question]", "\n [question]")),
    slip("a comma forgotten",
         '"Long silences", code', '"Long silences" code', at="Long silences",
         says="something is missing between two parts", mend="put a comma between them"),
    slip("a question before the first head",
         '[[question]]\nuse = "gate"\n\n[[question]]\nid   = "pause"', 'id   = "pause"',
         at='"pause"',
         says="two questions have run into one", mend="a line  [[question]]  above this one"),
]  # fmt: skip


@pytest.mark.parametrize("mistake", REFUSED)
def test_a_mistake_is_refused_with_its_line_and_a_mend(mistake: Mistake) -> None:
    check(mistake)


HARMLESS = [
    pytest.param(("begin, as you", "begin: as you"), "ask",
                 "Where did it begin: as you see it today?",
                 id="a colon in a question"),
    pytest.param(("Where did it begin, as", "Which # was it, as"), "ask",
                 "Which # was it, as you see it today?",
                 id="# in a question"),
    pytest.param(("ask  = \"Where", "      ask  = \"Where"), "ask",
                 "Where did it begin, as you see it today?",
                 id="one line indented too far"),
    pytest.param(("ask  = \"Where", "\task\t=\t\"Where"), "ask",
                 "Where did it begin, as you see it today?",
                 id="tabs instead of blanks"),
    pytest.param(("Where did it begin, as", "*Where* did it begin, as"), "ask",
                 "*Where* did it begin, as you see it today?", id="*emphasis* at the start"),
    pytest.param(("Choose what", "\tChoose “what”"), "help", "Choose “what” comes closest.",
                 id="a tab and curly quotation marks inside a text"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "key", "meant"), HARMLESS)
def test_a_harmless_slip_means_what_its_author_meant(edit: Edit, key: str, meant: str) -> None:
    guide = guide_from_text(edited(edit), "mine.toml")

    assert getattr(guide.by_id["origin"], key) == meant


def test_an_option_may_be_called_no() -> None:
    guide = guide_from_text(edited(("options.client", "options.no"), ("is mine", "is no")), "m")

    question = guide.by_id["origin"]
    assert isinstance(question, Choice)
    assert question.in_words("no") == "With something the client brought"


def test_a_file_saved_by_notepad_is_the_same_guide(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xef\xbb\xbf" + BASE.replace("\n", "\r\n").encode())

    assert load_guide(path).digest == guide_from_text(BASE, "mine.toml").digest


# ---- names that are not there

UNKNOWN = [
    slip("a code in an option",
         "alliance.small-signs-passed", "alliance.small-sings-passed", at="sings",
         of="question “signs”",
         says="there is no code “alliance.small-sings-passed”",
         mend="did you mean “alliance.small-signs-passed”?"),
    slip("a code in a list over several lines",
         "options.late    =",
         'codes = [\n    "contract.went-slack",\n    "contract.gone",\n]\noptions.late =',
         at='"contract.gone"', of="question “signs”", says="there is no code “contract.gone”",
         mend=""),
    slip("an area",
         "options.silence =", 'from_area = "feedbak"\noptions.silence =', at="feedbak",
         of="question “signs”", says="there is no area “feedbak”", mend="did you mean “feedback”?"),
    slip("a family",
         "options.silence =", 'from = "singns"\noptions.silence =', at="singns",
         of="question “signs”",
         says="there is no family or vocabulary “singns”", mend="did you mean “signs”?"),
    slip("a vocabulary like nothing known",
         "options.silence =", 'from = "xyz"\noptions.silence =', at="xyz", of="question “signs”",
         says="there is no family or vocabulary “xyz”", mend="from can be: misses, signs,"),
    slip("a block",
         'use = "gate"', 'use = "gtae"', at="gtae", of="block “gtae”",
         says="there is no block “gtae”", mend="did you mean “gate”?"),
    slip("a guide to go on with",
         '= "With something the client brought"', '= { text = "Briefly", goto = "quik" }',
         at="quik",
         of="question “origin”", says="there is no guide “quik”", mend="did you mean “quick”?"),
    slip("a context field",
         'type = "choice"', 'type = "choice"\ncontext = "endng"', at="endng",
         of="question “origin”",
         says="there is no context field “endng”", mend="did you mean “ending”?"),
    slip("a value of a context field",
         'type = "choice"', 'type = "choice"\ncontext = "setup"', at="options.mine",
         of="question “origin”",
         says="the field “setup” has no value “mine”", mend="its values are: individual, couple"),
    slip("a part of the plan",
         '"What did you do, or not do?"', '"What did you do?"\nplan = "why"', at='"why"',
         of="question “part”",
         says="“plan” must be 'miss', 'if', 'then', 'rehearsed' or 'due'",
         mend="write one of these"),
    slip("a type",
         '"scale"', '"skale"', at="skale", of="question “strain”",
         says="the type “skale” does not exist", mend="did you mean “scale”?"),
    slip("a key in the head",
         "title  ", "titel = 1\ntitle  ", at="titel", of="head of the guide",
         says="“titel” is not known here", mend="did you mean “title”?"),
    slip("a head of its own",
         '[[question]]\nid   = "origin"', '[[qestion]]\nid   = "origin"', at="[[qestion]]",
         of="head of the guide", says="“qestion” is not known here",
         mend="did you mean “question”?"),
    slip("a key of an option",
         "cannot_say = true", "canot_say = true", at="options.unsure", of="question “origin”",
         says="option “unsure”: “canot_say” is not known here", mend="did you mean “cannot_say”?"),
]  # fmt: skip


@pytest.mark.parametrize("mistake", UNKNOWN)
def test_an_unknown_name_is_told_with_what_may_be_meant(mistake: Mistake) -> None:
    check(mistake)
