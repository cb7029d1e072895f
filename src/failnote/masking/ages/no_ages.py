"""No ages: what tells that a number from 90 on is a score, a dose, a page, a price or a count."""

import re

from failnote.masking.scales import SCALES
from failnote.masking.stems import any_stem

_LOOK_BACK = 44
_UNITS = any_stem(
    "percent per~cent percentile minut* mins? hours? hrs? days? weeks? months? kg mg mcg ml pounds?"
    " lbs? sessions? people miles? km mph beats bpm calls? texts? pages? points? times steps euros?"
    " quid dollars? degrees items? units? beds houses emails? messages clients pupils letters words"
    " seconds? secs? stunden sitzung* prozent* procent* proc por~cien* pour~cent per~cento millig*"
    " zl kc forint* lei grad* metr* kilo* punt* pkt point* poin* stran* sivu* oldal* sid[oa] seit*"
    " pagin* dni dnu dana tage jours dias giorni uur hodin* godzin* kron\\w{1,2} korun* perc*"
    " руб* грн грив* dakik* lir[ae] chf usd eur часов хвилин* минут* mal fois"
    " veces volte vezes keer razy krat puta раз"
)
_UNIT = re.compile(rf"-?\s?[%°€$£]|[ \n-]{_UNITS}\b", re.IGNORECASE)
_SCALES = any_stem(
    "scores? scored percentile scale total bmi hrv pulse rate weigh(?:s|ed|t)? bp index temperature"
    " count result suds? bpm iq session number nr tariff fee wais"
    " wisc vci fsiq oq-?45 resting marks? exam grade sats o2 systolic diastolic gewicht wiegt"
    " puls sitzung seite stunde séance"
    " sesión seduta sessão sessie wynik punktów sesja strona waga váha waży váži percent baseline"
    " peak max hits? hz speed doing at~least km/h mph level"
)
_SCORED = re.compile(
    rf"\b{_SCALES}(?![^\W\d_])(?:[^.,;!?\n]|(?<=\d),){{0,28}}(?:, ?)?\Z", re.IGNORECASE
)
_PLACES = any_stem(
    "pages? rooms? bus route bed channel chapter line item version flat house psalm track seite"
)
_PLACED = re.compile(rf"\b{_PLACES} (?:[^\W\d_]{{1,8}} )?\Z", re.IGNORECASE)
"""What has a number and is no score: only right before it."""
_ACRONYM = re.compile(
    rf"\b(?:[A-Z]{{2,}}-?\d+|[A-Z]-[A-Za-z]+|{SCALES})"
    r"(?:-\w+)?(?: \w+){0,2}[ :=,(]{1,2}\Z"
)
_ROUND = frozenset({"100", "110", "112", "120", "125"})
"""Round ones, and the number for emergencies."""
_THINGS = (
    r" (?!(?:is|was|has|lives|sits|this|his|as|wears|does)\b)[a-z]{2,}s\b| (?:out )?of\b| for\b"
)
_COUNTED_IN_WORDS = re.compile(_THINGS)
_COUNTED = re.compile(
    r"[a-z]|(?!, (?:at|in|who|living|near)\b)[^.;!?\n]{0,12}?\d| [A-Z]{2,}|" + _THINGS
)
"""A word for what is counted: 94 books, 112 OCD cases."""
_NO_AGE = re.compile(
    r"(?:\bpp?\.|\b[A-Z]{2,}|[-=<>/~≈]|→|\bno\.|#|§|\d(?:(?!\bat )[^.;!?\n]){0,12}|\b(?<!')[a-z]+ \() ?\Z"
    r"|\b(?:p|pp|page|mg|mcg|ml|dose|lbs?|kg|got|gave|counted|lost|asked for|pushed for|between"
    r"|past|from|to|than|under|below|above|up|down|minutes|hours|miles|times|plus|minus|code|room"
    r"|flat|apt|unit|suite|door|oven|weir|bridge|platform|gate|line|bus|train|tram|number|kod|kodu"
    r"|for|x|the|paid|costs?|charged?|owe[sd]|fee|price|rate|exit|area|route"
    r"|ward)\b[^.,;!?\n]{0,12}\Z",
)
_SUMS = re.compile(
    r"\b(?:in|by|since|plus|minus|times|per|every|another|extra|the last|the first) \Z"
)


def has_unit(plain: str, end: int) -> bool:
    """Whether a unit follows a number: 95 kg, ninety minutes."""
    return bool(_UNIT.match(plain, end))


def is_counted(plain: str, end: int) -> bool:
    """Whether what is counted follows a number."""
    return bool(_COUNTED.match(plain, end))


def is_score(plain: str, start: int) -> bool:
    """Whether a scale, or a place that has a number, comes before one."""
    back = max(0, start - _LOOK_BACK)
    return bool(
        _SCORED.search(plain, back, start)
        or _PLACED.search(plain, back, start)
        or _ACRONYM.search(plain, back, start)
    )


def is_explained(plain: str, number: re.Match[str]) -> bool:
    """Whether anything around a number tells a dose, a page, a count or a result."""
    start, end = number.span()
    back = max(0, start - _LOOK_BACK)
    if number[0][0].isalpha():
        return bool(_COUNTED_IN_WORDS.match(plain, end) or _SUMS.search(plain, back, start))
    return number[0] in _ROUND or is_counted(plain, end) or bool(_NO_AGE.search(plain, back, start))
