"""Streets: with a house number, and without where the name alone says it, country by country."""

import functools
import re
from collections.abc import Iterator

from failnote.masking.found import Found
from failnote.masking.wordlist import any_of

_NAME = r"[^\W\d_a-z][\w'.-]{0,24}"
_NUMBER = r"\d{1,5} ?[A-Za-z]?\b(?: ?[-/] ?\d{1,4}[A-Za-z]?\b)?"
_DOOR = r"\b\.? ?#?(?:\d{1,5}[A-Za-z]?|[A-Za-z]\b)"
_UNIT = rf"(?i:(?:flat|apartment|apt|unit|suite|ste|room|floor|no){_DOOR},? ?\n?)?"
_AFTER = rf"(?i:\.?,? ?\n?(?:flat|apartment|apt|unit|suite|ste|#){_DOOR})?"

_SURE = "street road avenue lane crescent boulevard"
_WAYS = any_of(
    f"{_SURE} st rd ave av ln cres blvd drive dr close court ct place pl square sq terrace ter way"
    " gardens gdns grove hill mews row walk park parkway pkwy highway hwy circle cir trail quay"
    " green rise view vale wharf yard gate parade esplanade embankment loop plaza"
)
_NO_DOCTOR = r"(?:(?<!\bDr)(?<!\bSt)|(?!\.?\s[A-Z\[]))"
_NO_NAME = any_of(
    "I On In At The When From To Near Down Up And But He She They We My His Her Our After Before"
)
_ENGLISH = (
    (
        rf"{_UNIT}\b{_NUMBER},?[ \n](?:the[ \n])?{_NAME}[ \n](?:(?:{_NAME}|of|the|and)[ \n]){{0,4}}"
        rf"(?i:{_WAYS})\b{_NO_DOCTOR}{_AFTER}"
    ),
    rf"\b(?!{_NO_NAME}\s)(?:{_NAME}[ \n]){{1,3}}{any_of(_SURE.title())}\b{_AFTER}",
    rf"\b\d{{1,4}}[a-z]? [a-z]{{3,20}} {any_of(_SURE)}\b",
    r"\b(?i:p\.? ?o\.? ?box) \d{1,6}",
)

_DE_END = any_of(r"strasse str\. weg platz allee gasse ring damm ufer hof steig markt")
_DE_WAY = any_of(r"Strasse Str\. Weg Platz Allee Gasse Ring Damm Ufer")
_DE_PLACE = any_of("Am An~der An~den Auf~der Im In~der In~den Zum Zur Unter~den")
_GERMAN = (
    rf"\b[A-Z][^\W\d_]{{1,25}}(?:-[^\W\d_]{{2,25}}){{0,3}}{_DE_END}\s\d{{1,4}} ?[a-z]?\b",
    rf"\b{_DE_PLACE} [A-Z]\w{{2,25}} \d{{1,4}} ?[a-z]?\b",
    rf"\b[A-Z]\w{{2,25}}[- ]{_DE_WAY}\s\d{{1,4}} ?[a-z]?\b",
)

_FR_WAY = any_of(
    r"rue avenue av\. boulevard bd place chemin allee impasse quai route cours square passage"
)
_FRENCH = (
    rf"\b\d{{1,4}}(?: ?(?:bis|ter|[A-D]\b))?,?\s(?i:{_FR_WAY})\s"
    r"(?:(?:de|du|des|la|le|les|d'|l')\s?){0,3}[^\W\d_][\w'-]{1,25}(?:[ -][A-Z][\w'-]{1,25}){0,3}"
)
_ES_WAY = any_of(r"calle avenida avda\.? plaza paseo carrera camino rua praca travessa")
_SPANISH = (
    rf"(?i:\bc/|\b{_ES_WAY})\s(?:(?:de|del|la|las|los|da|do|das|dos)\s){{0,3}}[A-Z]\w{{1,25}}"
    r"(?:\s(?:de\s|del\s|la\s)?[A-Z]\w{1,25}){0,3},?\s(?:n\.? ?[oº]?\.? ?)?\d{1,4}"
    r"(?:,? ?\d{1,2}[o.]? ?[A-Z]\b)?"
)
_IT_WAY = any_of("via viale piazza piazzale corso largo vicolo strada")
_ITALIAN = (
    rf"\b(?i:{_IT_WAY})\s(?:[a-z]{{1,6}}\s){{0,2}}[A-Z][\w'.-]{{0,25}}"
    r"(?:\s[A-Z][\w'-]{1,25}){0,3},?\s\d{1,4}(?:/?[a-zA-Z]\b)?"
)
_NL_END = any_of("straat laan weg plein gracht kade dijk singel hof steeg plantsoen")
_DUTCH = rf"\b[A-Z][\w-]{{2,30}}{_NL_END}\s\d{{1,4}} ?[a-z]?\b"

_PL_WAY = any_of(r"ul\. al\. pl\. os\. ulica ulicy aleja alei plac osiedle")
_CENTRAL = (
    (
        rf"(?<!\w)(?i:{_PL_WAY}) ?(?:\w{{1,12}}\.? ){{0,2}}[A-Z]\w{{1,25}}"
        r"(?: [A-Z]\w{1,25}){0,2} \d{1,4}[a-zA-Z]?(?: ?/ ?\d{1,4}| m\. ?\d{1,4})?"
    ),
    r"\b(?i:ulice|nam\.|trida) [A-Z]\w{1,25} \d{1,4}(?:/\d{1,4})?",
    r"\b[A-Z]\w{1,25} (?:utca|ut|ter|korut) \d{1,4}\b",
)
_NORDIC_END = any_of(
    "gatan gata gaten gate vagen veien vegen vej gade alle katu tie kuja polku torget plass"
)
_NORDIC = rf"\b[A-Z]\w{{2,30}}{_NORDIC_END}\s\d{{1,4}} ?[A-Za-z]?\b"

_BY_REGION = {
    "CA": (*_ENGLISH, _FRENCH),
    **dict.fromkeys(["DE", "AT", "CH", "LI"], _GERMAN),
    **dict.fromkeys(["FR", "BE", "LU"], (_FRENCH,)),
    **dict.fromkeys(["ES", "PT", "MX", "AR"], (_SPANISH,)),
    **dict.fromkeys(["PL", "CZ", "SK", "HU"], _CENTRAL),
    **dict.fromkeys(["SE", "NO", "DK", "FI"], (_NORDIC,)),
    "IT": (_ITALIAN,),
    "NL": (_DUTCH,),
}
"""Region -> its ways of writing a street; the English way where it is not here."""

_NO_STREET = re.compile(r"\d+ (?:way|mile|long|main|other|dead|high|week|day|minute|hour|lane)s? ")
"""Ordinary words between a number and "street" or "road"."""


def streets(plain: str, region: str) -> Iterator[Found]:
    """Street addresses as one country (ISO 3166) writes them."""
    for pattern in _patterns(region):
        for match in pattern.finditer(plain):
            if not _NO_STREET.match(match[0]):
                yield Found("address", *match.span())


@functools.cache
def _patterns(region: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _BY_REGION.get(region, _ENGLISH)))
