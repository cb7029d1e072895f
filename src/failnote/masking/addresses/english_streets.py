"""English streets: the number first, the word for a street last."""

import re

from failnote.masking.addresses.capitals import UPPER
from failnote.masking.wordlist import any_of

_SURE = "street road avenue lane crescent boulevard drive terrace"
_SHORT = "st rd ave av ln cres cresc blvd bvd dr ter terr tce pde hwy pkwy gdns cct"
_MORE = (
    "close court ct place pl square sq way gardens grove gr hill mews row walk park parkway highway"
    " circle cir circuit trail trl quay green rise view vale wharf yard gate parade esplanade"
    " embankment loop plaza alley approach bend brae broadway bypass causeway chase cliff common"
    " copse cove creek croft crossing dale dene downs drove end fairway farm fields fold garth"
    " glade glen grange heath heights hts hollow island junction knoll landing lawn lawns lea lodge"
    " lookout manor mead meadow meadows mount nook orchard oval pass passage path pike pines point"
    " pt pointe promenade prospect quadrant reach ridge run spur strand summit turnpike valley"
    " villas vista walkway wood woods wynd cottages mill alleyway expressway fwy freeway sqr track"
    " ranch boreen estate buildings"
)
_SURE_WAY = rf"(?i:{any_of(f'{_SURE} {_SHORT}')})"
_TITLE = any_of(" ".join(f"{word.title()} {word.upper()}" for word in _MORE.split()))
_AT_END = r"(?=[.,;:)\]\n]|\Z)"
_WAY = rf"(?:{_SURE_WAY}|{_TITLE}|{any_of(_MORE)}{_AT_END})"

_NO_WORD = any_of(
    "The I We He She They You It His Her My Our Your Their This That These Those And But Or If When"
    " Then So As Was Is Are Were Had Has Have Will Would Could Should Did Do Does Not No To In At"
    " For With GP Mr Mrs Ms Miss Prof Sir Dr Who What Why How There Here Minutes? Hours? Days?"
    " Weeks? Months? Years? Times Sessions?"
)
_WORD = rf"(?!(?i:{_NO_WORD})\b)[{UPPER}][\w'.-]{{0,24}}"
_ORDINAL = r"\d{1,3}(?i:st|nd|rd|th)"
_NUMBER = r"\d{1,5} ?[A-Za-z]?\b(?: ?[-/] ?\d{1,4}[A-Za-z]?\b)?"
_DOOR = rf"\b\.? ?#?(?:\d{{1,5}}[A-Za-z]?(?:/\d{{1,3}})?|[{UPPER}]\d{{0,3}})\b"
_UNIT_WORD = any_of(
    "flat apartment apt unit suite ste room rm floor fl no lot bldg building block townhouse villa"
    " studio shop level trlr trailer space spc"
)
UNIT_BEFORE = re.compile(
    rf"(?:(?i:\b{_UNIT_WORD}{_DOOR},? ?\n?|\b(?:unit|lot|flat|apt|shop|villa|suite)\.? "
    rf"|\b(?:basement|ground floor|top floor|first floor|top|garden|upper|lower)"
    rf" (?:flat|apartment),? ?\n?|#\d{{1,4}}[A-Za-z]?,? )"
    rf"(?:(?:The )?[{UPPER}][\w']{{1,20}}(?: [{UPPER}][\w']{{1,20}}){{0,2}},\s)?"
    rf"|\bThe [{UPPER}][\w']{{1,20}}(?: [{UPPER}][\w']{{1,20}}){{0,2}},\s"
    rf"|(?:\b[{UPPER}][\w']{{1,20}} ){{1,2}}(?:House|Cottage|Court|Lodge|Annexe|Mansions|Buildings"
    r"|Hall|Villas?|Heights|Towers|Chambers|Barn|Mill|Farm|Rectory|Vicarage|Grange|Manor),\s"
    r"|\b\d/\d,\s|\b[Uu]\d{1,3}/)\Z"
)
"""A flat or a building before the number of a house."""

_DIRECTION = (
    r"(?:N|S|E|W|NE|NW|SE|SW|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|NORTH|SOUTH|EAST|WEST|[ns][ew])\b\.?"
)
_GRID = r"(?i:north|south|east|west|[NSEW]\b\.?)"
"""Streets that are numbered from the middle of a town: 455 North 200 East."""
_AFTER = (
    rf"(?:\.?,? (?:{_DIRECTION}|Lower\b|Upper\b|Middle\b))?(?i:\.?,? ?\n?(?:{_UNIT_WORD}{_DOOR}"
    rf"|#{{1}}"
    rf" ?\d{{1,5}}[A-Za-z]?\b)){{0,2}}"
)

_NO_NAME = any_of(
    "I On In At The When From To Near Down Up And But He She They We My His Her Our After Before A"
    " An That This Open Long Same Every Which Across Along Some Any One No Then"
)
_LOWER_WORD = (
    r"(?!(?:way|mile|miles|long|main|other|dead|high|week|day|minute|hour|lane|step|steps|the|down"
    r"|up"
    r"|on|in|of|along|to|from|my|his|her|our|their|your|an?|this|that|for|and|with|per|minutes"
    r"|hours"
    r"|weeks|days|people|times|years|months|metres|meters|yards|cars|houses|blocks|more|point|by|at"
    r"|we|i|he|she|they|it|you|is|was|were|different|new|old|busy|quiet|men|women|kids|or|but|than"
    r"|into|off|out|across|who|which|session|sessions|pm|am|year|month|last|next|first|second)\b)"
    r"[a-z][a-z'-]{1,20}"
)
_LOWER_SURE = any_of(f"{_SURE} rd ave av st blvd cres")
_LOWER_MORE = any_of("court close place way gardens grove hill row mews walk park green square")
_LOWER_NUMBER = r"\d{1,5}[a-z]?(?:/\d{1,4}[a-z]?)?(?: [nsew]{1,2}\b\.?)?"
_PLACE = r"\b(?:at|to|from|outside|near|address(?: is|:)?|of|in|into|flat \d{1,3}[a-z]?,?) "
_LOWER_UNIT = r"(?:,? (?:apt|flat|unit|suite|ste|#)\.? ?\w{1,4}\b)?"

ENGLISH = (
    (
        rf"\b\d{{1,5}},? (?:{_DIRECTION} )?(?:(?:State|County|US|U\.S\.|Old|Farm) )?"
        rf"(?:Highway|Hwy|Route|Rte|Rt|Road|FM|HWY|SH|I-|US-|Avenue|Ave)\.?"
        rf" ?[\dA-Z]{{1,4}}\b{_AFTER}"
    ),
    (
        rf"\b(?i:flat|apartment|apt)\.? \d{{1,4}}[A-Za-z]?,? (?:The )?{_WORD}(?: {_WORD}){{0,2}}"
        rf"(?:,[ \n]{_WORD}(?: {_WORD}){{0,2}} {_WAY}\b)?{_AT_END}"
    ),
    (
        rf"\b{_NUMBER},?[ \n](?:[Tt]he[ \n])?(?:{_ORDINAL}|{_WORD})[ \n]"
        rf"(?:(?:{_WORD}|{_ORDINAL}|of|the|and|on|upon)[ \n]){{0,4}}{_WAY}\b{_AFTER}"
    ),
    rf"\b{_NUMBER},?[ \n]{_ORDINAL}[ \n](?:{_SURE_WAY}|{_TITLE})\b{_AFTER}",
    rf"\b\d{{1,5}} {_GRID} \d{{1,5}} {_GRID}\b",
    rf"\b\d{{3,5}} \d{{1,3}} (?:Avenue|Ave|Street)\b\.?(?: [NSEW]{{1,2}}\b)?{_AFTER}",
    rf"\b\d{{1,5}} (?:{_DIRECTION} )?(?:Broadway|Piccadilly|Cheapside|Kingsway|Strand)\b{_AFTER}",
    (
        r"\b\d{1,4}[a-z]?,? (?i:heol|ffordd|stryd|lon|maes|clos|cae|rhodfa|bryn|tan|pen|pant)"
        rf"(?: [^\W\d_][\w'-]{{0,16}}){{1,3}}{_AT_END}"
    ),
    rf"{_PLACE}(?P<street>\d{{1,4}}[A-Za-z]?,? The [{UPPER}][\w'-]{{2,20}}){_AT_END}",
    (
        rf"\b(?!{_NO_NAME}\s)(?:[{UPPER}][\w'.-]{{0,24}}[ \n]){{1,3}}"
        rf"{any_of('Street Road Avenue Lane Crescent Boulevard')}\b{_AFTER}"
    ),
    (
        rf"\b{_LOWER_NUMBER} (?:{_LOWER_WORD} ){{1,2}}{_LOWER_MORE}\b"
        r"(?=,? (?:[a-z-]{3,20} ){0,3}(?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{5})\b)"
    ),
    (
        rf"\b{_LOWER_NUMBER} (?:{_LOWER_WORD} ){{1,3}}{_LOWER_SURE}\b\.?{_LOWER_UNIT}"
        r"(?=[.,;:)\n]|\Z| (?:in|and|but|where|with|again|for|then|is|was|near|she|he|i)\b"
        r"| (?:[a-z-]{3,20} ){0,3}[a-z]{1,2}\d| \d{5}\b)"
    ),
    (
        rf"{_PLACE}(?P<street>{_LOWER_NUMBER} (?:{_LOWER_WORD} ){{1,3}}{_LOWER_SURE}\b"
        rf"{_LOWER_UNIT})"
    ),
    (
        rf"{_PLACE}(?P<street>{_LOWER_NUMBER} (?:{_LOWER_WORD} ){{1,2}}{any_of(_MORE)}\b"
        rf"{_LOWER_UNIT}){_AT_END}"
    ),
    (
        rf"\b{_LOWER_NUMBER} (?:{_LOWER_WORD} ){{1,3}}{any_of(_MORE)}"
        r"(?=, ?[a-z][a-z ]{2,20}, ?[a-z]{1,2}\d)"
    ),
    (
        r"(?i:\b(?:(?:g\.?)?p\.? ?o\.? ?b(?:ox)?|post office box|postfach|boite postale|postbus"
        r"|apartado(?: de correos)?|casella postale|postboks|postiokero|locked bag|private bag|pmb"
        r"|rr \d{1,3},? box|poste restante|skrytka pocztowa|а/я|а/с)\.?(?: no\.?| n[.o]?)?)"
        r" (?=\d)\d{1,3}(?: ?\d{3})?\b(?!\.\d)"
    ),
)
"""How English writes a street; in the country's own language there may be other ways."""

ENGLISH_LOOSE = (
    (
        rf"\b{_NUMBER},? (?:{_DIRECTION} )?(?:Calle|Avenida|Camino|Via|Paseo|El|La|Las|Los|Rue)"
        r"(?: (?:de |del )?[A-Z][\w'-]{1,20}){1,3}"
        r"(?=,? (?:Apt|Unit|#|[A-Z][\w'-]{1,20},? [A-Z]{2} ?\d{5}|\d{5})|,|\.| (?:in|and)\b)"
    ),
    (
        rf"(?P<street>\b{_NUMBER},?[ \n](?![A-Z]{{3,4}}\b){_WORD}(?:[ \n]{_WORD}){{0,3}}),?[ \n]"
        rf"(?:[{UPPER}][\w'-]{{1,20}}(?: [{UPPER}][\w'-]{{1,20}}){{0,2}},?[ \n])?"
        r"(?:[A-Z]{2,3},?[ \n])?"
        r"\(?(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d\d ?(?=[A-Z]{0,3}\d)[A-Z\d]{4}"
        r"|[A-Z]\d[A-Z][ -]?\d[A-Z]\d|\d{5}(?:-\d{4})?)\b"
    ),
    (
        rf"\b\d{{1,4}}[A-Za-z]?,? (?:Bothar|Sraid|Cluain|Pairc|Ardan|Ceide|Gort|Faiche"
        rf"|Plas|Heol|Ffordd|Stryd|Lon|Maes|Rhodfa|Clos|Cwrt|Cois|Baile|Rue)"
        rf"(?: (?:na|an|y|yr|[a-z]?[{UPPER}][\w'-]{{1,20}})){{1,4}}"
    ),
)
"""A number and a name before a postcode, where the number always comes first."""

_PROSE = re.compile(
    r"\d+ (?:way|mile|long|main|other|dead|high|week|day|minute|hour|lane|step)s? "
    r"|\d{1,2},? (?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)days?)"
    r"\.? (?!Street|Road|Lane|Avenue|Crescent|Boulevard|Drive|street|road|lane|avenue)"
)
"""Ordinary words between a number and a street word, and days of a month."""


def is_prose(found: str) -> bool:
    """Whether what looks like a street is ordinary prose or a date."""
    return _PROSE.match(found) is not None
