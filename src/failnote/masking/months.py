"""Months: names of months and days in the languages that failnote's users write."""

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar marz april mai juni juli august september oktober november dezember",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "es": "enero febrero marzo abril mayo junio julio"
    " agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio"
    " agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro marco abril maio junho julho"
    " agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca"
    " sierpnia wrzesnia pazdziernika listopada grudnia",
    "cs": "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta"
    " elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "hu": "januar februar marcius aprilis majus junius julius"
    " augusztus szeptember oktober november december",
    "tr": "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "сiчня лютого березня квiтня травня червня липня серпня вересня жовтня листопада грудня",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie"
    " august septembrie octombrie noiembrie decembrie",
    "lt": "sausio vasario kovo balandzio geguzes birzelio liepos"
    " rugpjucio rugsejo spalio lapkricio gruodzio",
    "lv": "janvaris februaris marts aprilis maijs junijs julijs"
    " augusts septembris oktobris novembris decembris",
}
"""Language -> the twelve months as they follow a day, without accents."""

_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"

DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun"


LANGUAGE_OF = {
    **dict.fromkeys(["DE", "AT", "CH", "LI", "LU"], "de"),
    **dict.fromkeys(["ES", "MX", "AR", "CO", "CL", "PE", "UY"], "es"),
    **dict.fromkeys(["PT", "BR"], "pt"),
    **dict.fromkeys(["NO", "SJ"], "nb"),
    "FR": "fr",
    "BE": "nl",
    "NL": "nl",
    "IT": "it",
    "PL": "pl",
    "CZ": "cs",
    "SE": "sv",
    "DK": "da",
    "FI": "fi",
    "HU": "hu",
    "TR": "tr",
    "RU": "ru",
    "UA": "uk",
    "RO": "ro",
    "LT": "lt",
    "LV": "lv",
}
"""Country -> the language of the dates that people there write between English words."""


def month_numbers(*languages: str) -> dict[str, int]:
    """Month names of English and of more languages, folded -> 1 to 12."""
    names = dict(_numbered("en"))
    names |= {short: number for number, short in enumerate(_SHORT.split(), 1)} | {"sept": 9}
    for language in languages:
        names |= dict(_numbered(language))
    return names


def _numbered(language: str) -> dict[str, int]:
    names = _MONTHS.get(language, "").split()
    return {name: number for number, name in enumerate(names, 1)}
