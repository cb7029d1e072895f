"""Holidays: feasts that name a day of the year, and the days that are told from them."""

from functools import cache

from failnote.masking.dates.feasts import FEASTS as WESTERN
from failnote.masking.dates.feasts import PROPER
from failnote.masking.dates.feasts_east import FEASTS as EASTERN
from failnote.masking.dates.feasts_in_english import ENGLISH, ENGLISH_PROPER, NO_DAY
from failnote.masking.stems import BLANK, any_phrase, any_stem

_FEASTS = WESTERN | EASTERN
_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a few|a couple of"
    r"|the|\d{1,2})"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_UNIT = rf"(?:days?|nights?|mornings?|evenings?|weeks?|weekends?|fortnights?|months?|eve|{_DAY})"
_RELATION = r"(?:before|after|of|following|preceding|prior to|either side of|from)"
_ENGLISH_RELATION = (
    rf"(?:the )?(?:{_COUNT} )?(?:(?:first|second|third|fourth|last|next) )?"
    rf"{_UNIT} {_RELATION}(?: the)?"
)
_OTHER_RELATIONS = {
    "de": "(?:(?:der|den|die|das|ein|eine|einen) )?(?:tage?n?|abends?|wochen?|woche|morgen"
    "|wochenende) (?:vor|nach)(?: de[mnr])?",
    "fr": "(?:(?:avant-)?veille|lendemain|surlendemain) d[eu](?: la| l')?"
    " | (?:jours?|semaines?|soir|lundi|samedi|dimanche) (?:avant|après|de|d[eu])(?: la| l')?",
    "es": "vísperas? de(?:l| la)? | (?:días?|noches?|semanas?) (?:antes |después )?de(?:l| la)?",
    "it": "(?:antivigilia|vigilia) d(?:i|ella) | (?:il |un |la |due |tre )?(?:giorn[oi]"
    "|settiman[ae]) (?:dopo|prima di)(?: la| l')?",
    "pt": "vésperas? d[aeo] | (?:dias?|semanas?) (?:antes|depois) d[aeo]",
    "nl": "(?:dag(?:en)?|we(?:ek|ken)|avond) (?:voor|na)",
    "sv": "(?:dag(?:en|ar)?|veck(?:a|an|or)|kvällen) (?:före|efter|innan)",
    "da": "(?:dag(?:en|e)?|uger?|ugen|aftenen) (?:før|efter)",
    "nb": "(?:dag(?:en|er)?|uker?|uken|uka|kvelden) (?:før|etter)",
    "pl": "(?:dzień|dni|tydzień|tygodnie?) (?:przed|po) | (?:przeddzień|przededniu)",
    "cs": "(?:den|dny|dní|týden|týdny) (?:před|po)",
    "sk": "(?:deň|dni|dní|týždeň) (?:pred|po)",
    "hr": "(?:dan|dana|tjedan) (?:prije|nakon|poslije|uoči)",
    "sr": "(?:dan|dana|nedelju) (?:pre|posle|nakon|uoči) | (?:дан|дана) (?:пре|после|уочи)",
    "sl": "(?:dan|dni|teden) (?:pred|po)",
    "ru": "(?:день|дня|дней|неделю) (?:до|после|перед) | накануне",
    "uk": "(?:день|дні|днів|тиждень) (?:до|після|перед) | напередодні",
    "bg": "(?:ден|дни|седмица) (?:преди|след)",
    "ro": "(?:zi|ziua|zile|săptămână) (?:înainte|după)(?: de)? | ajunul",
    "el": "(?:μέρα|ημέρα|μέρες|ημέρες) (?:πριν|μετά)(?: από)?(?: τ[αοη]ν?)?",
}
"""Language -> what may stand before a feast and tell another day from it."""


_BEGINS = r"(?=[^\W\d_]|\d\d?[.:°-]?[ \n]?[^\W\d_])"
"""Only to be quick in texts full of numbers."""
_NOT_A_DAY = rf"(?![ -]{any_stem(NO_DAY)}\b)"


@cache
def holidays(*languages: str) -> str:
    """A pattern for the holidays of English and of more languages, in folded text.

    What is in the group ``proper`` is also an everyday word: it counts with a capital only.
    """
    relations = [_ENGLISH_RELATION, *(_OTHER_RELATIONS.get(each, "") for each in languages)]
    feasts = any_phrase("\n".join([ENGLISH, *(_FEASTS.get(each, "") for each in languages)]))
    proper = any_phrase("\n".join([ENGLISH_PROPER, *(PROPER.get(each, "") for each in languages)]))
    before = rf"(?:{any_phrase(chr(10).join(relations))}{BLANK})?"
    return rf"{_BEGINS}(?:the{BLANK})?{before}(?:{feasts}|(?P<proper>{proper}))\b{_NOT_A_DAY}"
