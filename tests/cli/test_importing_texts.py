"""Texts from elsewhere become unfinished reviews."""

import json
from pathlib import Path

import pytest

from failnote.exchange.foreign import ForeignError, from_jrnl, from_markdown
from program import failnote

JRNL = {
    "tags": {"@x": 1},
    "entries": [
        {"title": "A bad hour.", "body": "He left.", "date": "2024-02-03", "time": "09:30"},
        {"title": "Another.", "body": "", "date": "2024-02-04", "time": "10:00", "starred": True},
    ],
}


@pytest.mark.usefixtures("journal")
def test_a_markdown_file_becomes_an_unfinished_review_with_its_text_as_facts() -> None:
    Path("old.md").write_text("---\ndate: 2025-05-06\n---\n\n# Old\n\nShe left.\n")

    done = failnote("import", "old.md")

    assert done.err.startswith("1 review added, 0 are there already.\n")
    assert failnote("list", "--all").out.splitlines()[-1].split()[:2] == ["4", "2025-05-06"]
    line = json.loads(failnote("export", "4", "--no-mask").out)
    assert (line["state"], line["guide"]) == ("open", "core")
    assert [(a["question"], a["value"]) for a in line["answers"]] == [
        ("core.facts", "# Old\n\nShe left.")
    ]


@pytest.mark.usefixtures("journal")
def test_each_entry_of_jrnl_becomes_a_review_of_its_day() -> None:
    Path("jrnl.json").write_text(json.dumps(JRNL))

    assert failnote("import", "jrnl.json").err.startswith("2 reviews added")
    rows = failnote("list", "--all").out.splitlines()
    assert [row.split()[1] for row in rows[-2:]] == ["2024-02-04", "2024-02-03"]
    assert "A bad hour." in failnote("show", "4").out


@pytest.mark.usefixtures("journal")
def test_a_text_that_is_there_is_not_taken_twice() -> None:
    first = failnote("import", "-", "-f", "jrnl", stdin=json.dumps(JRNL))
    second = failnote(
        "import",
        "-",
        "-f",
        "jrnl",
        stdin=json.dumps(JRNL),
    )

    assert first.code == second.code == 0
    assert second.err == "0 reviews added, 2 are there already.\n"


@pytest.mark.usefixtures("journal")
def test_texts_can_be_tried_without_writing() -> None:
    done = failnote("import", "-", "-f", "md", "--dry-run", stdin="She left.")

    assert done.err == "1 review would be added, 0 are there already.\n"
    assert len(failnote("list").out.splitlines()) == 3


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("format_", "text", "said"),
    [
        ("md", " \n", "There is no text"),
        ("jrnl", "Wren7secret", "is not JSON"),
        ("jrnl", '["Wren7secret"]', "no list of “entries”"),
        ("jrnl", '{"entries": [{"title": "a"}, {"title": ""}]}', "Entry 2 has no title"),
        ("jrnl", '{"entries": [{"title": "a", "date": "2024-02-31"}]}', "date of entry 1"),
        ("md", "x" * 2_000_000, "Text 1 cannot be taken in"),
        ("jrnl", '{"entries": [{"title": "a"}, {"title": "%s"}]}' % ("x" * 2_000_000), "Text 2"),
    ],
    ids=["empty", "no json", "no entries", "no words", "no day", "long", "second long"],
)
def test_what_cannot_be_taken_in_is_named_and_nothing_is_written(
    format_: str, text: str, said: str
) -> None:
    done = failnote("import", "-", "-f", format_, stdin=text)

    assert done.code == 1
    assert said in done.err
    assert "Wren7secret" not in done.err
    assert len(failnote("list").out.splitlines()) == 3


def test_an_account_keeps_day_and_time() -> None:
    first, second = from_jrnl(json.dumps(JRNL))

    assert (first.text, str(first.when)) == ("A bad hour.\n\nHe left.", "2024-02-03 09:30:00")
    assert second.text == "Another."


def test_a_front_matter_without_a_date_is_left_out() -> None:
    assert [*from_markdown("---\ntitle: x\n---\nText\r\nmore")] == [("Text\nmore", None)]


def test_markdown_without_text_is_refused() -> None:
    with pytest.raises(ForeignError):
        [*from_markdown("---\ntitle: x\n---\n")]
