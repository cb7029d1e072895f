"""The list of terms to mask."""

import pytest

from failnote.errors import JournalError, UsageError
from failnote.journal.term_rows import LONGEST, add_terms, remove_term, terms
from failnote.journal.writing import Writer
from journal.invented import NOW


def added(writer: Writer, *words: str, case: str = "") -> int:
    return add_terms(writer.connection, words, "person", case, NOW)


def test_terms_are_kept_once_without_blanks_around_them(writer: Writer) -> None:
    assert added(writer, "  Ilse   Blom ", "", "Delft", "Ilse Blom") == 2
    assert added(writer, "Delft") == 0

    assert [each.term for each in terms(writer.connection)] == ["Ilse Blom", "Delft"]


def test_the_same_term_may_belong_to_a_case_too(writer: Writer) -> None:
    assert added(writer, "Delft") + added(writer, "Delft", case="maple-lantern-27") == 2


def test_a_term_that_is_too_long_is_named_by_its_place_and_nothing_is_added(writer: Writer) -> None:
    with pytest.raises(UsageError) as told:
        added(writer, "Delft", "Wren" * LONGEST)

    assert "Term 2" in str(told.value)
    assert "Wren" not in str(told.value)
    assert terms(writer.connection) == []


def test_a_term_is_taken_off_by_its_number(writer: Writer) -> None:
    added(writer, "Ilse", "Delft")

    remove_term(writer.connection, 1)

    assert [each.term for each in terms(writer.connection)] == ["Delft"]
    with pytest.raises(JournalError, match="no term 1"):
        remove_term(writer.connection, 1)
