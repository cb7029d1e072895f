"""Streets: with a house number, and without where the name alone says it, country by country."""

import functools
import re
from collections.abc import Iterator

from failnote.masking.addresses.capitals import CAPITAL, LOWER, NAME, SMALL, TOWN, UPPER
from failnote.masking.addresses.english_streets import ENGLISH, ENGLISH_LOOSE, UNIT_BEFORE, is_prose
from failnote.masking.addresses.house_numbers import DOORS, GAP, HOUSE, HOUSE_WITH_LETTER, STOP
from failnote.masking.addresses.no_streets import CHANNELS, LABELS, NO_STREET
from failnote.masking.addresses.postcode_shapes import NUMBER_FIRST, code_of
from failnote.masking.addresses.street_words import WAYS_OF, Ways
from failnote.masking.found import Found
from failnote.masking.wordlist import any_of

_LIVES = any_of(
    "address(?:es)? adress[ea]? adres[aeiou]? osoite osoitteeseen cim cime indirizzo direccion"
    " domicilio morada anschrift wohnt wohne wohnen wohnhaft wohnte wohnung lebt woont woonde bor"
    " bodde boede asuu asui lakik lakott abita abitava vive vivia vivo mora mieszka mieszkal[ai]?"
    " bydli bydlel[ai]? byva gyvena gyveno dzivo dzivoja elab elas locuieste locuia sta stanuje"
    " stanovala? zivi ziveo zije живе живет живьот живела живее живел[аи]? мешкає проживає"
    " проживает oturuyor oturur ikamet μενει habite habitait demeure lives? living lived moved~to"
    " moved~into stay(?:s|ed|ing)~at адрес адресу адреса zog umgezogen gezogen meldet sent~to"
    " adrese siusta flat~at house~at place~at home~at parked~(?:at|on|in) door~(?:at|on|in)"
)
_PLACE_BEFORE = (
    r"\b(?=[^\W\d_]|:)(?i:(?:in|im|am|at|to|an|auf|nach|on|outside|near|from|zu|zum|zur|der|dem"
    r"|aan|op|naar|de"
    r"|pa|i|ved|til|fra|till|vid|from|of|by|:)[ \n])"
)


def _any_case(words: str) -> str:
    """A pattern for any word of a list; short ones are taken as they stand."""
    return any_of(" ".join(f"(?i:{w})" if len(w.strip(".?\\")) > 1 else w for w in words.split()))


def _local(ways: Ways) -> Iterator[str]:
    house = HOUSE_WITH_LETTER if ways.alone else HOUSE
    if ways.number_first:
        yield (
            rf"\b\d{{1,4}}(?: ?(?:bis|ter|quater|[A-D])\b)?,?[ \n](?i:{any_of(ways.before)})\s"
            rf"(?:(?:de|du|des|la|le|les|d'|l'|en|aux?)\s?){{0,3}}[^\W\d_][\w'-]{{1,25}}"
            rf"(?:[ \n](?:(?:de|du|des|la|le|les|et)[ ]){{0,2}}"
            rf"(?:d'|l')?[A-Z\d][\w'-]{{0,25}}(?:(?<=\s[NSEO])\.)?){{0,4}}{DOORS}"
        )
    if ways.before:
        word = rf"(?<![\w.]){_first_either(ways.before)}(?:[ \n]|(?<=[./]))"
        name = (
            rf"(?:{SMALL}[ \n]?){{0,3}}(?:\d{{1,2}}\.?[ \n])?(?!{CHANNELS}\b)"
            rf"[\"'„“”»«]?{NAME}[\"'“”»«]?"
        )
        yield rf"{word}{name}{GAP}{house}"
        yield (
            rf"(?<![\w.])(?i:{any_of(ways.before)}(?:[ \n]|(?<=[./]))(?!{CHANNELS}\b))"
            rf"(?:[^\W\d_][\w'-]{{1,20}}[ \n]){{1,3}}\d{{1,4}}[a-z]?(?:[/-]\d{{1,4}})?"
            rf"(?=[.,;)\n]|\Z)(?!\.[ \n][{LOWER}])"
        )
    if ways.after:
        yield rf"(?<![\w.]){NAME}[ \n]{_any_case(ways.after)}{GAP}{house}"
    if ways.end:
        stem = rf"(?<![\w.-])(?!(?i:{_LIVES})\b)(?:{CAPITAL}[ \n]){{0,2}}[{UPPER}][\w'-]{{1,28}}"
        end = rf"(?:{any_of(ways.end)}|-{any_of(ways.end.title())})(?:\b|(?<=\.))"
        yield rf"{stem}{end}{GAP}{house}"
        yield rf"\b[a-z-]{{3,28}}{any_of(ways.lower_end)}[ \n]{house}(?=[.,;:)\n]|\Z|[ \n]{TOWN})"
    if ways.weak_end:
        stem = rf"(?P<street>(?:{CAPITAL}[ \n])?[{UPPER}][\w'-]{{1,28}}"
        yield rf"{_PLACE_BEFORE}{stem}{any_of(ways.weak_end)}{GAP}{house})(?=[.,;:)\n]|\Z)"
    if ways.alone:
        yield rf"\b{any_of(ways.alone)}[ \n]{CAPITAL}(?:[ \n]{CAPITAL})?[ \n]{house}"


def _first_either(words: str) -> str:
    """A pattern for any word of a list, with a small first letter or a capital, and its dot."""
    ended = (w if w[-1] in "./?" else rf"{w}\b" for w in words.split())
    return any_of(" ".join(f"(?i:{w[0]}){w[1:]}" for w in ended))


def _anywhere(plain: str, region: str) -> Iterator[tuple[int, int]]:
    """A name and a number that somebody lives at, or that a postcode follows."""
    if region in NUMBER_FIRST:
        return
    after, before = _code_after(region)
    for asked, match in enumerate(_NAMED_HOUSE.finditer(plain)):
        start, end = match.span()
        coded = asked > _MOST_ASKED or (after and after.match(plain, end))
        if coded or (_CLOSED.match(plain, end) and _is_home(plain, start, end, before)):
            yield start, end


def _is_home(plain: str, start: int, end: int, code_before: re.Pattern[str] | None) -> bool:
    """Whether the words around a name and a number say that somebody is to be found there."""
    back = max(0, start - _LOOK_BACK)
    return bool(
        _LIVED_AT.search(plain, back, start)
        or (code_before and code_before.search(plain, back, start))
        or (_NEARBY.search(plain, back, start) and _TOWN_NEXT.match(plain, end))
    )


@functools.cache
def _code_after(region: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """A postcode after an address, and one with its town before it."""
    if not (code := code_of(region)):
        return None, None
    more = rf"(?![\d-])(?=[.,;:)\n]|\Z|[ \n][{UPPER}])"
    return (
        re.compile(rf"[,;]?[ \n]{{1,2}}\(?{code}{more}"),
        re.compile(rf"\b{code},? {TOWN}[,;]?[ \n]\Z"),
    )


_NAMED_HOUSE = re.compile(rf"(?<![\w.'-])(?!{LABELS}\b){NAME}{GAP}{HOUSE}")
_LIVED_AT = re.compile(rf"\b{_LIVES}\b:?(?:[ \n][^\W\d_]{{1,4}}\.?){{0,3}}[ \n]\Z", re.IGNORECASE)
_NEARBY = re.compile(
    r"\b(?:(?:op|aan)(?: de| het)?|στην?|στον|u|na|pe|pa|v|ve|w|przy|в|на|у)[ \n]\Z", re.IGNORECASE
)
_TOWN_NEXT = re.compile(rf",[ \n]{TOWN}")
_CLOSED = re.compile(r"[.,;:)\n]|\Z")
_LOOK_BACK = 48
_MOST_ASKED = 1000
"""Names with a number whose surroundings are looked at; after so many, every one counts."""

_CENTRAL = (
    rf"(?<![\w.'-])[A-Z][a-z'-]{{3,24}}[ \n]\d{{3,4}}/\d{{1,3}}[a-z]?\b(?<!/[5-9]0){STOP}",
    (
        rf"\b(?:na|v|ve|z|ze|do|u|po|w|przy) (?P<street>(?!{LABELS}\b)[A-Z][\w'-]{{1,24}}"
        rf"(?:ove|eve|ske|cke|ne|ej|ova|ska|cka|skoi|oi|e|ovi|evi|ici|ka|na|wa)"
        rf"[ \n]{HOUSE})(?=[.,;:)\n]|\Z)"
    ),
)
"""Streets named by an adjective alone, as in Czech: by their two numbers, or in a case."""


def streets(plain: str, region: str) -> Iterator[Found]:
    """Street addresses as one country (ISO 3166) writes them, and as English does."""
    covered: set[int] = set()
    asked = 0
    for start, end in (*_ways(plain, region), *_anywhere(plain, region)):
        found = plain[start:end]
        if start in covered or NO_STREET.match(found) or is_prose(found):
            continue
        covered.update(range(start, end))
        asked += 1
        back = max(0, start - _LOOK_BACK)
        unit = UNIT_BEFORE.search(plain, back, start) if asked < _MOST_ASKED else None
        yield Found("address", unit.start() if unit else start, end)


def _ways(plain: str, region: str) -> Iterator[tuple[int, int]]:
    for pattern in _patterns(region):
        group = "street" if "street" in pattern.groupindex else 0
        yield from (match.span(group) for match in pattern.finditer(plain))


@functools.cache
def _patterns(region: str) -> tuple[re.Pattern[str], ...]:
    local = [pattern for ways in WAYS_OF.get(region, ()) for pattern in _local(ways)]
    central = _CENTRAL if region in ("CZ", "SK", "PL", "HR", "RS", "SI", "BA") else ()
    loose = ENGLISH_LOOSE if region in NUMBER_FIRST else ()
    return tuple(map(re.compile, (*local, *ENGLISH, *central, *loose)))
