"""Postcode shapes: what each country's codes look like, and the words around them."""

from failnote.masking.wordlist import any_of, words_of

_FIVE, _FOUR, _SIX = r"\d{5}", r"\d{4}", r"\d{6}"
_ZIP = r"\d{5}(?:-\d{4})?"
_THREE_TWO = r"\d{3} ?\d\d"

_BARE = {
    **dict.fromkeys(["DE", "ES", "IT", "FI", "FR", "EE", "HR", "RS", "TR", "UA", "LT"], _FIVE),
    **dict.fromkeys(["MX", "MC", "BA", "ME"], _FIVE),
    **dict.fromkeys(["AT", "CH", "LI", "BE", "LU", "DK", "NO", "HU", "BG", "SI", "LV"], _FOUR),
    **dict.fromkeys(["AU", "NZ", "ZA", "PT", "AR"], _FOUR),
    **dict.fromkeys(["RU", "RO"], _SIX),
    **dict.fromkeys(["SE", "CZ", "SK", "GR"], _THREE_TWO),
    "US": _ZIP,
    "MD": _FOUR,
}
"""Region (ISO 3166) -> its code where that is digits alone."""

_GB_AREA = any_of(
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E"
    " EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL"
    " LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM"
    " SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
_IE = "AC-FHKNPRTV-Y"
_CA, _CA_LAST = "ABCEGHJ-NPRSTVXY", "ABCEGHJ-NPRSTV-Z"

GB_CODE = r"(?:[A-Z]{1,2}\d[A-Z\d]?[ \n]{0,2}\d(?!MG|ML|KG|CM|MM|AM|PM)[A-Z]{2}|GIR ?0AA)\b"
GB_TYPED = (
    rf"(?=[A-Za-z]{{1,2}}\d)(?i:{_GB_AREA}\d[a-z\d]?(?:(?<=[a-z]\d\w)|\s)\s{{0,2}}\d(?!st\b|nd\b"
    rf"|rd\b|th\b)"
    r"[abd-hjlnp-uw-z]{2}\b)"
)
IE_CODE = (
    rf"(?i:(?:[{_IE}]\d\d|D6W)[ \n-]{{0,2}}(?=[{_IE}]{{0,3}} ?\d)(?=\d{{0,3}} ?[{_IE}])(?!\d{{3}}x)"
    rf"[{_IE}\d]{{4}}\b)"
)
IE_SPACED = rf"(?:[{_IE}]\d\d|D6W) ?(?=[{_IE}]{{0,2}} ?[{_IE}]?\d)[{_IE}\d]{{2}} [{_IE}\d]{{2}}\b"
CA_CODE = rf"(?i:[{_CA}]\d[{_CA_LAST}][ \n-]{{0,2}}\d[{_CA_LAST}]\d\b)"
NL_CODE = (
    r"(?!(?:19|20)\d\d (?:EN|IS|OM|IN|TE|WE|IK|JE|ZE|HE|OP|AF|AL|ER|UW|DE|IT|TO|OF|AT|MY|SO|BY"
    r"|ON)\b)"
    r"(?!\d{4} (?:BC|AD)\b)"
    r"[1-9]\d{3}[ \n]{0,2}(?!(?:KG|MG|ML|CM|MM|KM|AM|PM|EU|HR|CC|IU|IE)\b(?! [A-Z][a-z]))[A-Z]{2}\b"
)
NL_TYPED = r"[1-9]\d{3}(?!kg|mg|ml|cm|mm|km|am|pm|hr|cc|st|nd|rd|th|ft|kr|zl|kc)[a-z]{2}\b"
PL_CODE = r"(?!\d[05]-[12]\d[05]\b(?! ?[A-Z]))\d\d-\d{3}\b"
PT_CODE = r"\d{4}-\d{3}\b"
LETTERED = {"LT": r"(?i:LT)[ -]?\d{5}\b", "LV": r"(?i:LV)[ -]?\d{4}\b"}

SURE: dict[str, tuple[str, ...]] = {
    "GB": (GB_CODE, GB_TYPED),
    "IE": (IE_CODE, IE_SPACED),
    "CA": (CA_CODE,),
    "NL": (NL_CODE, NL_TYPED),
    "PL": (PL_CODE,),
    "PT": (PT_CODE,),
    "BR": (r"\d{5}-\d{3}\b",),
    "US": (r"\d{5}-\d{4}\b",),
    **{region: (shape,) for region, shape in LETTERED.items()},
    **dict.fromkeys(
        ["SE", "CZ", "SK", "GR"], (r"(?!1[0-8]0 [5-9]0\b)[1-9]\d\d \d\d\b", r"0\d\d \d\d\b")
    ),
    **dict.fromkeys(["DE", "ES", "IT", "FI", "FR", "UA", "TR"], (r"0\d{4}\b",)),
}
"""Region -> shapes that are postcodes wherever they stand in its notes."""

_PREFIX = {
    "FI": "FIN|FI",
    "SE": "SE|S",
    "NO": "NO|N",
    "HU": "HU|H",
    "IT": "IT|I",
    "FR": "FR|F",
    "ES": "ES|E",
    "DE": "DE|D",
    "AT": "AT|A",
    "BE": "BE|B",
    "LU": "LU|L",
    "SI": "SI|SLO",
    "US": "[A-Z]{2}",
}
"""Region -> letters before its code, where they are not those of ISO 3166 alone."""

NUMBER_FIRST = words_of("GB IE US CA AU NZ ZA")
"""Regions where a house has its number before its street, and nowhere else."""

STATES = any_of(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM"
    " NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR"
)
_TERRITORIES = "NSW VIC Vic QLD Qld SA WA TAS Tas ACT NT"
STATES_OF = {"US": STATES, "AU": any_of(_TERRITORIES + " " + "N\\.S\\.W\\. Vic\\.")}

WORDS = any_of(
    r"zip(?:~?code)? post~?code post~?codes postal~code plz postleitzahl npa code~postal c\.?p\.?"
    r" codigo~postal cap kod~pocztowy kodu~pocztowego psc smerovaci~cislo postnummer postnr\.?"
    r" postinumero irsz\.? iranyitoszam\w{0,3} pasto~kod\w{1,3} pasta~indekss? sihtnumber"
    r" postiindeks indeks\w{0,2} cod~postal postanski~broj\w? postna~stevilka пощенски~код\w?"
    r" п\.к\. поштански~број индекс\w{0,2} iндекс\w{0,2} індекс\w{0,2} почтовыи~индекс posta~kodu"
    r" pk τ\.?κ\.? t\.?k\.? ταχυδρομικος~κωδικας eircode postcode~is pcode"
)
"""Words before a postcode."""

NO_TOWN = any_of(
    r"Euros? EUR USD CHF PLN GBP BC AD CE DVDs? Kc Ft Lei Schritten? Menschen Leuten? Wort\w*"
    r" Stunden? Jahren? Kilometern? Metern? Meter Franken Kalorien Mal Einwohner\w* Teilnehmer\w*"
    r" Tagen? Mark Minuten Gramm Milligramm Prozent Punkten? Kindern? Personen Uhr Mann Fragen"
    r" Grunden? Seiten Patient\w* Zeichen Sachen Dingen? Mitarbeiter\w* I He She We They You It The"
    r" And But At On In When My Her His Then No Not As If So Lux Kronen Sekunden TL Kcal KM MG"
)
"""Capitalised words after a number that are no town: German nouns, currencies, and sentences."""

NO_PLACE = any_of(
    "CPT EUR USD CHF PLN GBP SEK NOK DKK HUF CZK RON Code HCPCS Item MBS PHQ\\S* GAD\\S* Session"
    " Since Until From To At Year Score Total ICD DSM About Over Under Around Nearly Almost Only"
    " Steps Rechnung Step By Before After Page About I And Or But Of On In Was Is The A Around"
)
"""Capitalised words before a number that are no town."""


def code_of(region: str) -> str:
    """A pattern for one code of a region between other parts of an address, "" where unknown."""
    bare = _BARE.get(region, "")
    shapes = [shape.removesuffix(r"\b") for shape in SURE.get(region, ())]
    if not (bare or shapes):
        return ""
    prefixed = (
        [rf"(?:(?:{_prefix(region)})[ -]{{0,2}})?(?!(?:19|20)\d\d(?!\d)(?! [A-Z])){bare}"]
        if bare
        else []
    )
    return f"(?:{'|'.join(prefixed + shapes)})"


def bare_code_of(region: str) -> str:
    """The digits of one code of a region, years included, or ""."""
    return _BARE.get(region, "")


def prefixed_code_of(region: str) -> str:
    """A code behind the letters of its country, as in D-10115, or ""."""
    bare = _BARE.get(region)
    return rf"(?:{_prefix(region)})[-\u2011] ?{bare}" if bare and region != "US" else ""


def _prefix(region: str) -> str:
    return _PREFIX.get(region, region)
