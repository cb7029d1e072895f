"""Keyed numbers: those that a word before them makes somebody's."""

import re
from collections.abc import Iterator

from failnote.masking.addresses.capitals import UPPER
from failnote.masking.found import Found
from failnote.masking.numbers import BILLED
from failnote.masking.wordlist import any_of

_KEY = any_of(
    "medical chart cheque check case file record patient client hospital member(?:ship)?"
    " subscriber policy plan group licen[cs]e permit claim account acct a/c mrn nhs passport id"
    " insurance insurer invoice inv booking student employee staff badge docket registration reg"
    " roster receipt transfer voucher confirmation auth(?:ori[sz]ation)? driver'?s driving dl"
    " npi tax ein vat pass card serial device sort order ticket matter crime incident housing"
    " tenancy visa vin pin iban event unit~record ref(?:erence)? customer social~security ssn"
    " national~insurance"
    " nino health hosp bank routing medicare medicaid ramq combo combination code codigo codice gate"
    " door entry alarm keypad lockbox sin tfn ohip barcode bar~code passcode access~code locker"
    " meter parcel tracking prescription rx crn ppsn? pps lab~(?:no|report) batch warrant police"
    # German, Dutch, the Nordic languages
    " akten? aktenzahl geschaftszahl gz az aktenzeichen rechnung buchung vertrag poli[cz]z?e"
    " kunden vorgang fall ausweis ahv avs svnr"
    " bsn dossier factuur polis klant zaak faktura sak sag arende diarie bestallning hetu cpr"
    " personnummer lasku asiakas tilaus kela"
    # French, Spanish, Italian, Portuguese
    " facture contrat secu adherent siret expediente factura contrato poliza dni nie nif nuss"
    " pratica incarto fattura polizza tessera codice~fiscale cf processo fatura apolice cpf utente"
    " recibo recu quittung ricevuta"
    # the languages of central and eastern Europe
    " sprawa sprawy sygn sygnatura polisa polisy pesel nip umowa umowy karta karty kod"
    " spis spisu spisem smlouva pojistenec rodne~cislo uplatnica szamla taj ugyirat dosar cnp"
    " predmet oib racun potvrda sutarties sutartis saskaita byla bylos"
    # Greek
    " дело дела справа справи справу карта карты карту картка картки полис полиса поліс поліса"
    " договор договора договір договору счет счета рахунок рахунку квитанция квитанції протокол"
    " протокола протоколу досие полица фактура"
    " φακελος φακελου αρ αριθμος αποδειξη αποδειξης πρωτοκολλο πρωτοκολλου τιμολογιο αμκα αφμ"
)
_MARK = (
    r"(?:(?:no|nr|nro|num|numbers?|nummer|numero|numer(?:u|em)?|cislo|cis|szama?|numeris|numurs"
    r"|broj|br|αρ|code|id|ref(?:erence)?)\b\.?|n\.[o°]|[nc][o°]?\.(?: ?j\.)?|n[o°]|#|№)"
)
_SIGN = r"(?: ?(?P<sign>[:#=])|[ \n](?:is|was|ist|war|est|es|to|jest)\b|[ \n]ending(?: in)?\b)?"
_MORE = r"(?:[/-][^\W_]+|\.\d+|\.[A-Z](?![^\W_])){0,4}"
_GROUPS = r"(?:[ \n]\d{2,}(?![\d/:%]|[.,]\d)){0,6}(?: \d(?=[.,;)\n]|\Z))?"
_VALUE = (
    rf"(?-i:[A-Z]{{1,6}}) \d[A-Za-z\d]*{_MORE}{_GROUPS}"
    rf"|(?=(?:[^\W\d_]|[./-]){{0,12}}\d)[^\W_]+{_MORE}{_GROUPS}"
)
_KEYED = re.compile(
    rf"\b{_KEY}(?:[ \n-]{_KEY}){{0,2}}\b\.?(?P<mark>,?[ \n]?{_MARK}){{0,2}}{_SIGN}"
    rf",?[ \n]{{0,2}}(?P<value>{_VALUE})",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"\b[^\W\d_]{1,30}(?:nummer|nro?|numero|szama?|tunnus|zeichen|cislo|numura?s)\b"
    rf"\.?{_SIGN}[ \n]{{0,2}}(?P<value>{_VALUE})",
    re.IGNORECASE,
)
"""Languages that write "invoice number" as one word."""
_NUMBER_OF = re.compile(
    r"\b(?:broj|numer|cislo|numero|nummer)(?: d(?:e|el|ella|u))? [^\W\d_]{3,20}"
    rf":? (?P<value>{_VALUE})",
    re.IGNORECASE,
)
_NUMBER_SIGN = re.compile(
    r"(?:\b(?:no|nr|nro|n)\.|\bnro\b|\bn\.?[o°]\.?|\bc\. ?j\.|#)"
    r" ?(?P<value>(?:[A-Z]{1,6} (?=\d))?[A-Za-z\d]+(?:[/-][A-Za-z\d]+){1,4}|\d{4,})"
)
_NUMBERED = re.compile(
    r"\bnumber:? (?:is |was )?(?P<value>\d{3,}|[A-Z]{1,3}-?\d{2,})(?![\w%/:]|[.,-]\w| (?:people"
    r"|of)\b)"
)
_FILED = re.compile(r"(?<![\w./-])(?!(?:19|20)\d\d/)\d{4,7}/\d\d(?:\d\d)?(?![\w/-]|[.,]\d)")
"""More than any score, over a year: 2271/25."""
_CODE_AFTER = re.compile(
    r"(?<![\w.,/-])(?P<value>\d{2,6}(?:[ -]\d{2,6}){0,5}),? (?:is |was )?"
    r"(?:(?:her|his|their|the|my|a) )"
    r"(?:[a-z]+ )?(?:code|pin|password|passcode|number|extension)\b"
)
_TRACKED = re.compile(
    r"\b[A-Z]{2} ?\d{4} ?\d{4} ?\d? ?[A-Z]{2}\b|\b[A-Z]{2} ?(?:\d ?){9}[A-Z]{2}\b"
)
"""Of registered post (UPU S10)."""
_NUMERO = re.compile(
    rf"\bNo (?P<value>(?:[{UPPER}]{{1,4}}[/-]\d{{2,8}}|\d{{2,8}}[/-][{UPPER}\d]{{1,8}})\b)"
)
"""After the sign for numero, which is folded to two letters."""
_SEQUENCE = re.compile(
    r"(?<![\w/.-])(?:19|20)\d\d(?:[/-](?!(?:19|20)\d\d\b)\d{3,4}| ?[/-]? ?\d{5,7})(?![\w/-])"
)
"""A year and a running number, as on files and invoices."""
_CODE = re.compile(r"(?<![\w@./-])(?=[A-Z]{0,6}\d)(?=\d{0,8}[A-Z])[A-Z\d]{6,18}(?![\w@/-])")
_JOINED = re.compile(
    r"(?<![\w@./-])(?=[A-Z/-]{0,12}\d)(?=[\d/-]{0,12}[A-Z])"
    r"[A-Z\d]{1,8}(?:[/-][A-Z\d]{1,8}){1,4}(?![\w@/-])"
)
_COURT = re.compile(
    r"\b(?:\d{1,4} ?|[IVX]{1,5} )[A-Z][A-Za-z]{0,3}\.? \d{1,5}(?:/\d\d(?:\d\d)?|\.20\d\d)[a-z]?\b"
    r"|\b(?:20)?\d\d ?[A-Z]{1,3} ?\d{5,8}\b"
    r"|(?:(?<=zn\. )|(?<=akt ))[A-Z][A-Za-z]{0,3} \d{1,5}/\d\d(?:\d\d)?\b"
    r"|\b[A-Z][A-Za-z]{1,3} \d{1,4}-\d{1,5}/\d\d(?:\d\d)?\b"
    r"|\b\d{1,3}\.[A-Z][a-z]{0,2}\.(?:\d{1,3}\.){0,2}\d{1,6}/(?:19|20)\d\d\b"
)
"""The file of a court, as in Germany, Poland and Hungary."""
_FEWEST_IN_CODE = 3
_DIAGNOSIS = re.compile(
    r"[1-7]\d\d\.\d{1,2}|\d{1,2}-\d{1,2}[.:]\d\d|[A-Z]\d[\dA-Z](?:\.\d{1,3})?|\d[A-Z]\d[\dA-Z](?:\.\d{1,2})?",
    re.IGNORECASE,
)
_TYPED_SMALL = re.compile(r"[a-z]{1,5}[/-]\d{3,}(?:[/-][a-z\d]+)?")
_LETTERED = re.compile(rf"[{UPPER}]{{1,3}}[/-]\d{{2,}}|\d{{2,}}[/-][{UPPER}]{{1,2}}")
_MIXED = re.compile(r"(?=[A-Z]*\d[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{5,12}")
"""Capitals among digits, as on a booking."""
_RATIO = re.compile(r"\d\d?/\d\d?")
_YEAR = re.compile(r"(?:19|20)(\d\d)(?:[/-](?:19|20)?(\d\d))?")


def keyed_numbers(plain: str) -> Iterator[Found]:
    """Numbers of a file, policy, member or account, told by the word before them."""
    for match in _KEYED.finditer(plain):
        marked = bool(match["mark"] or match["sign"] or " ending" in match[0].lower())
        if _is_code(match["value"], marked=marked) or (match["mark"] and _is_few(match["value"])):
            yield Found("number", *match.span("value"))
    for match in (
        *_COMPOUND.finditer(plain),
        *_NUMBER_OF.finditer(plain),
        *_NUMBER_SIGN.finditer(plain),
        *_NUMERO.finditer(plain),
        *_NUMBERED.finditer(plain),
    ):
        if _is_code(match["value"], marked=True):
            yield Found("number", *match.span("value"))
    for match in _CODE_AFTER.finditer(plain):
        if sum(map(str.isdigit, match["value"])) > _FEWEST_IN_CODE:
            yield Found("number", *match.span("value"))
    for pattern in (_SEQUENCE, _COURT, _FILED, _TRACKED):
        yield from (Found("number", *match.span()) for match in pattern.finditer(plain))
    for match in (*_CODE.finditer(plain), *_JOINED.finditer(plain)):
        if sum(char.isdigit() for char in match[0]) >= _FEWEST_IN_CODE:
            yield Found("number", *match.span())


def _is_few(value: str) -> bool:
    """Whether it is a short number that only its word makes somebody's: invoice no. 62."""
    return value.isdigit() and len(value) > 1


def _is_year(value: str) -> bool:
    """Whether it is a year, or one and the next: 2025/26."""
    match = _YEAR.fullmatch(value)
    return match is not None and (not match[2] or int(match[2]) == (int(match[1]) + 1) % 100)


def _is_code(value: str, *, marked: bool) -> bool:
    """Whether what follows a word such as "file" is a number that names one file."""
    digits = sum(char.isdigit() for char in value)
    lower = any(char.islower() for char in value)
    fewest = 2 if marked and len(value) > _FEWEST_IN_CODE + 2 and not lower else _FEWEST_IN_CODE
    if BILLED.fullmatch(value) or (not marked and _RATIO.fullmatch(value)):
        return False
    if _LETTERED.fullmatch(value) and (marked or value[0].isdigit()):
        return True
    if _MIXED.fullmatch(value):
        return not _DIAGNOSIS.fullmatch(value)
    if _DIAGNOSIS.fullmatch(value) or digits < fewest or (_is_year(value) and not marked):
        return False
    return marked or (digits > 3 and (not lower or bool(_TYPED_SMALL.fullmatch(value))))
