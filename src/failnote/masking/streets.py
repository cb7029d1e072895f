"""Streets: with a house number, and without where the name alone says it, country by country."""

import functools
import re
from collections.abc import Iterator

from failnote.masking.capitals import CAPITAL, NAME, SMALL, TOWN, UPPER
from failnote.masking.english_streets import ENGLISH, ENGLISH_LOOSE, UNIT_BEFORE, is_prose
from failnote.masking.found import Found
from failnote.masking.postcode_shapes import NUMBER_FIRST, code_of
from failnote.masking.street_words import WAYS_OF, Ways
from failnote.masking.wordlist import any_of

_ROOM = any_of(
    r"flat apartment apart\.? apt unit suite ste appt app bat\.? batiment esc\.? escalier escalera"
    r" etage porte bte boite bus whg wohnung haus stiege top tur piso puerta pta planta portal"
    r" int\.?"
    r" interno scala piano andar apto fracao lote lok\.? lokal mieszkanie klatka byt em emelet ajto"
    r" lh lph lgh as asunto but\.? butas dz dzivoklis kr korter bl bloc sc scara et etaj ap stan"
    r" kat"
    r" ulaz вх ет ап бл кв квартира корп корпус эт стр под daire blok postbus m\. d\.?: d\. k\. к\."
)
_ROOMS = (
    rf"(?:,? ?\n?\b(?i:{_ROOM})[.:]? ?(?:no:? ?)?"
    rf"(?:\d{{1,4}}[A-Za-z]?|[{UPPER}]\d{{0,2}})\b(?!['-]))"
)
_FLOOR = (
    r"(?:[.,]? ?(?:\d{1,2}|st|kl|III?|IV|VI{0,3}|I)[.o]{0,2} ?(?i:tv|th|mf|sal|tr|emelet|izq\w{0,5}"
    r"|dcha|der|drcha|esq\w{0,2}|dto|dir|frente|stock|og|etage|verdieping|floor)\b\.?"
    r"|[.,]? ?(?:\d{1,2}|[IVX]{1,4})\.? ?em\b\.?(?: \d{1,3}\b\.?)?"
    r"|,? ?\d{1,2}\.?[o.] ?[A-Z]\b|[,-] ?\d{1,2}\.? ajto| ?(?:hs|bis|bajo|III?)\b|,? ?H\d{4}\b"
    r"| [A-H] ?\d{1,3}\b)"
)
_DOORS = rf"(?:{_ROOMS}|{_FLOOR}){{0,4}}"
_COUNTED = any_of(
    r"% percent prozent x mal times min\w* std\.? stunden? hours? hrs? uhr km m(?!\.) cm kg mg"
    r" meter\w{0,2}"
    r" jahre?n? years? wochen? weeks? tagen? days? monate?n? months? sitzung\w{0,2} sessions?"
    r" seiten"
    r" punkten? points? people keer jaar dagen weken uur ans fois jours mois semaines seances"
    r" heures?"
    r" veces anos dias meses sesiones horas vezes dias sessoes volte anni giorni mesi sedute ore"
    r" razy"
    r" raz lat dni tygodni sesji godzin krat let dnu tydnu hodin sezeni ganger gange ar dagar"
    r" veckor"
    r" timmar uger timer kertaa vuotta paivaa viikkoa tuntia alkalom\w* ev\w* nap\w* ora\w* kartu"
    r" kartus metu dienu reizes gadu korda aastat ori ani zile sedinte puta godin\w dana tjedana"
    r" krat"
    r" раз\w? лет года? днеи недел\w сесс?\w* часов pats разів роки років tane kez yil gun hafta"
    r" euro\w? eur lei zl kc ft kr chf usd gbp lv лв"
)
_STOP = rf"(?!\d|[.,:]\d|\s?[%€$£]|\s(?i:{_COUNTED})\b)"
_LETTER = r"(?:[a-z]\b|[ -]?[A-HJ-Z](?: ?\d{1,3})?\b(?![.:'-])| (?:bis|ter)\b)?"
_HOUSE = (
    r"(?i:(?:n[ro]|num|numero|nr|numer|br|c ?p|д|дом|буд|будинок|бр|d|nо)\b\.?:?\s?)?"
    rf"(?!(?:19|20)\d\d\b)\d{{1,4}}{_LETTER}(?: ?[-/] ?(?:\d{{1,4}}[a-z]?|[A-Za-z]"
    rf"|[IVX]{{1,4}})\b){{0,2}}"
    rf"{_STOP}{_DOORS}"
)
_HOUSE_DE = (
    r"(?!(?:19|20)\d\d\b)\d{1,4}(?: ?[a-z]\b)?(?: ?[-/] ?\d{1,4}[a-z]?\b){0,2}" + _STOP + _DOORS
)
_GAP = r",?[ \n]{1,2}"

_NO_NAME = any_of(
    "Zoom Skype WhatsApp Whatsapp Teams Signal Telegram Mail Email E-Mail SMS Meet Facetime"
    " FaceTime"
    " Messenger Fax Google Facebook Instagram Internet PayPal"
)
_NO_STREET = re.compile(
    r"(?:(?:(?:Ruck|Heim|Hin|Um|Aus|Schul|Arbeits|Mittel|Leidens|Lebens|Therapie|Losungs|Spazier"
    r"|Behandlungs|Unter|Nach|Onder|Uit|Om|Kin[dt]er\w{0,6})[wW]eg|(?:Arbeits|Park|Sitz|Steh|Spiel"
    r"|Therapie|Studien|Ausbildungs|Kita|Schlaf|Stell|Schul|Heim|Klinik|Kindergarten|Listen"
    r"|Behandlungs"
    r"|Warte|Kranken\w{0,8}|Psychiatrie|Platz)platz|(?:Bahn|Auf|Ein|Aus|Um|Burger)steig|(?:An|Ab"
    r"|Ein"
    r"|Aus|Um)stieg|(?:Bahn|Fried|Bauern|Gast|Schul|Innen|Hinter|Vor)hof|(?:Stau)damm|Brigade"
    r"|Decade"
    r"|Facade|Parade|Arcade|Renegade|Ka?tie|Hattie|Lottie|Bettie|Scottie|Auntie|Lettie|Mattie"
    r"|Christie"
    r"|Kristie|Kirstie|Cutie|Werkplein|Schoolplein|(?:Kern|Rosen|Green|Gold|Stein|Spiel)berg"
    r"|Vinterberg"
    r"|(?:Rosen|Hat)feld|Schoolbank)\b"
    r"|(?:Im|Am|In der|An den|In den|Zum|Zur|Beim) (?:Januar|Februar|Marz|April|Mai|Juni|Juli"
    r"|August"
    r"|September|Oktober|November|Dezember|Jahre?|Alter|Schnitt|Montag|Dienstag|Mittwoch|Donnerstag"
    r"|Freitag|Samstag|Sonntag|Abend|Morgen|Nachmittag|Sommer|Winter|Fruhjahr|Herbst|Kapitel|Raum"
    r"|Zimmer|Termin|Sitzung|Stunde|Woche|Gesprach|BDI|PHQ|Ende|Tag|Mittel|Punkt|Schritt|Team|Haus"
    r"|Fragebogen|Protokoll|Verlauf|Durchschnitt|Test|Quartal|Monat|Bereich|Stadium|Skala\w*|GAF"
    r"|Wochenende|Beispiel|Teil|Anfang|Phase|Gruppe|Klasse|Station|Seite|Nacht|Band|[A-Z]{2,})\b)"
)
_LABEL = any_of(
    "Sessions? Sitzung(?:en)? Stunden? Wochen? Weeks? Rooms? Zimmer Raum Kapitel Chapter Page Seite"
    " Pages PHQ\\S* GAD\\S* BDI\\S* CORE\\S* Year Ward Level Step Group Stage Class Grade Phase"
    " Part Day"
    " Version Table Platform Tag Gruppe Klasse Station Sesja Sesji Sesion Seduta Seance Sessao"
    " Zitting"
    " Gang Kerta Ules Sezeni Seans Sitting Item Number Nr No Age Score Count Sesiune Sesija Seansas"
    " Сесси\\w Сесія Сеанс Сессия BMI Dose Total About From Since Until On In At By Only Around"
    " Over"
    " [A-Z]{3,6}(?:-\\d\\d?)? Mr Mrs Dr January February March April May June July August September"
    " October November December Januar Februar Marz Mai Juni Juli Oktober Dezember"
)
_LIVES = any_of(
    "address(?:es)? adress[ea]? adres[aeiou]? osoite osoitteeseen cim cime"
    " indirizzo direccion domicilio morada anschrift wohnt wohne wohnen wohnhaft wohnte wohnung"
    " lebt"
    " woont woonde bor bodde boede asuu asui lakik lakott abita abitava vive vivia vivo mora"
    " mieszka"
    " mieszkal[ai]? bydli bydlel[ai]? byva gyvena gyveno dzivo dzivoja elab elas locuieste locuia"
    " sta"
    " stanuje stanovala? zivi ziveo zije живе живет живьот живела живее живел[аи]? мешкає проживає"
    " проживает oturuyor oturur ikamet μενει habite habitait demeure lives? living lived moved~to"
    " moved~into stay(?:s|ed|ing)~at адрес адресу адреса zog umgezogen gezogen meldet sent~to"
    " adrese siusta flat~at house~at place~at home~at parked~(?:at|on|in) door~(?:at|on|in)"
)
_PLACE_BEFORE = (
    r"(?i:\b(?:in|im|am|at|to|an|auf|nach|on|outside|near|from|zu|zum|zur|der|dem|aan|op|naar|de"
    r"|pa|i"
    r"|ved|til|fra|till|vid|from|of|by|:)[ \n])"
)


def _any_case(words: str) -> str:
    """A pattern for any word of a list; short ones are taken as they stand."""
    return any_of(" ".join(f"(?i:{w})" if len(w.strip(".?\\")) > 2 else w for w in words.split()))


def _local(ways: Ways) -> Iterator[str]:
    house = _HOUSE_DE if ways.alone else _HOUSE
    if ways.number_first:
        yield (
            rf"\b\d{{1,4}}(?: ?(?:bis|ter|quater|[A-D])\b)?,?[ \n](?i:{any_of(ways.before)})\s"
            rf"(?:(?:de|du|des|la|le|les|d'|l'|en|aux?)\s?){{0,3}}[^\W\d_][\w'-]{{1,25}}"
            rf"(?:[ \n](?:(?:de|du|des|la|le|les|et)[ ]){{0,2}}"
            rf"(?:d'|l')?[A-Z\d][\w'-]{{0,25}}){{0,4}}{_DOORS}"
        )
    if ways.before:
        word = rf"(?<![\w.]){_first_either(ways.before)}(?:[ \n]|(?<=[./]))"
        name = rf"(?:{SMALL}[ \n]?){{0,3}}(?:\d{{1,2}}\.?[ \n])?(?!{_NO_NAME}\b){NAME}"
        yield rf"{word}{name}{_GAP}{house}"
        yield (
            rf"(?<![\w.])(?i:{any_of(ways.before)}(?:[ \n]|(?<=[./]))(?!{_NO_NAME}\b))"
            rf"(?:[^\W\d_][\w'-]{{1,20}}[ \n]){{1,3}}\d{{1,4}}[a-z]?(?:[/-]\d{{1,4}})?(?=[.,;)\n]"
            rf"|\Z)"
        )
    if ways.after:
        yield rf"(?<![\w.]){NAME}[ \n]{_any_case(ways.after)}{_GAP}{house}"
    if ways.end:
        stem = rf"(?<![\w.-])(?!(?i:{_LIVES})\b)(?:{CAPITAL}[ \n]){{0,2}}[{UPPER}][\w'-]{{1,28}}"
        end = rf"(?:{any_of(ways.end)}|-{any_of(ways.end.title())})(?:\b|(?<=\.))"
        yield rf"{stem}{end}{_GAP}{house}"
        yield rf"\b[a-z-]{{3,28}}{any_of(ways.lower_end)}[ \n]{house}(?=[.,;:)\n]|\Z|[ \n]{TOWN})"
    if ways.weak_end:
        stem = rf"(?P<street>(?:{CAPITAL}[ \n])?[{UPPER}][\w'-]{{1,28}}"
        yield rf"{_PLACE_BEFORE}{stem}{any_of(ways.weak_end)}{_GAP}{house})(?=[.,;:)\n]|\Z)"
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
        closed = _CLOSED.match(plain, end)
        if (after and after.match(plain, end)) or asked > _MOST_ASKED:
            yield start, end
        elif closed:
            back = max(0, start - _LOOK_BACK)
            if _LIVED_AT.search(plain, back, start) or (
                before and before.search(plain, back, start)
            ):
                yield start, end


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


_NAMED_HOUSE = re.compile(rf"(?<![\w.'-])(?!{_LABEL}\b){NAME}{_GAP}{_HOUSE}")
_LIVED_AT = re.compile(rf"\b{_LIVES}\b:?(?:[ \n][^\W\d_]{{1,4}}\.?){{0,3}}[ \n]\Z", re.IGNORECASE)
_CLOSED = re.compile(r"[.,;:)\n]|\Z")
_LOOK_BACK = 48
_MOST_ASKED = 1000
"""Names with a number whose surroundings are looked at; after so many, every one counts."""

_ADJECTIVES = any_of("ova eva ska cka na nova ha ka ra ta nska ina")
_CENTRAL = (
    (
        rf"(?<![\w.'-])[A-Z][\w'-]{{2,24}}{_ADJECTIVES}[ \n]"
        rf"\d{{1,4}}/\d{{1,4}}[a-z]?\b{_STOP}{_DOORS}"
    ),
    rf"(?<![\w.'-])[A-Z][a-z'-]{{3,24}}[ \n]\d{{3,4}}/\d{{1,3}}[a-z]?\b(?<!/[5-9]0){_STOP}",
    (
        rf"\b(?:na|v|ve|z|ze|do|u|po) (?P<street>(?!{_LABEL}\b)[A-Z][\w'-]{{2,24}}"
        rf"(?:ove|eve|ske|cke|ne|skej|ckej|nej|ovej|ova|ska|cka|skoi|oi|e)"
        rf"[ \n]\d{{1,4}}(?:/\d{{1,4}})?[a-z]?\b{_STOP})(?=[.,;:)\n]|\Z)"
    ),
)


def streets(plain: str, region: str) -> Iterator[Found]:
    """Street addresses as one country (ISO 3166) writes them, and as English does."""
    covered: set[int] = set()
    for start, end in (*_ways(plain, region), *_anywhere(plain, region)):
        found = plain[start:end]
        if start not in covered and not _NO_STREET.match(found) and not is_prose(found):
            covered.update(range(start, end))
            unit = UNIT_BEFORE.search(plain, max(0, start - _LOOK_BACK), start)
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
    return tuple(map(re.compile, (*ENGLISH, *local, *central, *loose)))
