"""Inflection: the letters a language may hang on a name, and the stems it hangs them on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Inflection = Literal["none", "short", "long"]

_LETTERS: dict[Inflection, int] = {"none": 0, "short": 2, "long": 3}
_LONG = _LETTERS["long"]

_MUCH = "be bg bs cs el et fi hr hu is ka la lt lv mk pl ro ru sk sl sq sr tr uk"
_LITTLE = "af da de fo lb nb nl nn no sv"
_BY_LANGUAGE: dict[str, Inflection] = {
    **dict.fromkeys(_MUCH.split(), "long"),
    **dict.fromkeys(_LITTLE.split(), "short"),
}
"""Language -> how much it hangs on names; what is not here has nothing but a plural."""

MOST_ADDED = 7
"""Letters that any ending has at most."""
_MANY = 5
"""Letters of any kind, after a stem that is cut deep."""
_FULL_NAME = 5
"""Letters from which a name takes endings in any writing; below, only with a capital."""

_VOWELS = frozenset("aeiouyаеиоуыэюяёйьαεηιουω")
_SOFTER = {
    "k": ("ce", "ci", "cy"),
    "g": ("dze", "ze", "zi"),
    "t": ("cie",),
    "d": ("dzie", "ze"),
    "r": ("rze",),
    "h": ("ze", "si"),
    "l": ("le",),
}
"""The last consonant of a Slavic name -> what it and its ending become (Monika: Monice)."""
_WEAKER = {"t": "d", "p": "v", "k": "g"}
"""What Finnish makes of the last consonant of a name, if it does not drop or double it."""
_DIGRAPHS = ("cs", "sz", "zs", "gy", "ny", "ly", "ty")


def letters_added(language: str, inflection: Inflection | None = None) -> int:
    """How many letters may follow a name of five letters or more, by inflection or language."""
    return _LETTERS[inflection or _BY_LANGUAGE.get(language, "none")]


@dataclass(frozen=True, slots=True)
class Slack:
    """What may follow the last letter of a name within the same word."""

    letters: int = 0
    """Any letters, up to so many."""
    endings: tuple[str, ...] = ()

    def takes(self, rest: str) -> bool:
        """Whether the rest of a word, after the name, is an ending."""
        return not rest or len(rest) <= self.letters or rest in self.endings


EXACT = Slack()
PLURAL = Slack(0, ("s", "es"))
_FOND = (
    *("inho", "inha", "zinho", "zinha", "ito", "ita", "cito", "cita"),
    *("illo", "illa", "ino", "ina", "etto", "etta", "uccio", "uccia"),
)
_OF_FAMILIES = (
    *("ek", "eket", "eknal", "eknel", "eknak", "eknek", "ekhoz", "ekhez", "ektol"),
    *("ekkal", "ekkel", "ekrol", "ekert", "ekban", "ekben"),
)
"""What Hungarian hangs on the name of a family."""
_ALSO = tuple(
    f"{case}{also}"
    for case in ("n", "lla", "lta", "lle", "ssa", "sta", "na", "ksi")
    for also in ("kin", "kaan", "ko")
)
"""What Finnish hangs on behind its cases."""
_AFTER_TWO = Slack(
    endings=(
        *("o", "e", "i", "u", "y", "ou", "om", "ach"),
        *("у", "ю", "е", "и", "ы", "і", "ои", "еи", "ою", "ею", "ом"),
    )
)
"""What follows the two letters that are left of a name such as Aga."""


def slack(word: str, ending: int) -> Slack:
    """What may follow a word in any writing, where the language hangs on ``ending`` letters."""
    if not ending or len(word) < _FULL_NAME:
        return PLURAL
    return Slack(ending, ("s", "es", "ens"))


def stems(word: str, ending: int) -> Iterator[tuple[str, Slack]]:
    """Stems under which an inflected name also stands, rough enough to ask for a capital.

    Dropped endings (Anna: Anny; Vytautas: Vytauto), a vowel that leaves (Marek: Marka), Finnish
    gradation (Pekka: Pekalle, Virtanen: Virtaselle), consonants that soften (Monika: Monice).
    """
    if not ending or len(word) < 3:
        return
    endings = (
        ("ens", "owie", "ului", "ilor", "elor", *_ALSO, *_OF_FAMILIES)
        if ending == _LONG
        else ("ens",)
    )
    more = Slack(ending + 1 if len(word) >= _FULL_NAME else ending, endings)
    vowel_last, vowel_before = word[-1] in _VOWELS, word[-2] in _VOWELS
    yield word, more
    if vowel_last:
        yield word[:-1], more if len(word) > 3 else _AFTER_TWO
        yield from ((word[:-2] + soft, EXACT) for soft in _SOFTER.get(word[-2], ()))
    if word[-1] in "sσ" and len(word) > 4:
        if vowel_before:
            yield word[:-2], more
        yield word[:-1], more
    if ending == _LONG and len(word) > 3:
        yield from _changed(word, more, vowel_last=vowel_last, vowel_before=vowel_before)


def diminutives(word: str) -> Iterator[str]:
    """What people in Romance languages call those they know: Joana, Joaninha."""
    if len(word) > _LONG:
        stem = word[:-1] if word[-1] in _VOWELS else word
        yield from (stem + fond for fond in _FOND)


def _opened(word: str) -> Iterator[str]:
    """Stems of a Ukrainian name whose last syllable opens: Ірпінь: Ірпеня, Київ: Києва."""
    place = word.rfind("і")
    if 0 < place >= len(word) - 3:
        rest = word[place + 1 :].rstrip("ь")
        yield from (word[:place] + vowel + rest for vowel in "оеє")


def _changed(
    word: str, more: Slack, *, vowel_last: bool, vowel_before: bool
) -> Iterator[tuple[str, Slack]]:
    """Stems that change inside, in languages that hang on much."""
    if not vowel_last:
        if vowel_before:
            yield word[:-2] + word[-1], more
        yield from ((word[:-1] + soft, EXACT) for soft in _SOFTER.get(word[-1], ()))
    if word.endswith("nen"):
        yield word[:-3] + "s", Slack(_MANY)
    if word.endswith(("tis", "dis")):
        yield word[:-3] + ("ci" if word[-3] == "t" else "dzi"), more
    if word.endswith(_DIGRAPHS):
        yield from ((f"{word[:-2]}{word[-2]}{word[-2:]}{end}", EXACT) for end in ("al", "el"))
    if vowel_last and not vowel_before and len(word) > 4 and word[-3] not in _VOWELS:
        yield f"{word[:-2]}e{word[-2]}", EXACT  # Brzezinki: Brzezinek, Strojirny: Strojiren
    if word.endswith(("ai", "um", "ая", "яя", "ыи", "ии")) and len(word) > 4:
        yield word[:-2], more
    if word.endswith("ka") and len(word) > 4:
        yield f"{word[:-2]}cin", more  # whose it is, as in Czech: Anežka, Anežčina
    if word.endswith("escu"):
        yield f"{word[:-2]}t", Slack(_MANY)
    yield from ((stem, more) for stem in _opened(word))
    if vowel_last and word[-2] in _WEAKER:
        yield word[:-2] + _WEAKER[word[-2]], more
        yield word[:-2] + word[-1], more
        if word[-3] in "lnrm":
            yield word[:-2] + word[-3], more
