"""The forms in which a listed term is found."""

import unicodedata

import pytest

from failnote.errors import UsageError
from failnote.masking import Term
from masking.words import masked

CLIENT = "[client]"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Anna Kowalczyk", "Anna Kowalczyk"),
        ("Anna Kowalczyk", "ANNA KOWALCZYK"),
        ("Anna Kowalczyk", "anna kowalczyk"),
        ("Anna Kowalczyk", "Kowalczyk, Anna"),
        ("Anna Kowalczyk", "Anna M. Kowalczyk"),
        ("Anna Kowalczyk", "A. Kowalczyk"),
        ("Anna Kowalczyk", "a. kowalczyk"),
        ("Anna Kowalczyk", "A Kowalczyk"),
        ("Anna Kowalczyk", "Kowalczyk, A"),
        ("Beata Kowalczyk", "kowalczyk b"),
        ("Beata Osei-Mensah", "Osei Mensah, Beata"),
        ("Anna Kowalczyk", "Anna\n    Kowalczyk"),
        ("Anna Kowalczyk", "Anna-Kowalczyk"),
        ("Anna Kowalczyk", "AnnaKowalczyk"),
        ("Anna Kowalczyk", "Kowal-\nczyk"),
        ("Anna Kowalczyk", "K o w a l c z y k"),
        ("Anna Kowalczyk", "Kowal\u00adczyk"),
        ("Anna Kowalczyk", "Ko\u200bwal\u200dczyk"),
        ("Anna Kowalczyk", "Ｋｏｗａｌｃｚｙｋ"),
        ("Anna Kowalczyk", "Kowalczyks"),
        ("Idris Mensah", "Idris, M."),
        ("Idris Obi-Mensah", "Idris O. Mensah"),
        ("Idris Obi-Wright", "idris o. wright"),
        ("Łukasz Ørsted", "Lukasz Orsted"),
        ("Lukasz Orsted", "ŁUKASZ ØRSTED"),
        ("Zoë Æbelø", "Zoe Aebelo"),
        ("İlkay Işık", "Ilkay Isik"),
        ("Siobhán", "Siobhan"),
        ("Siobhan", unicodedata.normalize("NFD", "Siobhán")),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Jürgen Müller", "Jurgen Muller"),
        ("Juergen Mueller", "Jürgen Müller"),
        ("Groß", "GROSS"),
        ("O'Brien", "O’Brien"),
        ("O'Brien", "OʼBRIEN"),
        ("Jean-Pierre d'Artois", "Jean Pierre D’Artois"),
        ("Mary-Ann", "Mary–Ann"),
        ("Ludwig van den Berg", "van den Berg"),
        ("Ludwig van den Berg", "Ludwig Berg"),
        ("Mohammed al-Rashid", "Al Rashid"),
        ("Maria Reyes", "Maria del Carmen Reyes".replace("Carmen ", "")),
        ("Li Na Chen", "Li Na"),
        ("Jo Ng", "jo m. ng"),
        ("张伟", "张伟"),
        ("山田 太郎", "山田太郎"),
        ("山田 太郎", "太郎"),
        ("李 明", "李明"),
        ("김 민수", "김민수"),
        ("김 민수", "민수"),
        ("Ольга", "ОЛЬГА"),
        ("Jennifer Okafor; Jen", "Jen"),
        ("Kwame Mensah-Wood", "mensah wood"),
        ("Kwame Mensah-Wood", "k. mensah-wood"),
        ("Robin Bond", "r. bond"),
        ("Linh Ng", "NG"),
        ("Yi Chen", "yi"),
    ],
)
def test_a_listed_name_is_masked_however_it_is_written(name: str, written: str) -> None:
    assert masked(f"then {written} left", f"client: {name}") == f"then {CLIENT} left"


@pytest.mark.parametrize("ending", ["'s", "’s", "'"])
def test_a_possessive_keeps_its_ending(ending: str) -> None:
    assert masked(f"Anna{ending} book", "client: Anna") == f"{CLIENT}{ending} book"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("_Anna_ came", "_[client]_ came"),
        ("“Anna!” she said", "“[client]!” she said"),
        ("I won't. Anna left", "I won't. [client] left"),
        ("Anna, I think", "[client], I think"),
        ("with Anna(32)", "with [client](32)"),
        ("ANNA85 wrote", "[client]85 wrote"),
        ("the annals of Hannah", "the annals of Hannah"),
        ("他叫张伟。", "他叫[person 1]。"),
        ("他叫张\n伟。", "他叫[person 1]。"),
        ("김치를", "김치를"),
    ],
)
def test_a_name_ends_where_its_letters_end(text: str, expected: str) -> None:
    assert masked(text, "client: Anna", "person: 张伟", "person: 김 민수") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May and Will came.", "[client] and [partner] came."),
        ("MAY came, may come, will come.", "[client] came, may come, will come."),
    ],
)
def test_an_everyday_word_is_masked_only_with_a_capital(text: str, expected: str) -> None:
    assert masked(text, "client: May", "partner: Will") == expected


def test_an_everyday_word_listed_in_lower_case_is_masked_as_it_stands() -> None:
    assert masked("then hope came, and Hope", "client: hope") == "then [client] came, and [client]"


def test_nobody_called_don_is_seen_in_dont() -> None:
    assert masked("Don't. Don left.", "client: Don") == "Don't. [client] left."


def test_words_that_look_like_the_plural_of_a_name_stay() -> None:
    text = "Does this boss miss less? Thi and Bos."
    listed = ("client: Anna Thi", "mother: Bos", "person: Les Doe")
    assert masked(text, *listed) == "Does this boss miss less? [client] and [mother]."


def test_a_place_that_is_a_word_needs_its_capital() -> None:
    assert masked("Sit down, in Down", "place: Down") == "Sit down, in [place 1]"


def test_a_name_of_two_letters_is_masked_only_as_listed() -> None:
    assert masked("Al, et al. AL", "client: Al") == "[client], et al. AL"


@pytest.mark.parametrize(
    "words", ["the school", "a primary school", "the bakery", "a food shop", "north of it"]
)
def test_ordinary_words_of_an_employers_name_stay(words: str) -> None:
    terms = ["work: North Primary School", "work: Tansey Food Bakery"]

    assert masked(f"then {words} again", *terms) == f"then {words} again"


def test_an_employer_is_called_by_the_first_word_even_if_it_is_an_ordinary_one() -> None:
    text = "Pinnacle let her go at the pinnacle. North of it, no freight."

    left = masked(text, "work: Pinnacle Freight", "work: North Dental")

    assert left == "[work 1] let her go at the pinnacle. North of it, no freight."


@pytest.mark.parametrize("name", ["Blue Heron Storage", "Blue Heron"])
def test_people_leave_out_what_sort_of_employer_it_is(name: str) -> None:
    assert masked(f"at {name}, again", "work: Blue Heron Storage") == "at [work 1], again"


def test_small_initials_are_masked_where_they_are_of_the_name() -> None:
    assert masked("c. macleod, p. macleod", "client: Callum MacLeod") == "[client], p. [client]"


def test_the_telling_word_of_an_employers_name_is_masked() -> None:
    assert masked("at Tansey’s", "work: Tansey Food Bakery") == "at [work 1]’s"


@pytest.mark.parametrize(
    ("language", "name", "written"),
    [
        ("pl", "Nowakowska", "Nowakowskiej"),
        ("pl", "Tomasz", "Tomaszowi"),
        ("pl", "Marek", "Markiem"),
        ("pl", "Agnieszka", "Agnieszce"),
        ("pl", "Anna", "Anny"),
        ("cs", "Zdeňka", "Zdeňce"),
        ("fi", "Pekka", "Pekalle"),
        ("fi", "Virtanen", "Virtaselle"),
        ("fi", "Tampere", "Tampereelta"),
        ("hu", "István", "Istvánról"),
        ("lt", "Vytautas", "Vytautui"),
        ("ru", "Ольга", "Ольге"),
        ("tr", "Eskişehir", "Eskişehir'den"),
        ("de", "Heike", "Heikes"),
    ],
)
def test_an_inflected_name_is_masked_in_its_language(
    language: str, name: str, written: str
) -> None:
    text = masked(f"a potem {written} wyszła", f"client: {name}", language=language)

    assert text.startswith("a potem [client]")


def test_the_word_after_a_name_is_no_ending_of_it() -> None:
    text = masked("Riitta Korhonen jäi, Korhonen ei", "client: Riitta Korhonen", language="fi")

    assert text == "[client] jäi, [client] ei"


@pytest.mark.parametrize("written", ["Nowakowskiej", "Tomaszowi"])
def test_english_hangs_nothing_on_names(written: str) -> None:
    terms = ["client: Nowakowska", "partner: Tomasz"]

    assert masked(written, *terms) == written


@pytest.mark.parametrize(
    "term", [("Anna", "boss"), ("", "client"), ("—", "client"), ("Anna; ?", "client")]
)
def test_a_term_that_cannot_be_masked_is_refused(term: tuple[str, str]) -> None:
    with pytest.raises(UsageError) as refused:
        Term(*term)

    assert "Anna" not in str(refused.value)


def test_a_term_does_not_show_its_name() -> None:
    assert "Anna" not in repr(Term("Anna", "client", "maple-lantern-27"))
