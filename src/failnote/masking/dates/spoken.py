"""Spoken: which languages the dates of a text may be in, and the small words that lead to them."""

from functools import cache

from failnote.masking.stems import any_stem

_LANGUAGES = {
    **dict.fromkeys(["DE", "AT", "LI"], ("de",)),
    "CH": ("de", "fr", "it"),
    "LU": ("fr", "de"),
    "BE": ("nl", "fr"),
    "NL": ("nl",),
    **dict.fromkeys(["FR", "CA"], ("fr",)),
    **dict.fromkeys(["ES", "MX", "AR", "CO", "CL", "PE", "UY", "US"], ("es",)),
    **dict.fromkeys(["PT", "BR"], ("pt",)),
    "IT": ("it",),
    "PL": ("pl",),
    "CZ": ("cs",),
    "SK": ("sk",),
    "SI": ("sl",),
    **dict.fromkeys(["HR"], ("hr",)),
    **dict.fromkeys(["RS", "BA", "ME"], ("sr",)),
    "BG": ("bg",),
    "RU": ("ru",),
    "UA": ("uk",),
    "SE": ("sv",),
    "DK": ("da",),
    **dict.fromkeys(["NO", "SJ"], ("nb",)),
    "FI": ("fi",),
    "EE": ("et",),
    "LV": ("lv",),
    "LT": ("lt",),
    "HU": ("hu",),
    "RO": ("ro",),
    **dict.fromkeys(["GR", "CY"], ("el",)),
    "TR": ("tr",),
}
"""Country -> the languages of the dates that people there write between English words."""
_SAME = {"no": "nb", "nn": "nb", "bs": "sr", "sh": "sr"}

_WEEKDAYS = {
    "en": "(?:mon|tues|wednes|thurs|fri|satur|sun)days?",
    "de": "(?:mon|diens|donners|frei|sams|sonn)tags? mittwochs? sonnabends?",
    "fr": "(?:lun|mar|mercre|jeu|vendre|same)dis? dimanches?",
    "es": "lunes martes miércoles jueves viernes sábados? domingos?",
    "it": "(?:lune|marte|mercole|giove|vener)dì sabato domenica",
    "pt": "(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?s? sábados? domingos?",
    "nl": "(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en)?",
    "sv": "(?:mån|tis|ons|tors|fre|lör|sön)dag*",
    "da": "(?:man|tirs|ons|tors|fre|lør|søn)dag*",
    "nb": "(?:man|tirs|ons|tors|fre|lør|søn)dag*",
    "fi": "maanantai* tiistai* keskiviik* torstai* perjantai* lauantai* sunnuntai*",
    "et": "(?:esmas|teisi|kolma|nelja|lau|püha)päev* reede*",
    "hu": "hétfő* kedd* szerd[aá]* csütört* péntek* szombat* vasárnap*",
    "pl": "poniedział* wtor* środ* czwart* piąt* sobot* niedziel*",
    "cs": "ponděl* úter* střed* čtvrt* pát* sobot* neděl*",
    "sk": "pondel* utor* stred* štvrt* piat* sobot* nedeľ*",
    "sl": "ponedel* tor(?:ek|ka|kom) sred* četrt* pet(?:ek|ka|kom) sobot* nedelj*",
    "hr": "ponedjelj* utor* srijed* četvrt* pet(?:ak|ka|kom) subot* nedjelj*",
    "sr": "ponedelj* utor* sred* četvrt* pet(?:ak|ka|kom) subot* nedelj*"
    " понедељ* утор* сред* четврт* пет(?:ак|ка) субот* недељ*",
    "ru": "понедельник* вторник* сред[аыуе] четверг* пятниц* суббот* воскресен*",
    "uk": "понеділ* вівтор* серед[аиуі] четвер* п'ятниц* субот* неділ*",
    "bg": "понеделник вторник сряда четвъртък петък събота неделя",
    "lt": "(?:pirma|antra|trečia|ketvirta|penkta|šešta|sekma)dien*",
    "lv": "(?:pirm|otr|treš|ceturt|piekt|sest|svēt)dien*",
    "ro": "luni marți miercuri joi vineri sâmbăt* duminic*",
    "el": "δευτέρα* τρίτη* τετάρτη* πέμπτη* παρασκευή* σάββατο* κυριακή*",
    "tr": "pazartesi* salı* çarşamba* perşembe* cuma* cumartesi* pazar*",
}
"""Language -> the days of the week, in their cases."""
_SHORT_WEEKDAYS = {
    "en": "mon tues? weds? thu(?:rs?)? fri sat sun",
    "de": "mo di mi do fr sa so",
    "fr": "lun mar mer jeu ven sam dim",
    "es": "lun mar mié jue vie sáb dom",
    "it": "lun mar mer gio ven sab dom",
    "nl": "ma di wo do vr za zo",
    "fi": "ma ti ke to pe la su",
    "pl": "pn wt śr czw pt sob nd",
    "cs": "po út st čt pá so ne",
    "sk": "po ut st št pi so ne",
    "hr": "pon uto sri čet sub",
    "ru": "пн вт ср чт пт сб вс",
    "uk": "пн вт ср чт пт сб нд",
    "sv": "mån tis? ons tors? fre lör sön",
    "da": "man tirs? ons tors? fre lør søn",
    "nb": "man tirs? ons tors? fre lør søn",
}
"""Language -> the days of the week cut short, which may be words of another language."""


_LEADS = {
    "en": "on since (?:week|wk|letter|email|text|call|message|report|memo|invoice|note)~of"
    " next~(?:session|appointment|appt|visit) until till? before after dated? due seen born dob"
    " d\\.o\\.b\\.? dos w/c w/b"
    " w/e commencing beginning starting ending through thru",
    "de": "am vom bis seit ab zum den dem",
    "fr": "le du au depuis dès jusqu'au",
    "es": "el del al día hasta desde~el",
    "it": "il del dal al entro~il fino~al",
    "pt": "dia em~dia",
    "nl": "op sinds vanaf d\\.?d\\.?",
    "sv": "den från~den till~den sedan",
    "da": "d\\.? den siden",
    "nb": "den d\\. siden",
    "fi": "pvm päivätty",
    "hu": "dátum",
    "pl": "dnia dniu dn\\.? z~dnia od do",
    "cs": "dne ode~dne od do ke~dni",
    "sk": "dňa zo~dňa od do",
    "sl": "dne od do",
    "hr": "dana dne od do",
    "sr": "dana dne od do дана од до",
    "ru": "с со до от числа",
    "uk": "з зі до від",
    "bg": "на от до",
    "lt": "nuo iki",
    "lv": "no līdz",
    "et": "kuupäev",
    "ro": "pe din de~pe până~pe data~de",
    "el": "στις από~τις μέχρι~τις έως~τις",
    "tr": "tarihi tarihinde",
}
"""Language -> the words after which two numbers are a day and a month."""

_ENGLISH_TOO = frozenset({"am", "do", "no", "pe", "den", "dem", "da", "od"})
"""Words of these that an English text may have before a score."""
_WEAK_LEADS = "by from to van tot le el and until till as~of for in"
"""After these they often are, and often are a score."""
_WEAK_IN = {"pt": "a ao", "es": "a", "it": "a", "pl": "w", "ro": "la", "lt": "per", "hu": "a az"}
"""Language -> more of them, in its own texts."""

_NTH = (
    "premier première deuxième troisième quatrième dernier dernière primer primera segund[oa]"
    " tercer[oa]? cuart[oa] últim[oa] prim[oa] second[oa] terz[oa] quart[oa] ultim[oa] primeir[oa]"
    " terceir[oa] (?:erste|zweite|dritte|vierte|letzte)[nrms]? eerste tweede derde vierde laatste"
    " första andra tredje fjärde sista første anden andre fjerde siste pierwsz* drugi* trzeci*"
    " czwart* ostatni* prvn* druh* třet* posledn* prim(?:a|ul) ultim(?:a|ul)"
)
_OF_MONTH = "d' de di del do da dos im in van i av af w v u lui"


def nth_weekday_of() -> str:
    """A pattern for "the first Monday of" before a month, in the languages of the west."""
    days = any_stem(" ".join(_WEEKDAYS[each] for each in _WEEKDAYS if each != "en"))
    return rf"{any_stem(_NTH)}[ \n]{days}[ \n](?:{any_stem(_OF_MONTH)}[ \n]?)?"


def spoken(language: str, region: str) -> tuple[str, ...]:
    """English, the language of a text and those of a country, without doubles."""
    own = _SAME.get(language, language)
    return tuple(dict.fromkeys((own, *_LANGUAGES.get(region, ()), "en")))


def own_language(language: str) -> str:
    """The language of a text, under the name that the tables have for it."""
    return _SAME.get(language, language)


@cache
def weekdays(own: str, *others: str) -> str:
    """A pattern for the days of the week, cut short in the text's own language and English only."""
    long = (_WEEKDAYS.get(each, "") for each in (own, *others))
    short = (_SHORT_WEEKDAYS.get(each, "") for each in {own, "en"})
    return any_stem(" ".join((*long, *sorted(short))))


@cache
def leads(own: str, *others: str) -> str:
    """A pattern for the words that surely lead to a date."""
    words = " ".join(_LEADS.get(each, "") for each in (own, *others)).split()
    return any_stem(" ".join(w for w in words if own != "en" or w not in _ENGLISH_TOO))


@cache
def weak_leads(own: str, *others: str) -> str:
    """A pattern for the words that may lead to a date."""
    words = f"{_WEAK_LEADS} {_WEAK_IN.get(own, '')}"
    return rf"(?:{leads(own, *others)}|{any_stem(words)})"
