"""Months: their names in every case, and cut short, in the languages that users write."""

import re
from functools import cache

from failnote.masking.stems import folded_pattern

_NAMES = {
    "en": "january february march april may june july august september october november december",
    "de": "januars?|j[aä]nners? februars?|febers? märz(?:en)?|maerz aprils? mais? juni[s]? juli[s]?"
    " augusts? septembers? oktobers? novembers? dezembers?",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto sep?tiembre octubre noviembre"
    " diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammik(?:uu*)? helmik(?:uu*)? maalisk(?:uu*)? huhtik(?:uu*)? toukok(?:uu*)?"
    " kesäk(?:uu*)? heinäk(?:uu*)? elok(?:uu*)? syysk(?:uu*)? lokak(?:uu*)? marrask(?:uu*)?"
    " jouluk(?:uu*)?",
    "et": "jaanuar* veebruar* märts* aprill* mai(?:s|st|ni|ks)? juuni* juuli* august* septemb*"
    " oktoob* novemb* detsemb*",
    "hu": "január* február* március* április* május* június* július* augusztus* szeptember*"
    " október* november* december*",
    "pl": "stycz(?:eń|nia|niu|niem) lut(?:y|ego|ym|emu) mar(?:zec|ca|cu|cem)"
    " kwie(?:cień|tnia|tniu|tniem) maj(?:a|u|em)? czerw(?:iec|ca|cu|cem) lip(?:iec|ca|cu|cem)"
    " sierp(?:ień|nia|niu|niem) wrze(?:sień|śnia|śniu|śniem) październik(?:a|u|iem)?"
    " listopad(?:a|zie|em)? grud(?:zień|nia|niu|niem)",
    "cs": "led(?:en|na|nu|nem) únor(?:a|u|em)? břez(?:en|na|nu|nem) dub(?:en|na|nu|nem)"
    " květ(?:en|na|nu|nem)|máje červ(?:en|na|nu|nem) červen(?:ec|ce|ci|cem) srp(?:en|na|nu|nem)"
    " září(?:m)? říj(?:en|na|nu|nem) listopad(?:u|em)? prosin(?:ec|ce|ci|cem)",
    "sk": "január* február* mar(?:ec|ca|ci|com) apríl* máj(?:a|i|om)? jún(?:a|i|om)?"
    " júl(?:a|i|om)? august(?:a|e|om)? septemb* októb* novemb* decemb*",
    "sl": "januar* februar* mar(?:ec|ca|cu|cem) april* maj(?:a|u|em)? junij* julij* avgust*"
    " septemb* oktob* novemb* decemb*",
    "hr": "siječ(?:anj|nja|nju|njem) veljač(?:a|e|i|u|om) ožuj(?:ak|ka|ku|kom)"
    " trav(?:anj|nja|nju|njem) svib(?:anj|nja|nju|njem) lip(?:anj|nja|nju|njem)"
    " srp(?:anj|nja|nju|njem) kolovoz(?:a|u|om)? ruj(?:an|na|nu|nom) listopad(?:a|u|om)?"
    " studen(?:i|og|oga|om|ome) prosin(?:ac|ca|cu|cem)",
    "sr": "januar*|јануар* februar*|фебруар* mart(?:a|u|om)?|март(?:а|у|ом)? april*|април*"
    " maj(?:a|u|em)?|мај(?:а|у|ем)? jun(?:a|u|i|om)?|јун(?:а|у|и|ом)?"
    " jul(?:a|u|i|om)?|јул(?:а|у|и|ом)? avgust*|август* septemb*|септемб* oktob*|октоб*"
    " novemb*|новемб* decemb*|децемб*",
    "ru": "январ* феврал* март(?:а|е|у|ом)? апрел* ма(?:й|я|е|ю|ем) июн(?:ь|я|е|ю|ем)"
    " июл(?:ь|я|е|ю|ем) август(?:а|е|у|ом)? сентябр* октябр* ноябр* декабр*",
    "uk": "січ(?:ень|ня|ні|ню|нем) лют(?:ий|ого|ому|им) берез(?:ень|ня|ні|ню|нем)"
    " квіт(?:ень|ня|ні|ню|нем) трав(?:ень|ня|ні|ню|нем) черв(?:ень|ня|ні|ню|нем)"
    " лип(?:ень|ня|ні|ню|нем) серп(?:ень|ня|ні|ню|нем) верес(?:ень|ня|ні|ню|нем)"
    " жовт(?:ень|ня|ні|ню|нем) листопад(?:а|і|у|ом)? груд(?:ень|ня|ні|ню|нем)",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "lt": "saus(?:is|io|į|yje|iui) vasar(?:is|io|į|yje|iui) kov(?:as|o|ą|e|ui)"
    " balan(?:dis|džio|dį|dyje|džiui) geguž(?:ė|ės|ę|ėje|ei|is|io) biržel(?:is|io|į|yje|iui)"
    " liep(?:a|os|ą|oje|ai) rugpjū(?:tis|čio|tį|tyje|čiui) rugsėj(?:is|o|į|yje|ui)"
    " spal(?:is|io|į|yje|iui) lapkri(?:tis|čio|tį|tyje|čiui) gruo(?:dis|džio|dį|dyje|džiui)",
    "lv": "janvār* februār* mart(?:s|a|ā|am|u) aprīl* maij* jūnij* jūlij* august(?:s|a|ā|am|u)"
    " septembr* oktobr* novembr* decembr*",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie"
    " noiembrie decembrie",
    "el": "ιανουάρι(?:ος|ου|ο)|γενάρη(?:ς)? φεβρουάρι(?:ος|ου|ο)|φλεβάρη(?:ς)?"
    " μάρτι(?:ος|ου|ο)|μάρτη(?:ς)? απρίλι(?:ος|ου|ο)|απρίλη(?:ς)? μάι(?:ος|ου|ο)|μάη(?:ς)?"
    " ιούνι(?:ος|ου|ο)|ιούνη(?:ς)? ιούλι(?:ος|ου|ο)|ιούλη(?:ς)? αύγουστ(?:ος|ου|ο)"
    " σεπτέμβρι(?:ος|ου|ο)|σεπτέμβρη(?:ς)? οκτώβρι(?:ος|ου|ο)|οκτώβρη(?:ς)?"
    " νοέμβρι(?:ος|ου|ο)|νοέμβρη(?:ς)? δεκέμβρι(?:ος|ου|ο)|δεκέμβρη(?:ς)?",
    "tr": "ocak* şubat* mart(?:ta|tan|ın|a|ı|taki)? nisan* mayıs* haziran* temmuz* ağustos*"
    " eylül* ekim* kasım* aralı(?:k|ğ)*",
}
"""Language -> the twelve months in their cases; "*" is an ending of any letters."""

_SHORT = {
    "en": "jan feb mar apr may jun jul aug sept? oct nov dec",
    "de": "jän|jan febr? mär|mrz apr mai jun jul aug sept? okt nov dez",
    "fr": "janv févr?|fev mars avr mai juin juil aoû sept oct nov déc",
    "es": "ene feb mar abr may jun jul ago sept?|set oct nov dic",
    "it": "genn? febbr?|feb mar apr magg? giu lugl? ago sett? ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "jan febr? mrt apr mei jun jul aug sept? okt nov dec",
    "sv": "jan febr? mar apr maj jun jul aug sept? okt nov dec",
    "da": "jan febr? mar apr maj jun jul aug sept? okt nov dec",
    "nb": "jan febr? mar apr mai jun jul aug sept? okt nov des",
    "fi": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
    "et": "jaan veebr? mär apr mai juun juul aug sept? okt nov dets",
    "hu": "jan febr? márc ápr máj jún júl aug szept? okt nov dec",
    "pl": "sty lut mar kwi maj cze lip sie wrz paźdz?|paź lis|list gru",
    "cs": "led úno|ún břez?|bře dub kvě čer|čvn čvc srp zář říj list|lis pros",
    "sk": "jan febr? mar apr máj jún júl aug sept? okt nov dec",
    "sl": "jan febr? mar apr maj jun jul avg sept? okt nov dec",
    "hr": "sij velj ožu tra svi lip srp kol ruj lis stu pros",
    "sr": "jan|јан febr?|феб mar|мар apr|апр maj|мај jun|јун jul|јул avg|авг"
    " sept?|септ? okt|окт nov|нов dec|дец",
    "ru": "янв февр? мар апр май июн июл авг сент? окт нояб?|ноя дек",
    "uk": "січ лют бер|берез квіт?|кві трав?|тра черв?|чер лип серп?|сер верес|вер жовт?|жов"
    " лист|лис груд?|гру",
    "bg": "яну? февр? мар апр май юни юли авг септ? окт ноем? дек",
    "lt": "saus vas kov bal geg birž liep rugp rugs spal lapkr? gruodž?",
    "lv": "janv febr mar apr mai jūn jūl aug sept okt nov dec",
    "ro": "ian febr? mart? apr mai iun iul aug sept? oct|oct noi|nov dec",
    "el": "ιαν φεβρ? μαρτ? απρ μάι ιουν ιουλ αυγ σεπτ? οκτ νοεμ?|νοε δεκ",
    "tr": "oca şub mar nis may haz tem ağu eyl eki kas ara",
}
"""Language -> the twelve months cut short."""

MONTH_FIRST = ("en", "hu", "lt")
"""Languages in which the day may come after the month: kovo 14, március 3."""


def months_of(*languages: str) -> str:
    """A pattern for the months of some languages in all their cases, in folded text."""
    return "|".join(name for each in languages for name in _names(each))


def short_months_of(*languages: str) -> str:
    """A pattern for the months of some languages cut short, in folded text."""
    return "|".join(name for each in languages for name in _short(each))


@cache
def month_number(word: str, *languages: str) -> int | None:
    """1 to 12 for a folded month's name; None where two of the languages disagree."""
    numbers = {
        number
        for each in languages
        for names in (_names(each), _short(each))
        for number, name in enumerate(names, 1)
        if re.fullmatch(name, word)
    }
    return numbers.pop() if len(numbers) == 1 else None


def _names(language: str) -> list[str]:
    return folded_pattern(_NAMES.get(language, "")).split()


def _short(language: str) -> list[str]:
    return folded_pattern(_SHORT.get(language, "")).split()
