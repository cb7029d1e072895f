"""What a user wrote, in a Markdown document: no structure of its own, and no letter lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from failnote.render.markdown import inline, lines

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

HOSTILE = {
    "heading": "# x",
    "closed heading": "## x ##",
    "heading without a blank": "#x",
    "rule": "---",
    "rule of stars": "* * *",
    "rule of underscores": "___",
    "underline": "===",
    "front matter": "---\ntitle: x\n---",
    "fence": "```sh\nrm",
    "tilde fence": "~~~\nx",
    "indented code": "    x",
    "tabbed code": "\tx",
    "bullet": "- x",
    "star bullet": "* x",
    "plus bullet": "+ x",
    "number": "1. x",
    "number with bracket": "12) x",
    "only a number": "3.",
    "quotation": "> x",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "table without edges": "a | b\n--- | ---",
    "tag": "<script>alert(1)</script>",
    "image tag": '<img src="http://x.example/p.png">',
    "comment": "<!-- x",
    "declaration": "<!DOCTYPE x>",
    "autolink": "<http://x.example>",
    "image": "![x](http://x.example/p.png)",
    "link": "[x](javascript:alert(1))",
    "reference": "[x][y]\n\n[y]: http://x.example",
    "shortcut": "[y]\n\n[y]: http://x.example",
    "entity": "&lt;b&gt; &#60; &amp;",
    "emphasis": "*a* _b_ **c** `d` ~~e~~",
    "code over lines": "`a\nb`",
    "backslash": r"\# \* \\ end \\",
    "trailing backslash": "x\\",
    "separators": "a\u2028# b\u2029- c\x85> d\x0b# e\x0c# f",
    "controls": "a\x00b\x1b[31mc",
    "odd blanks": "\u00a0# x\n\u3000- y",
}

nasty = st.text(
    alphabet=st.sampled_from("ab1.)(]['\"<>!&;#-+*_=`~|:\\{}^/@$% \t\n\r\u2028\u00a0é"), max_size=24
)


def blocks(text: str) -> list[str]:
    return [token.type for token in PARSER.parse(text)]


def inlines(text: str) -> tuple[set[str], str]:
    """The kinds of inline tokens there are, and the text they hold."""
    children = [child for token in PARSER.parse(text) for child in token.children or []]
    return {child.type for child in children}, "".join(child.content for child in children)


def as_read(text: str) -> str:
    """The text as it was typed, on one line and without control characters."""
    return " ".join(re.sub("[\x00-\x1f\x7f-\x9f]", " ", text).split())


@pytest.mark.parametrize("place", ["{}", "- {}", "1. {}", "> {}", "# {}", "**Kept:** {}"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_changes_the_structure_around_it(text: str, place: str) -> None:
    assert blocks(place.format(inline(text))) == blocks(place.format("x"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_text_becomes_text_and_nothing_else(text: str) -> None:
    kinds, read = inlines(f"x {inline(text)}")

    assert kinds <= {"text", "text_special"}
    assert read == f"x {as_read(text)}"


@given(nasty)
def test_every_text_is_read_as_it_was_typed(text: str) -> None:
    if as_read(text):
        kinds, read = inlines(inline(text))

        assert blocks(inline(text)) == ["paragraph_open", "inline", "paragraph_close"]
        assert kinds <= {"text", "text_special"}
        assert read == as_read(text)


@given(nasty)
def test_every_line_stands_in_a_list_item_of_its_own(text: str) -> None:
    safe = lines(text)
    items = "\n".join(f"- {each}" for each in safe)

    assert blocks(items).count("list_item_open") == len(safe)
    assert set(blocks(items)) <= {
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        *("paragraph_open", "paragraph_close", "inline"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "He asked whether we could “do every other week for a bit”.",
        "I said: of course - and went on; 2 < 3, a + b = c, 50% of it, #2 on my list, $80.",
        "[client] said [place] was far (really far) and “1.” is no list here: 3-4 sessions.",
        "5 sessions. Then nothing. He's late & I let it pass!",
    ],
)
def test_ordinary_prose_is_left_as_it_is(text: str) -> None:
    assert inline(text) == text


def test_notes_and_embeddings_of_other_dialects_are_text_too() -> None:
    assert inline("![[file]] and ^[a note]") == r"!\[\[file\]\] and ^\[a note\]"


@pytest.mark.parametrize(
    "words", ["a. one", "(iv) two", "(3) three", "(@) four", "(@x) five", "B) six", "ii) seven"]
)
def test_a_line_begins_no_list_of_pandocs(words: str) -> None:
    assert (
        inline(words) == words.replace("(", "\\(", 1) if words[0] == "(" else "\\" in inline(words)
    )


def test_a_role_in_brackets_reads_as_it_stands() -> None:
    assert inline("[client] and [person 2] left.") == "[client] and [person 2] left."


def test_a_bracket_that_would_stay_open_is_escaped() -> None:
    assert inline("[client]: yes [so") == "\\[client\\]: yes \\[so"
