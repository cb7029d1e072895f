"""House numbers: with their letters, flats and floors, after the name of a street."""

from failnote.masking.addresses.capitals import UPPER
from failnote.masking.wordlist import any_of

_ROOM = any_of(
    r"flat apartment apart\.? apt unit suite ste appt app bat\.? batiment esc\.? escalier escalera"
    r" etage porte bte boite bus whg wohnung haus stiege top tur piso puerta pta planta portal"
    r" int\.? interno scala piano andar apto fracao lote lok\.? lokal mieszkanie klatka byt em"
    r" emelet ajto lh lph lgh as asunto but\.? butas dz dzivoklis kr korter bl bloc sc scara et"
    r" etaj ap stan kat ulaz вх ет ап бл кв квартира корп корпус эт стр под daire blok postbus m\."
    r" [dkm][.:] к\. cislo vchod дом fszt fsz"
)
_ROOMS = (
    rf"(?:(?:[.,]? ?\n?| - )\b(?i:{_ROOM})[.:]? ?(?:no:? ?)?"
    rf"(?:\d{{1,4}}[A-Za-z]?|[{UPPER}]\d{{0,2}})\b(?!['-]))"
)
_FLOOR = (
    r"(?:[.,]? ?(?:\d{1,2}|st|kl|III?|IV|VI{0,3}|I)[.o]{0,2} ?(?i:tv|th|mf|sal|tr|emelet"
    r"|izq\w{0,5}|izda"
    r"|dcha|der|drcha|esq\w{0,2}|dto|dir|frente|stock|og|etage|verdieping|floor)\b\.?"
    r"(?: (?:links|rechts|mitte|r|l|v)\b\.?)?"
    r"|[.,]? ?(?:\d{1,2}|[IVX]{1,4})\.? ?em\b\.?(?: \d{1,3}\b\.?)?"
    r"|,? ?\d{1,2}\.?[o.] ?[A-Z]\b|,? ?\d{1,2}\.?[oa]\.?,? ?(?:\d{1,2}\.?[oa]|[A-Z])\b"
    r"|[,-] ?\d{1,2}\.? ajto|,? ?(?:hs|bis|bajo|r/c|s/n|III?)\b"
    r"(?: ?(?:dto|esq|dcha|izda?|izq)\b\.?)?"
    r"|[.,] ?\d{1,2}/\d{1,3}\b|,? ?H\d{4}\b"
    r"| [A-H] ?\d{1,3}\b)"
)
DOORS = rf"(?:{_ROOMS}|{_FLOOR}){{0,4}}"
_COUNTED = any_of(
    r"% percent prozent x mal times min\w* std\.? stunden? hours? hrs? uhr km m(?!\.) cm kg mg"
    r" meter\w{0,2} jahre?n? years? wochen? weeks? tagen? days? monate?n? months? sitzung\w{0,2}"
    r" sessions? seiten punkten? points? people keer jaar dagen weken uur ans fois jours mois"
    r" semaines seances heures? veces anos dias meses sesiones horas vezes dias sessoes volte anni"
    r" giorni mesi sedute ore razy raz lat dni tygodni sesji godzin krat let dnu tydnu hodin sezeni"
    r" ganger gange ar dagar veckor timmar uger timer kertaa vuotta paivaa viikkoa tuntia"
    r" alkalom\w* ev\w* nap\w* ora\w* kartu kartus metu dienu reizes gadu korda aastat ori ani zile"
    r" sedinte puta godin\w dana tjedana krat раз\w? лет года? днеи недел\w сесс?\w* часов pats"
    r" разів роки років tane kez yil gun hafta euro\w? eur lei zl kc ft kr chf usd gbp lv лв"
)
STOP = rf"(?!\d|[.,:]\d|\s?[%€$£]|\s(?i:{_COUNTED})\b)"
_LETTER = r"(?:[a-z]\b|[ -]?[A-HJ-Z](?: ?\d{1,3})?\b(?![.:'-])|[ -](?:bis|ter)\b| [b-h]\b(?=,))?"
HOUSE = (
    r"(?i:(?:n[ro]|num|numero|nr|numer|br|c ?p|д|дом|буд|бл|будинок|бр|d|no)(?:\b\.?:?\s?|(?=\d)))?"
    rf"(?:s/n\b|(?!(?:19|20)\d\d\b)\d{{1,4}}{_LETTER}"
    rf"(?: ?[-/] ?(?:\d{{1,4}}[a-z]?|[A-Za-z]|[IVX]{{1,4}})\b){{0,2}}){STOP}{DOORS}"
)
HOUSE_WITH_LETTER = (
    r"(?!(?:19|20)\d\d\b)\d{1,4}(?: ?[a-z]\b)?(?: ?[-/] ?\d{1,4}[a-z]?\b){0,2}" + STOP + DOORS
)
GAP = r"(?:,?[ \n]{1,2}|(?<=[a-z\u0430-\u044f]\.))"
