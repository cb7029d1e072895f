"""Guide files: read, expanded with blocks and codes, and every problem told at once."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.errors import GuideError
from failnote.guide.load import find_guide, guide_from_text, load_guide, own_guides
from failnote.guide.questions import Choice, Choices
from guide.slips import BASE, HEAD, LAST, edited, loaded, message_of, refused

# ---- files


def test_a_missing_file_is_told_by_its_path(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match=r"none\.toml cannot be read: no such file"):
        load_guide(tmp_path / "none.toml")


def test_a_folder_is_no_guide(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="cannot be read"):
        load_guide(tmp_path)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_in_another_encoding_is_told_what_to_do(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(edited(("Long silences", "Lange Stille über Mittag")).encode(encoding))

    with pytest.raises(GuideError) as caught:
        load_guide(path)

    line = 1 if encoding == "utf-16" else BASE[: BASE.index("Long silences")].count("\n") + 1
    assert str(caught.value).startswith(f"{path}:{line}: not saved as UTF-8\n    Mend: save")


@pytest.mark.parametrize(
    "text", ["", "\n", "# nothing yet\n", HEAD], ids=["empty", "a line", "comment", "head"]
)
def test_a_file_without_a_question_says_how_to_begin_one(text: str) -> None:
    message = message_of(text)

    assert "no question was found" in message
    assert "[[question]]" in message


def test_single_brackets_everywhere_are_told_at_the_first() -> None:
    text = HEAD + LAST.replace("[[question]]", "[question]")

    assert message_of(text).startswith("mine.toml:6: no question was found")


# ---- several problems, and their lines


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    message = message_of(
        edited(
            ("version = 3", 'version = "x"'),
            ("options.client", "optoins.client"),
            ('type   = "text"', 'type   = "txt"'),
            ("alliance.small-signs-passed", "alliance.gone"),
            ("low_text", "low_txt"),
        )
    )

    said = re.findall(r"^mine\.toml:(\d+): (.*)$", message, re.MULTILINE)
    assert [line for line, _ in said] == sorted((line for line, _ in said), key=int)
    assert [what.partition(":")[0] for _, what in said] == [
        "head of the guide",
        "question “origin”",
        "question “part”",
        "question “signs”",
        "question “strain”",
    ]


def test_two_wrong_codes_of_one_question_are_both_told() -> None:
    message = refused(
        'id = "q"\ntype = "choice"\nask = "?"\n'
        'options.a = { code = "contract.x" }\n'
        'options.b = "Words"\n'
        'options.c = { code = "contract.y" }\n'
    )

    assert re.findall(r"mine\.toml:(\d+): .*“(contract\..)”", message) == [
        ("9", "contract.x"),
        ("11", "contract.y"),
    ]


def test_a_broken_question_is_told_once_however_many_refer_to_it() -> None:
    message = message_of(edited(('type = "choice"', 'type = "chioce"')))

    assert message.count("Mend: ") == 1


def test_heads_and_keys_inside_texts_and_comments_do_not_count() -> None:
    message = refused(
        'id = "q"\nhelp = """\n[[question]]\ntype = "x"\ntype. lines = 3\n"""\n'
        "# lines = 4\nask = 'What is your type. lines = 5'\ntype = \"text\"\nlines = 0\n"
    )

    assert message.startswith("mine.toml:15: question “q”: “lines” is too small")


def test_unusual_line_breaks_do_not_shift_the_line() -> None:
    message = message_of(
        edited(("Take one ending", "Take\u2028one\x85ending"), ('"scale"', '"scal"'))
    )

    line = BASE[: BASE.index('"scale"')].count("\n") + 1
    assert message.startswith(f"mine.toml:{line}: ")


def test_options_in_a_table_of_their_own_are_found() -> None:
    message = refused(
        'id = "q"\ntype = "choice"\nask = "?"\n[question.options]\na = "A"\n"b" = { txt = "B" }\n'
    )

    assert message.startswith("mine.toml:11: question “q”: option “b”: “text” is missing")


def test_a_question_without_an_id_is_told_by_its_number() -> None:
    assert "question no. 1: “id” is missing" in refused('type = "text"\nask = "?"\n')


VALUES = st.recursive(
    st.sampled_from(
        [
            "3",
            "-1",
            "2.5",
            "true",
            '"words"',
            '""',
            '"gate"',
            "2026-01-01",
            "12:30",
            "'''x'''",
            "nan",
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=2).map(lambda parts: f"[{', '.join(parts)}]")
        | inner.map(lambda part: f"{{ text = {part} }}")
    ),
    max_leaves=3,
)
KEYS = st.sampled_from(
    ["id", "section", "type", "ask", "help", "secs", "export", "ask_if", "lean", "kept",
    "required", "was", "context", "plan", "supervision", "from", "from_area", "codes", "options",
    "options.a", "options.b", "at_least", "at_most", "low", "high", "low_text", "unit", "decimals",
    "default", "reminder", "lines", "ends", "use", "skip", "set", "set.x", "set.x.ask"]
)  # fmt: skip


@given(
    st.dictionaries(KEYS, VALUES, max_size=7),
    st.sampled_from(["choice", "choices", "text", "scale", ""]),
)
def test_whatever_stands_in_a_question_it_is_a_guide_or_a_sentence(
    keys: dict[str, str], type_: str
) -> None:
    usual = {"id": '"q"', "ask": '"?"', **({"type": f'"{type_}"'} if type_ else {})}
    if any(key.startswith("options.") for key in keys):
        keys.pop("options", None)
    lines = [f"{key} = {value}" for key, value in (usual | keys).items()]

    try:
        loaded("\n".join(lines) + "\n")
    except GuideError as error:
        for told in re.split(r"\n(?=mine:|/)", str(error)):
            assert re.match(r"(mine|/.*\.toml):\d+: .+\n(    .+\n)?    Mend: .+", told)


def test_deep_brackets_are_refused_in_words() -> None:
    assert "brackets inside brackets" in message_of("x = " + "[" * 5000)


# ---- options from elsewhere


def test_options_come_from_area_codes_family_and_then_the_own_ones() -> None:
    question = loaded(
        'id = "q"\ntype = "choices"\nask = "?"\noptions.other = "Another"\nfrom = "kinds"\n'
        'codes = ["contract.went-slack"]\nfrom_area = "feedback"\n'
    ).by_id["q"]

    keys = list(question.options)
    assert keys[0].startswith("feedback.")
    assert keys.index("contract.went-slack") < keys.index("kind.known-gap") < keys.index("other")


def test_an_own_option_may_reword_a_code() -> None:
    question = loaded(
        'id = "q"\ntype = "choices"\nask = "?"\ncodes = ["contract.went-slack"]\n'
        'options.b = { text = "We let it slip", code = "contract.goal-unclear" }\n'
    ).by_id["q"]

    assert question.options["contract.went-slack"].text.startswith("Our agreement slipped")
    assert question.options["b"].text == "We let it slip"


def test_a_vocabulary_brings_its_values_and_what_means_cannot_say() -> None:
    question = loaded('id = "q"\ntype = "choice"\nask = "?"\nfrom = "fray_phase"\n').by_id["q"]

    assert [key for key, option in question.options.items() if option.cannot_say] == ["cannot-say"]


def test_the_sign_that_there_was_none_excludes_the_others() -> None:
    question = loaded('id = "q"\ntype = "choices"\nask = "?"\nfrom = "signs"\n').by_id["q"]

    assert isinstance(question, Choices)
    assert question.none_option == "sign.none"


def test_a_section_holds_until_another_is_named() -> None:
    text = 'id = "{}"\ntype = "text"\nask = "?"\n'
    guide = loaded(text.format("a") + 'section = "One"\n', text.format("b"), 'use = "settle"\n')

    assert [guide.by_id[id_].section for id_ in ("a", "b", "settle.charge", "last")] == [
        "One",
        "One",
        "Settle",
        "Settle",
    ]


# ---- finding


def own(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_an_own_guide_is_found_by_its_name(tmp_path: Path) -> None:
    own(tmp_path, "mine", BASE)

    assert find_guide("mine", tmp_path).title == "Who wanted what?"


def test_an_own_guide_never_replaces_one_of_failnotes(tmp_path: Path) -> None:
    own(tmp_path, "core", BASE.replace('"mine"', '"core"', 1))

    assert own_guides(tmp_path) == {}
    assert find_guide("core", tmp_path).title != "Who wanted what?"


def test_an_own_guide_may_lead_on_to_another(tmp_path: Path) -> None:
    own(tmp_path, "second", BASE.replace('"mine"', '"second"', 1))
    text = edited(('"With something the client brought"', '{ text = "On", goto = "second" }'))
    own(tmp_path, "mine", text)

    question = find_guide("mine", tmp_path).by_id["origin"]
    assert isinstance(question, Choice)
    assert question.options["client"].goto == "second"


def test_an_unknown_guide_is_told_with_what_may_be_meant() -> None:
    with pytest.raises(GuideError, match=r"no guide “quik”: did you mean “quick”\?"):
        find_guide("quik")


def test_a_file_and_its_id_must_agree(tmp_path: Path) -> None:
    own(tmp_path, "other", BASE)

    with pytest.raises(GuideError, match="the file is called other, but its id is “mine”"):
        find_guide("other", tmp_path)


def test_a_missing_folder_of_own_guides_is_an_empty_one(tmp_path: Path) -> None:
    assert own_guides(tmp_path / "none") == {}
    assert own_guides(None) == {}


def test_a_guide_can_keep_a_context_value_with_every_review() -> None:
    guide = guide_from_text(HEAD + 'context.ending = "impasse"\n' + LAST, "mine")

    assert guide.context == {"ending": "impasse"}


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('ask = "{given.core.kind}?"\ntype = "text"', "nothing is called “{given.core.kind}”"),
        ('ask = "?"\ntype = "choices"\nfrom = "signs"', "a guide about a plan ticks none"),
        ('ask = "?"\ntype = "text"\nfollow_up = "did"', "must be a number question"),
        (
            'ask = "?"\ntype = "choice"\nfollow_up = "verdict"\noptions.keep = "K"\noptions.x = "X"',
            "a verdict is none of failnote's words: x",
        ),
    ],
)
def test_what_does_not_fit_a_guide_about_a_plan_is_refused(lines: str, says: str) -> None:
    message = message_of(f'{HEAD}about = "plan"\n[[question]]\nid = "q"\n{lines}\n{LAST}')

    assert says in message
    assert message.count("Mend: ") == 1
