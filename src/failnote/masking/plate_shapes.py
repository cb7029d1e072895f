"""Plate shapes: how the plates of cars look in each country.

Letters are those of the plain text: capitals without accents.
"""

from typing import NamedTuple

from failnote.masking.scales import SCALES
from failnote.masking.wordlist import any_of


class Plates(NamedTuple):
    """The plates of one country."""

    sure: tuple[str, ...] = ()
    """Shapes that nothing else has."""
    near: tuple[str, ...] = ()
    """Shapes that count beside a word for a car or a plate."""


_NO_LETTERS = any_of(
    "EUR USD GBP CHF PLN CZK SEK NOK DKK HUF RON BGN TRY AUD CAD NZD UAH RUB COVID JAN FEB MAR"
    " APR MAY JUN JUL AUG SEP OCT NOV DEC MEI MAI OKT DEZ ROOM UNIT WARD YEAR FLAT PSY DVD NICE"
    " LEI AND THE FOR WAS FAX TEL PIN NHS WHO"
)
"""Three or four capitals that are on no plate, beside those of scales."""
_NO_SCALE = rf"(?!(?:{SCALES}|{_NO_LETTERS})\b)"
_NO_YEAR = r"(?!(?:19|20)\d\d\b)"
_CYR = "ABCEHIKMOPTXY\u0410\u0412\u0415\u0406\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
_NL = r"(?=[^-]{0,3}-[^-]{0,3}-[^-]{0,3}\b)(?=[A-Z-]{0,6}\d)(?=[\d-]{0,6}[A-Z])"
_GROUP, _PAIR = r"(?:[A-Z]{1,3}|\d{1,3})", r"(?:[A-Z]{2}|\d\d)"
_SLOVENE = (
    r"(?:CE|GO|KK|KP|KR|LJ|MB|MS|NM|PO|SG)[ -]?(?=[A-Z\d]{0,2}[ -]?[A-Z\d]{0,3}\d)"
    r"[A-Z\d]{2}[ -]?[A-Z\d]{3}"
)
_TURKISH = (
    rf"(?:0[1-9]|[1-7]\d|8[01])[ -]?(?:[A-Z][ -]?\d{{4,5}}"
    rf"|{_NO_SCALE}[A-Z]{{2}}[ -]?\d{{3,4}}|{_NO_SCALE}[A-Z]{{3}}[ -]?\d{{3}})"
)
_DE_MISTAKEN = any_of(
    "BDI BAI HAM IES PCL OCI ADI WAI SCL STA CDI MDI SDS DES DSM ICD PHQ GAD EDE FB"
)

_IE_COUNTY = any_of(
    "C CE CN CW D DL G KE KK KY L LD LH LK LM LS MH MN MO OY RN SO T TN TS W WD WH WW WX"
)
_CANTON = any_of("AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH")
_RO_COUNTY = any_of(
    "B AB AG AR BC BH BN BR BT BV BZ CJ CL CS CT CV DB DJ GJ GL GR HD HR IF IL IS MH MM MS NT OT PH"
    " SB SJ SM SV TL TM TR VL VN VS"
)
_GB = Plates(
    sure=(r"[A-Z]{2}\d\d ?[A-Z]{3}",),
    near=(
        r"[A-Z]{2}\d\d ?[A-Z]{3}",
        r"[A-Z]\d{1,3} ?[A-Z]{3}",
        r"[A-Z]{3} ?\d{1,3}[A-Z]",
        r"[A-Z]{1,3} ?\d{2,4}",
        r"\d{1,4} ?[A-Z]{1,3}",
    ),
)
_AMERICAN = (
    r"\d[A-Z]{2} ?[A-Z]\d\d",
    r"[A-Z]{2} \d{3} ?[A-Z]{3}",
    r"[A-Z]{2,4}[ -]?\d{2,4}[A-Z]?",
    r"\d{1,4}[ -]?[A-Z]{2,4}[ -]?\d{0,4}",
    r"[A-Z]{1,2}\d{1,2}[ -]?\d{0,2}[A-Z]{1,3}",
    r"[A-Z]\d\d[ -]?[A-Z]{3}",
    r"\d[A-Z]{3}\d{3}",
    r"\d[A-Z]\d\d[ -]?[A-Z]{3}",
    r"[A-Z]{3}[ -][A-Z]\d\d",
    r"[A-Z]{2}\d[ -][A-Z]\d{2,3}",
    r"[A-Z]{2,3}[ -]\d[A-Z]{1,2}\d?",
)

PLATES: dict[str, Plates] = {
    "GB": _GB,
    "IE": Plates(
        (rf"\d{{2}}[12]?-{_IE_COUNTY}-\d{{1,6}}", rf"\d\d[12] ?{_IE_COUNTY} ?\d{{1,6}}"),
        (rf"\d\d[12]?[ -]?{_IE_COUNTY}[ -]?\d{{1,6}}",),
    ),
    "US": Plates((), _AMERICAN),
    "CA": Plates(
        (r"[A-Z]{4}-\d{3}",), (*_AMERICAN, r"[A-Z]{2}\d ?\d\d[A-Z]", r"[A-Z]\d\d ?[A-Z]{3}")
    ),
    "AU": Plates(
        (r"\d[A-Z]{2}[ -]?\d[A-Z]{2}", r"[A-Z]{2}-\d\d-[A-Z]{2}", r"S\d{3}[ -]?[A-Z]{3}"),
        (
            r"[A-Z]{3}[ -]?\d{2,3}[A-Z]?",
            r"\d{3}[ -]?[A-Z]{2}[A-Z\d]",
            r"[A-Z]{2}[ -]?\d\d[ -]?[A-Z]{2}",
            r"1[A-Z]{3}[ -]?\d{3}",
            r"[A-Z][ -]?\d{2}[ -]?[A-Z]{2}",
        ),
    ),
    "NZ": Plates((), (r"[A-Z]{3}[ -]?\d{1,3}", r"[A-Z]{2}[ -]?\d{2,4}")),
    "DE": Plates(
        (rf"(?!{_DE_MISTAKEN}-)[A-Z]{{1,3}}-[A-Z]{{1,2}}[ -]?\d{{1,4}}[EH]?",),
        (r"[A-Z]{1,3}[ -][A-Z]{1,2}[ -]?\d{1,4}[EH]?",),
    ),
    "AT": Plates(
        (r"[A-Z]{1,2}-\d{3,5} ?[A-Z]{1,2}", r"[A-Z]{1,2}[ -]\d{3,5} ?[A-HJ-Z]{1,2}(?![a-z.])"),
        (r"[A-Z]{1,2}[ -]?\d{1,5}[ -]?[A-Z]{1,4}", r"[A-Z]{1,2}[ -]?[A-Z]{1,5} ?\d{1,4}"),
    ),
    "CH": Plates(
        (rf"{_CANTON}[ -]\d{{1,3}}[ '.]?\d{{3}}(?<!\D(?:19|20)\d\d)",),
        (rf"{_CANTON}[ -]?\d{{1,3}}(?:[ '.]?\d{{1,3}})?",),
    ),
    "LI": Plates((r"FL[ -]\d{4,5}",), (r"FL[ -]?\d{1,5}",)),
    "FR": Plates(
        (r"[A-Z]{2}[ -]\d{3}[ -][A-Z]{2}", r"\d{2,4} [A-Z]{2,3} (?:0[1-9]|[1-8]\d|9[0-5]|2[AB])"),
        (r"[A-Z]{2}\d{3}[A-Z]{2}", r"\d{1,4}[ -]?[A-Z]{2,3}[ -]?\d\d"),
    ),
    "BE": Plates((r"[12]-[A-Z]{3}-\d{3}",), (r"[12]?[ -]?[A-Z]{3}[ -]?\d{3}", r"\d{3}-[A-Z]{3}")),
    "LU": Plates((), (r"[A-Z]{2}[ -]?\d{4}", r"\d{4,5}")),
    "NL": Plates(
        (rf"{_NL}{_GROUP}-{_NO_SCALE}{_GROUP}-{_GROUP}",),
        (
            r"[A-Z]{1,3}[ -]?\d{2,3}[ -]?[A-Z]{1,3}",
            r"\d{1,2}[ -]?[A-Z]{2,3}[ -]?\d{1,2}",
            r"[A-Z]{2}[ -]?[A-Z]{2}[ -]?\d\d",
            r"\d\d[ -]?[A-Z]{2}[ -]?[A-Z]{2}",
        ),
    ),
    "ES": Plates(
        (
            rf"{_NO_YEAR}\d{{4}}[ -]?{_NO_SCALE}[B-DF-HJ-NPR-TV-Z]{{3}}",
            r"[A-Z]{1,2}-\d{4}-[A-Z]{1,2}",
        ),
        (r"\d{4}[ -]?[B-DF-HJ-NPR-TV-Z]{3}", r"[A-Z]{1,2}[ -]?\d{4}[ -]?[A-Z]{1,2}"),
    ),
    "PT": Plates(
        (
            rf"(?=[A-Z-]{{0,5}}\d)(?=[\d-]{{0,5}}[A-Z]){_PAIR}-{_PAIR}-{_PAIR}",
            r"[A-Z]{2} \d\d [A-Z]{2}",
        ),
        (rf"{_PAIR}[ -]?{_PAIR}[ -]?{_PAIR}",),
    ),
    "IT": Plates((r"[A-Z]{2} ?\d{3} ?[A-Z]{2}",), (r"[A-Z]{2}[ -]?\d{3,6}[ -]?[A-Z]{0,2}",)),
    "PL": Plates(
        (
            rf"{_NO_SCALE}[A-Z]{{2,3}} \d{{5}}",
            rf"{_NO_SCALE}[A-Z]{{2,3}} (?=[A-Z\d]{{0,4}}[A-Z])\d[A-Z\d]{{3,4}}",
        ),
        (r"[A-Z]\d? ?\d?[A-Z\d]{4,5}", r"[A-Z]{2,3}[ -]?[A-Z\d]{4,5}", r"[A-Z]\d [A-Z\d]{3,5}"),
    ),
    "CZ": Plates(
        (r"\d[A-Z][A-Z\d] ?\d{4}", r"[A-Z]{2,3} \d\d-\d\d"),
        (r"\d[A-Z][A-Z\d][ -]?\d{4}", r"[A-Z]{2,3}[ -]?\d\d[ -]?\d\d", r"EL ?[A-Z\d]{5}"),
    ),
    "SK": Plates(
        (r"[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}",),
        (r"[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}", r"[A-Z]{2}[ -]?[A-Z\d]{5}"),
    ),
    "HU": Plates(
        (rf"{_NO_SCALE}[A-Z]{{3}}-\d{{3}}", r"[A-Z]{2} ?[A-Z]{2}[ -]\d{3}"),
        (r"[A-Z]{3}[ -]?\d{3}", r"[A-Z]{2} ?[A-Z]{2}[ -]?\d{3}"),
    ),
    "FI": Plates((rf"{_NO_SCALE}[A-Z]{{3}}-\d{{3}}",), (r"[A-Z]{2,3}[ -]?\d{1,3}",)),
    "SE": Plates((rf"{_NO_SCALE}[A-Z]{{3}} ?\d\d[A-Z]",), (r"[A-Z]{3}[ -]?\d\d[A-Z\d]",)),
    "NO": Plates(
        (rf"{_NO_SCALE}[A-Z]{{2}} ?\d{{5}}", r"[A-Z]{2} \d\d ?\d{3}"), (r"[A-Z]{2}[ -]?\d{4,5}",)
    ),
    "DK": Plates((rf"{_NO_SCALE}[A-Z]{{2}} ?\d\d ?\d{{3}}",), (r"[A-Z]{2}[ -]?\d\d[ -]?\d{3}",)),
    "LT": Plates((), (r"[A-Z]{3}[ -]?\d{3}", r"[A-Z]{2}[ -]?\d{4}")),
    "LV": Plates((r"(?!LV)[A-Z]{2}-\d{4}",), (r"[A-Z]{2}[ -]?\d{1,4}",)),
    "EE": Plates((rf"\d{{3}} ?{_NO_SCALE}[A-Z]{{3}}",), (r"\d{2,3}[ -]?[A-Z]{3}",)),
    "RO": Plates(
        (rf"{_RO_COUNTY}[ -]?\d{{2,3}}[ -]?[A-Z]{{3}}",),
        (rf"{_RO_COUNTY}[ -]?\d{{2,6}}[ -]?[A-Z]{{0,3}}",),
    ),
    "HR": Plates((r"[A-Z]{2}[ -]?\d{3,4}[ -]?[A-Z]{1,2}",), ()),
    "SI": Plates((_SLOVENE,)),
    "RS": Plates(
        (r"[A-Z]{2}[ -]?\d{3,5}[ -]?[A-Z]{2}", r"[А-ЯЋЂЏЉЊ]{2}[ -]?\d{3,5}[ -]?[А-ЯЋЂA-Z]{2}"), ()
    ),
    "BG": Plates((rf"[{_CYR}]{{1,2}}[ -]?\d{{4}}[ -]?[{_CYR}]{{1,2}}",), ()),
    "UA": Plates((rf"[{_CYR}]{{2}}[ -]?\d{{4}}[ -]?[{_CYR}]{{2}}",), ()),
    "RU": Plates((rf"[{_CYR}] ?\d{{3}} ?[{_CYR}]{{2}}(?:[ -]?\d{{2,3}})?",), ()),
    "TR": Plates((_TURKISH,), (r"\d\d[ -]?[A-Z]{1,3}[ -]?\d{2,5}",)),
    "GR": Plates(
        (rf"{_NO_SCALE}[A-Z\u0391-\u03a9]{{3}}[ -]{_NO_YEAR}\d{{4}}",),
        (r"[A-Z\u0391-\u03a9]{2,3}[ -]?\d{4}",),
    ),
}
"""Region (ISO 3166) -> its plates."""

CAR_WORDS = any_of(
    r"cars? vans? utes? trucks? pick-?ups? suv jeep lorry taxi cab vehicle bike motorbike"
    r" motorcycle scooter moped minivan caravan camper hatchback saloon sedan parked parking"
    r" (?:back|parking)~lot in~(?:her|his|the|my|their)~drive"
    r" engine~(?:running|on|off) drove"
    r" drives driving driveway reg regs regd rego registration number~plate plates? tags?"
    r" licen[cs]e~plate subaru kia toyota vw volkswagen golf honda ford audi bmw mercedes merc fiat"
    r" opel vauxhall skoda octavia renault clio peugeot citroen volvo saab dacia nissan qashqai"
    r" mazda hyundai tesla corsa astra fiesta focus polo passat corolla yaris prius civic"
    r" land~?rover range~rover dodge chevy chevrolet seat transit defender mini mondeo tiguan hilux"
    r" commodore falcon camry lada zhiguli duster logan fabia punto panda tipo doblo berlingo"
    r" kangoo sprinter transporter auto\w{0,3} wagen pkw lkw kennzeichen kennz\.? nummernschild kfz"
    r" geparkt parkt\w? motorrad voiture plaque immatricul\w{1,6} bagnole camionnette moto garee?"
    r" coche matricula furgoneta aparcado carro viatura carrinha macchina targa targat\w furgone"
    r" kenteken\w{0,5} nummerplaat geparkeerd bestelbus busje samochod\w{0,5} rejestrac\w{1,5}"
    r" tablic\w{1,4} blachy furgonetk\w zaparkowan\w{1,3} spz rz znack\w{1,2} auta autem autu bil"
    r" bilen bilens bilar regnr registreringsnummer\w{0,2} reg\.?nr\.? skylt\w{0,3} skilt\w{0,2}"
    r" nummerplade\w? parkert parkeret parkerad auton autoa autolla rekisteri\w{0,10}"
    r" rekkari\w{0,5} kilpi kilven autoja kocsi\w{0,4} rendszam\w{0,4} kocsija masina\w{0,3}"
    r" automobil\w{0,6} numeri\w{0,4} valst\w{0,5} numur\w{0,5} numbrimar\w{0,3} numar\w{0,3}"
    r" inmatriculare parcata registarsk\w{1,3} registracij\w{1,3} auta avto\w{0,3} registrsk\w{1,3}"
    r" tablice кола\w{0,3} колата автомобил\w{0,3} номер\w{0,4} рег\.? регистрац\w{1,4}"
    r" машин\w{1,3} авто автомобіл\w{0,3} госномер\w? таблиц\w{1,2} araba\w{0,6} plaka\w{0,5}"
    r" arac\w{0,3} αυτοκινητ\w{1,3} πινακιδ\w{1,3} αμαξι κυκλοφοριας"
)
"""Words for a car, and for what is on it, as they stand in the plain text."""

PLATE_WORDS = any_of(
    r"(?:licen[cs]e~|number~|car~)?plates? tags? rego reg(?:istration)? reg~no\.?"
    r" registration~number kennzeichen kennz\.? nummernschild plaque immatricul\w{1,6} matricula"
    r" targat?[aoe]? kenteken\w{0,5} nummerplaat rejestrac\w{1,5} tablic\w{1,4} spz rz znack\w{1,2}"
    r" regnr registreringsnummer skilt\w{0,2} nummerplade rekisteri\w{0,10} rekkari rendszam\w{0,4}"
    r" numbrimark registracij\w{1,3} registrsk\w{1,3} numar~de~inmatriculare рег\.? госномер\w?"
    r" plaka\w{0,5} πινακιδ\w{1,3}"
)
"""Words that a plate follows, whatever its shape."""
