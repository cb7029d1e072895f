"""The second look: what a masker misses, it refuses."""

from collections.abc import Iterator

import pytest

from failnote.masking import Masker, MaskingError, Term, second_look
from failnote.masking.folding import Folded
from failnote.masking.spans import Span
from masking.words import term

NAMES = ["client: Anna Kowalczyk", "partner: Will", "person: Jo Ng", "person: 张伟", "person: Al"]


class Blind(Masker):
    """A masker that sees nothing."""

    def _spans(self, text: Folded, case: str) -> Iterator[Span]:
        yield from ()


class Careless(Masker):
    """A masker that leaves out every second find."""

    def _term_spans(self, text: Folded, case: str) -> Iterator[Span]:
        yield from [*super()._term_spans(text, case)][::2]


@pytest.mark.parametrize(
    "text",
    [
        "then Anna left",
        "KOWALCZYK left",
        "Kowalczyk’s book",
        "the Kowalczyks",
        "a kowal-\nczyk",
        "K o w a l c z y k",
        "Ko\u200bwal\u00adczyk",
        "Kowalc\u0301zyk",
        "annakowalczyk",
        "anna85",
        "_Anna_",
        "Will came",
        "with jo ng",
        "with Jo M. Ng",
        "with Ng, Jo",
        "with Al there",
        "他叫张伟。",
        "他叫张\n伟。",
        "[date]Anna[date]",
    ],
)
def test_a_term_that_was_not_masked_is_refused(text: str) -> None:
    terms = [term(line) for line in NAMES]

    with pytest.raises(MaskingError):
        second_look(text, terms)
    with pytest.raises(MaskingError):
        Blind(terms).mask(text)


def test_a_masker_that_masks_only_half_is_refused() -> None:
    masker = Careless([term("client: Anna")])

    assert masker.mask("Anna left.").text == "[client] left."
    with pytest.raises(MaskingError):
        masker.mask("Anna left. So Anna had left.")


@pytest.mark.parametrize("text", ["a Nowakowskiej", "Nowakowskich", "Nowakowskimi"])
def test_inflected_terms_are_refused_in_a_language_that_inflects(text: str) -> None:
    terms = [Term("Nowakowska")]

    second_look(text, terms)
    with pytest.raises(MaskingError):
        second_look(text, terms, inflection="long")


@pytest.mark.parametrize(
    "text",
    [
        "[client] left with [partner]’s book on [date]",
        "I will, et al., annals, Joan",
        "Kowal and czyk",
        "an; na",
        "there seems to be no one",
    ],
)
def test_what_is_no_term_passes(text: str) -> None:
    second_look(text, [*map(term, NAMES), Term("Therese")])


def test_failnotes_own_words_are_no_terms() -> None:
    terms = [Term("Client", "work"), Term("Date"), Term("Person Place")]

    masked = Masker(terms).mask("Client came on 3 March with Date and Person Place.")

    assert masked.text == "[work 1] came on [date] with [person 1] and [person 2]."


def test_the_refusal_names_no_name() -> None:
    with pytest.raises(MaskingError) as refused:
        second_look("then Anna left", [Term("Anna")])

    assert "Anna" not in str(refused.value)
