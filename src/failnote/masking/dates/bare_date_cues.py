"""Bare date cues: what around two numbers tells a date, a score, a time or a count."""

import re
from functools import cache

from failnote.masking.dates.spoken import leads, spoken, weak_leads, weekdays
from failnote.masking.folding import Folded
from failnote.masking.stems import any_stem

_BACK = 44
_LETTER = re.compile(r"[^\W\d_]|§")
_THEN = r"\b\.?[,:]?[ \n]{1,3}(?:the[ \n])?[(\[]?\Z"

_INSTRUMENTS = any_stem(
    "phq gad wai wai-sr ces csq oq-45 oq45 swls pswq ies ies-r bes edi promis ders c-ssrs tas sdq"
    " core core-om core-10 wsas audit audit-c bdi bai dass das hads epds y-bocs ybocs oci"
    " oci-r pcl pcl-5 ors srs k10 k6 mmse moca isi ham-d hamd madrs bmi bp blutdruck tensi?ón?"
    " pressione pressão pulse hrv iq gcs apgar suds? sud eat-26 ede-q scoff cage"
    " group~of scor(?:e|es|ed) results? ratio"
    " ratios odds vision acuity rr phq-9 phq-2 gad-7 pain~scale vas nrs cgi gaf honos who-5"
)
_SCORES = any_stem(
    "marke?[ds]? rapport attendance homework moods? rat(?:ed|es|ing|e)s? pain scales? score[sd]? scoring risk anxiety urges?"
    " distress"
    " confidence brave craving anger sleep energy motivation importance willingness"
    " intensity severity belief certain(?:ty)? sure sessions? week items? chapters? page pages pp"
    " episodes? stage step level grade class unit number nr ratio roughly about nearly"
    " almost only got gave says?(?!,) said(?!,) out punktzahl skala skalen wert stunde sitzung"
    " sesi[oó]n"
    " sesja sezení puntuación punteggio échelle escala pontszám pisteet poäng poeng points?"
    " punkt* балл* оценк* стимул* wynik* skal[aiey] bod[ůy]? balai balų rozdział* luku fejezet"
    " abschnitt"
    " version verze wersja versio v\\. ver\\. punkt"
    " pkt kohta odsek kapit* capít* chapitre poglavlj* глав* розділ* peatükk bölüm κεφάλαιο madde"
    " članak članek artikel artykuł článok čl\\. art\\. παράγραφο* section sheet worksheet dose"
    " dosis dávka dawka annos adag icd dsm fig table"
)
_UNITS = any_stem(
    "% percent per~cent prozent procent? mg ml mcg g kg lbs? st stone cm mm km mmhg miles? eur"
    " euros?"
    " zł zl pln kč kc ft forint lei leva uhr h hod\\.? godz\\.? kr kroner? kronor"
    " grad* gradi stopni stup\\w{1,3} fok °c? euro\\w?"
    " chf usd € £ \\$ pkt punkt* poeng poäng pistettä bod[ůy]? balų pont"
)
_COUNTED = any_stem(
    "of occasions? sessions? days? weeks? wks? months? mths? times? items? appointments? appts?"
    " visits? hours? hrs? nights? people members clients? patients participants points? pts"
    " questions? criteria symptoms goals? homeworks? tasks? years? yrs? x majority split ratio diet"
    " rule shift rota tabs? doses? pieces? steps? stages? modules? groups? cups? inch(?:es)?"
    " beat signature basis dieting minut[aey]? minuten?"
    " stunden? godzin[ya]?"
    " sesji sitzungen séances sesiones sedute sessies besök timer sezení käynti* alkalom* brave"
    " sure"
    " certain job jobs fejezet noda[lļ]* skyri* done full empty way pounds? tempo"
)
_OUT_OF = any_stem("de der des delle dei z av van von")
"""Between numbers, not after the dot of 3.4."""
_INCHES = r"in(?=[.,;:)]|\Z)"
_COUNTED_LATE = any_stem(
    "attended kept attendance missed completed present correct right anxious low"
)
_AFTER = re.compile(rf"[ \n]?(?:{_UNITS}|{_COUNTED}|{_INCHES})(?![^\W\d_])")
_AFTER_OF = re.compile(rf"[ \n]{_OUT_OF}(?![^\W\d_])")
_ON_SCALE = re.compile(
    r"[ \n]on[ \n](?:(?:the|a|an|his|her|their|my)[ \n])?(?:[a-z-]{2,16}[ \n]){0,2}"
    r"(?:scales?|checklist|measure|questionnaire|inventory|screen(?:er)?|index|test)\b"
)
_SOMEBODY = re.compile(r"[ \n](?:i|he|she|we|they)\b")
_AFTER_LATE = re.compile(rf"[ \n]?{_COUNTED_LATE}\b")
_LESS_BY = re.compile(
    r"\b(?:reduc|cut|increas|rais|drop|down|up|fell|fallen|rose|risen|shorten)[a-z]* by \Z"
)
_ROOMS = re.compile(r"\b(?:wards?|beds?|flats?|rooms?|bays?) \Z")
_STRICT_SCORE = re.compile(
    rf"\b{_INSTRUMENTS}(?:[/ -]?\w{{1,6}}){{0,2}}[ :=,\d/>-]{{0,24}}(?:was|is|of|at|to)?["
    rf" :=]{{0,2}}\Z"
)
_SCORE = re.compile(
    rf"(?:\b{_INSTRUMENTS}\b|§)(?:[^.;!?\n]|\.\d){{0,26}}\Z"
    rf"|\b{_SCORES}\b(?:[^.,;!?\n]|\.\d|(?<=\d),){{0,26}}\Z"
)
_EVENT = any_stem(
    "discharged? referred closed opened rang rings called texted emailed wrote sent posted signed started"
    " ended cancell?ed dna dna'd flagged admitted died seen moved quit left returned rebooked"
    " booked phoned messaged appt appointment intake admission d/c eval f/u no[-~]show"
    " voicemail cleared"
    " relapsed walked stormed drank used overdosed arrived came went filed faxed paid"
    " storms? walks? leaves quits cancels comes goes writes met visited dropped dumped"
    " fired evicted arrested texts? calls? emails? message msg letter voicemail vm complained"
    " resigned dated transferred assessed"
    " schrieb mailte kam skrev kom mejlade mailde schreef kwam écrit escribió vino scritto"
    " escreveu veio napisał* przyszł* psal* přišl* napsal* pisao pisala došao došla írt jött"
    " kirjoitti tuli rašė atėjo scris venit написал* пришл* написа* прийшл* yazdı geldi anrief"
    " rief ringde ringte ringede belde appelé llamó chiamato chiamò ligou zadzwonił* dzwonił*"
    " volal* zavolal* zvao zvala hívott soitti skambino sunat позвонил* подзвони* зателефонува*"
    " aradı"
)
_TO_WHOM = any_stem(
    "it her him me us them out off up again back in me~out by~me by~post records?"
    " the~(?:clinic|surgery|office|desk|school|practice|hospital|landline)"
)
_EVENTS = re.compile(rf"\b{_EVENT}(?:[ \n]{_TO_WHOM})?[ \n]\Z")
_AT = r"(?:at|um|kl\.?|klo|o|a~las|om|alle|ob|в|о|u|v|g\.|godz\.?|@|saat|ora|ore|kell|plkst\.?)"
_CLOCK = r"\d{1,2}(?:[:.h][0-5]\d|:\d\d| ?[ap]\.?m\b| ?h\b| uhr\b)"
_TIME_AFTER = re.compile(rf"[ \n,(@]{{1,3}}(?:{any_stem(_AT)}[ \n])?{_CLOCK}(?![./\d])")
_DASH_AFTER = re.compile(r"[)\]]?(?: ?[:=>]| ?-{1,2}(?= |\n|>|[^\W\d_])|[ ,]{1,2}\d{1,2}[:.h]\d\d)")
_LINE_START = re.compile(r"(?:\A|\n)[ \t]*(?:[-*•·>+]|\d{1,2}[.)](?=[ \t]))?[ \t]*[(\[]?\Z")
_MAY_GO_ON = re.compile(r"[,;:)\]-]|[ \n]{1,2}[^\W\d_]")
_LOWER = re.compile(r"[,;:)\]]|[ \n]{1,2}(?:[a-zà-ž]|-)")
_ENDED = re.compile(r"[,;:)]|[ \n](?:and|to|until|till|through)\b")
_MINUTES = r"(?:00|1[3-9]|[2-5]\d)"
_TO = r"(?:-|bis|do|til|till|to|a|ad|az|kuni|lidz|iki|and|до|por|og|und)"
_TIME_BEFORE = re.compile(
    rf"\b{any_stem(_AT)}[ \n]?\Z|\b\d\d?[.:]{_MINUTES} ?{_TO} ?\Z|\b(?:ab|von|kello)[ \n]\Z"
)
_TIME_RANGE = re.compile(
    rf" ?{_TO} ?\d\d?[.:]{_MINUTES}(?!\d)|[ \n](?:uhr|h|hod|godz)\b|-(?:kor|ig|tol)\b"
)


class Cues:
    """The cues of one country and one language."""

    def __init__(self, strong: str, native: str, weak: str, days: str) -> None:
        """Compile the words that surely lead to a date, and those that may."""
        self._day = re.compile(rf"\b{days}{_THEN}")
        self._strong = re.compile(rf"\b(?:{strong}){_THEN}")
        self._native = re.compile(rf"\b(?:{native}){_THEN}")
        self._weak = re.compile(rf"\b(?:{weak}|and){_THEN}")

    def leads(self, text: Folded, match: re.Match[str], *, native: bool = False) -> bool:
        """Whether a word that leads to a date or a weekday comes before, or a time after."""
        pattern = self._native if native else self._strong
        return _before(pattern, text, match, 20) or bool(
            not native and _TIME_AFTER.match(text.folded, match.end())
        )

    def is_event(self, text: Folded, match: re.Match[str]) -> bool:
        """Whether something that happens on a day comes before: rang 3/6."""
        return _before(_EVENTS, text, match, 24)

    def may_lead(self, text: Folded, match: re.Match[str]) -> bool:
        """Whether what comes before may lead to a date."""
        return _begins_line(text, match) or _before(self._weak, text, match, 20)

    def is_told(self, text: Folded, match: re.Match[str]) -> bool:
        """Whether somebody did something then: on 5-12 I called."""
        return bool(_SOMEBODY.match(text.folded, match.end()))

    def opens(self, text: Folded, match: re.Match[str]) -> bool:
        """Whether it begins a line or what is quoted."""
        return _begins_line(text, match) or text.plain[match.start() - 1] in '"“”„«»‘'

    def is_entry(self, text: Folded, match: re.Match[str]) -> bool:
        """Whether it begins a line or a list's item, with a dash, a colon or a time after it."""
        return bool(_DASH_AFTER.match(text.folded, match.end())) and _begins_line(text, match)

    def counts(self, text: Folded, match: re.Match[str]) -> bool:
        """Whether something is counted or measured: 3/4 of them, 12.5 mg."""
        if _before(_LESS_BY, text, match, 16):
            return True
        if int(match["a"]) <= int(match["b"]) and _AFTER_LATE.match(text.folded, match.end()):
            return True
        dotted = match[0].endswith(".") or match["b"][0] == "0"
        out_of = not dotted and _AFTER_OF.match(text.folded, match.end())
        after = _AFTER.match(text.folded, match.end()) or _ON_SCALE.match(text.folded, match.end())
        return bool(out_of or after)

    def is_score(self, text: Folded, match: re.Match[str], *, strictly: bool) -> bool:
        """Whether a scale comes before; ``strictly`` a named one, with numbers between."""
        pattern = _STRICT_SCORE if strictly else _SCORE
        return _before(pattern, text, match, _BACK) or _before(_ROOMS, text, match, 8)

    def start(self, text: Folded, match: re.Match[str]) -> int:
        """Where the date begins: with the weekday before it, if there is one."""
        start = match.start()
        day = self._day.search(text.folded, max(0, start - 20), start)
        return day.start() if day else start

    def is_time(self, text: Folded, match: re.Match[str]) -> bool:
        """Whether it is a time of the day, as 19.03 may be."""
        return _before(_TIME_BEFORE, text, match, 12) or bool(
            _TIME_RANGE.match(text.folded, match.end())
        )

    def is_ended(self, text: Folded, match: re.Match[str]) -> bool:
        """Whether a comma or bracket closes it, or it is one of two."""
        return bool(_ENDED.match(text.folded, match.end()))

    def goes_on(self, text: Folded, match: re.Match[str]) -> bool:
        """Whether a sentence goes on after the dot of 3.4."""
        after = text.plain[match.end() : match.end() + 4]
        return bool(_LOWER.match(after))


def _begins_line(text: Folded, match: re.Match[str]) -> bool:
    start = match.start()
    return bool(_LINE_START.search(text.folded, max(0, start - 12), start))


def _before(pattern: re.Pattern[str], text: Folded, match: re.Match[str], back: int) -> bool:
    """Whether a pattern that begins with a word ends where the numbers begin."""
    start = match.start()
    first = max(0, start - back)
    if not _LETTER.search(text.folded, first, start):
        return False
    return bool(pattern.search(text.folded, first, start))


@cache
def cues_of(language: str, region: str) -> Cues:
    """The cues of a language and a country."""
    languages = spoken(language, region)
    days = weekdays(*languages)
    native = tuple(each for each in languages if each != "en")
    return Cues(
        rf"{leads(*languages)}|{days}",
        rf"{leads(*native)}|{days}" if native else days,
        weak_leads(*languages),
        days,
    )
