"""Names: people nobody listed, known as such by the word before their name, and initials."""

import re
from collections.abc import Iterator

from failnote.masking.everyday import ABBREVIATIONS, EVERYDAY, PARTICLES, RARE, TITLES
from failnote.masking.found import Found
from failnote.masking.lexicon import Lexicon
from failnote.masking.wordlist import any_of, words_of

_UP = r"[A-Z\u0400-\u042f\u0490\u0391-\u03a9]"
_CAPITAL = r"[^\W\d_a-z][^\W\d_]*(?:['-][^\W\d_]+){0,3}"
_NAME = rf"{_CAPITAL}(?:[ \n](?:(?:{'|'.join(sorted(PARTICLES))})[ \n]){{0,2}}{_CAPITAL}){{0,2}}"
_TITLE = any_of(
    "dr doctor prof professor mr mrs ms mx sir dame rev reverend rabbi imam pastor frau herr mme"
    " mlle monsieur madame senora? signora? pani pan judge deputy sgt sergeant captain coach"
    " officer nurse sister brother father fr aunt auntie uncle cousin grandma grandpa nana miss"
    " justice councillor cllr"
)
_KIN = any_of(
    "wife husband partner girlfriend boyfriend fiancee? spouse ex ex-wife ex-husband mother mum mom"
    " father dad stepmother stepfather stepson stepdaughter sister brother twin half-brother"
    " half-sister son daughter child baby toddler niece nephew grandmother grandfather grandson"
    " granddaughter friend flatmate roommate housemate neighbou?r colleague boss manager supervisor"
    " supervisee caseworker therapist client patient secretary receptionist landlord landlady"
    " teacher tutor dog cat horse attorney lawyer solicitor barrister doctor gp dentist midwife"
    " carer"
    " social~worker key~?worker support~worker interpreter locum pastor priest vicar imam"
    " nan nana nanny gran granny grandma grandpa grandad lodger mentor trainer psychiatrist"
    " psychologist accountant builder cousin aunt uncle niece godmother godfather in-law"
)
_APPOSED = re.compile(rf"\b(?i:{_KIN}), (?P<name>{_CAPITAL}(?: {_CAPITAL})?),")
"""Between commas even a word is a name: my boss, Clemency, opened it."""
_CALLED = any_of(
    "named called name~is name~was name's nicknamed known~as christened namens genannt"
    " nomme nommee prenommee llamad[oa] imieniem jmenem menem imenom genaamd nimelta vardu"
)
_BEFORE = re.compile(
    rf"(?<!\d )\b(?i:(?P<title>{_TITLE})\b\.?|{_KIN}s?,?|{_CALLED})[ \n]{{1,3}}(?P<name>{_NAME})"
)
_TITLED_INITIAL = re.compile(
    r"\b(?i:dr|prof|mr|mrs|ms|miss|mx)\b\.? (?P<name>[A-Z](?:\.|\b)(?!['\w]))"
)
_TITLED_SMALL = re.compile(r"\b(?:(?P<sure>mrs?|ms)|dr|prof)\b\.? (?P<name>[a-z][a-z'-]{2,24})\b")
_KIN_SMALL = re.compile(
    r"\b(?:grand?dad|grandpa|grandma|granny|gran|nana?|auntie|aunt|uncle|cousin) "
    r"(?!(?:will|may|can|long|dear|just|good|best|well|still|drew|saw|means|sold|read|hurt|sure"
    r"|next|true|right)\b)(?P<name>[a-z]{3,24})\b"
)
_NO_SURNAMES = words_of(
    "and but the was said says has had did who that with for from about rang right wrong who's is"
    " word excel office her his their our she not nobody"
)
_INITIALS = re.compile(
    rf"(?<![\w.'@/-])(?P<name>{_UP}\.[ -]?{_UP}(?:\.|(?:-{_UP}\.))(?:[ -]?{_UP}\.){{0,3}})"
    r"(?!\w|\.\w)"
    rf"|(?<![\w.'@/-]){_UP}\./{_UP}\."
)
_INITIAL_NAME = re.compile(
    rf"(?<![\w.'@/-])(?P<name>(?:[A-Z]\.[ -]?){{1,3}}(?P<last>(?!I'){_CAPITAL}))(?![\w@])"
)
_NAME_INITIAL = re.compile(rf"(?<![\w'-])(?P<name>(?P<first>{_CAPITAL}) [A-Z]\.)(?!\w)")
_LETTERED = re.compile(r"\b(?i:client|patient|case of|with|about) (?P<name>[A-Z]{2})\b(?![\w.-])")
_SOFT = words_of(
    "judge officer nurse sister brother father aunt uncle cousin coach captain miss justice pan fr"
    " sir dame ex baby child"
)
"""Words before a name that also stand before ordinary ones."""
_LONGEST_INITIALS = 3


def names(plain: str, lexicon: Lexicon) -> Iterator[Found]:
    """Names after a title, a kinship or "called", as ``person``; and initials."""
    yield from _announced(plain, lexicon)
    for match in _APPOSED.finditer(plain):
        first = match["name"].split()[0]
        if not first.isupper() and first.casefold() not in TITLES:
            yield Found("person", *match.span("name"))
    for match in _TITLED_INITIAL.finditer(plain):
        yield Found("person", *match.span("name"))
    for match in _TITLED_SMALL.finditer(plain):
        name = match["name"]
        told = name in EVERYDAY | RARE or (match["sure"] and name not in _NO_SURNAMES)
        if told or not lexicon.knows(name):
            yield Found("person", *match.span("name"))
    for match in _KIN_SMALL.finditer(plain):
        if match["name"] in EVERYDAY | RARE:
            yield Found("person", *match.span("name"))
    for match in _INITIALS.finditer(plain):
        letters = re.sub(r"[\W_]", "", match[0]).lower()
        if letters not in ABBREVIATIONS or _is_signature(plain, *match.span()):
            yield Found("initials", *match.span())
    for match in _INITIAL_NAME.finditer(plain):
        if not lexicon.knows(match["last"].casefold()):
            yield Found("person", *match.span("name"))
    for match in _NAME_INITIAL.finditer(plain):
        if not lexicon.knows(match["first"].casefold()):
            yield Found("person", *match.span("name"))
    for match in _LETTERED.finditer(plain):
        if not lexicon.knows(match["name"].casefold()):
            yield Found("initials", *match.span("name"))


def _is_signature(plain: str, start: int, end: int) -> bool:
    """Whether a text ends in it, on a line of its own: A.M. is no time of the day there."""
    return plain[:start].endswith("\n") and not plain[end:].strip()


def _announced(plain: str, lexicon: Lexicon) -> Iterator[Found]:
    place = 0
    while match := _BEFORE.search(plain, place):
        start = place = match.start("name")
        end = _end_of_name(match, lexicon)
        if end > start:
            place = end
            yield Found("person", start, end)


def _end_of_name(match: re.Match[str], lexicon: Lexicon) -> int:
    """Where the name ends that follows a title: the first word that is none ends it."""
    end = start = match.start("name")
    titled = match["title"] is not None and match["title"].lower() not in _SOFT
    for word in re.finditer(_CAPITAL, match["name"]):
        folded = word[0].casefold()
        is_name = not lexicon.knows(folded) or lexicon.could_be_name(folded)
        is_name = is_name or (end > start and not lexicon.is_proper(folded))
        initials = word[0].isupper() and len(word[0]) <= _LONGEST_INITIALS
        no_name = folded in TITLES or folded.startswith("i'")
        if initials or no_name or not (is_name or titled):
            break
        titled = False
        end = start + word.end()
    return end
