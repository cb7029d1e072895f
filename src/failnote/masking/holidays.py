"""Holidays: feasts that name a day of the year, in the languages that failnote's users write."""

_SAINTS = "(?:patrick|brigid|david|george|andrew|stephen|valentine|nicholas|john|lucy|martin)"
_ENGLISH = rf"""
    (?:christmas|xmas)(?: eve| day)?
    new year(?:'?s)?(?: eve| day)?(?! resolution)
    easter(?: (?:sunday|monday|saturday|weekend))?
    boxing day | hogmanay | epiphany | good friday | maundy thursday | ash wednesday
    shrove tuesday | pancake day | mardi gras | palm sunday | whit(?:sun| sunday| monday)
    pentecost | ascension day | corpus christi | michaelmas | candlemas | lammas
    all (?:saints|souls)'?(?: day)? | advent sunday | halloween | hallowe'en | bonfire night
    guy fawkes(?: night| day)? | remembrance (?:sunday|day) | armistice day | veterans day
    memorial day | labou?r day | independence day | fourth of july | juneteenth
    thanksgiving(?: (?:day|week|weekend))? | black friday | columbus day | presidents'? day
    martin luther king(?: jr\.?)? day | mlk day | groundhog day | super bowl sunday
    canada day | victoria day | australia day | anzac day | bastille day | cinco de mayo
    (?:bank|public) holiday(?: monday)? | st\.? {_SAINTS}'?s (?:day|eve|night) | stephen'?s day
    valentine'?s(?: day)? | burns night | may day | midsummer(?:'?s)?(?: eve| day| night)?
    mother'?s day | mothering sunday | father'?s day | world mental health day
    hanukkah | chanukah | passover | pesach | yom kippur | rosh hashanah? | sukkot | purim
    shavuot | simchat torah | ramadan | eid(?: al(?:-| )(?:fitr|adha))? | ashura | mawlid
    laylat al(?:-| )qadr | diwali | deepavali | holi | navratri | vaisakhi | baisakhi | vesak
    nowruz | norooz | (?:lunar|chinese) new year | tet | songkran | mid-autumn festival
    king'?s (?:birthday|day) | queen'?s birthday | patriots'? day | family day | waitangi day
    indigenous peoples'? day | twelfth night | whit week | holy week
    (?:early|late|spring|summer|august) (?:may )?bank holiday
    kwanzaa | winter solstice | summer solstice
"""
_OTHERS = {
    "de": """
    weihnachten | heiligabend | silvester | neujahr | ostern | ostersonntag | ostermontag
    karfreitag | pfingsten | himmelfahrt | fronleichnam | allerheiligen | nikolaus | fasching
    karneval | tag der deutschen einheit | grundonnerstag | aschermittwoch | rosenmontag
    pfingst(?:sonntag|montag) | weihnachtstag | reformationstag | buss- und bettag | erster mai
    (?:erster|zweiter|dritter|vierter) advent
    """,
    "fr": """
    noel | reveillon | paques | toussaint | pentecote | ascension | quatorze juillet
    saint-sylvestre | jour de l'an | (?:lundi|dimanche) de (?:paques|pentecote) | vendredi saint
    jeudi saint | mercredi des cendres | fete nationale | fete du travail | onze novembre
    """,
    "es": """
    navidad | nochebuena | nochevieja | ano nuevo | reyes magos | semana santa | pascua
    viernes santo | jueves santo | dia de los muertos | dia de reyes | dia de la hispanidad
    """,
    "it": "natale | capodanno | pasqua | pasquetta | ferragosto | epifania | ognissanti",
    "pt": "natal | pascoa | ano novo | carnaval",
    "nl": "kerstmis | kerst | pasen | pinksteren | koningsdag | sinterklaas | hemelvaart"
    " | bevrijdingsdag | goede vrijdag | (?:eerste|tweede) (?:kerst|paas|pinkster)dag",
    "pl": r"boze narodzenie | wigili\w | wielkanoc\w{0,2} | sylwest\w{1,3} | boze cialo"
    r" | wielki piatek | wszystkich swietych | trzech kroli | majowk\w{1,2}",
    "cs": r"vanoc\w{0,3} | velikonoc\w{0,3} | silvestr\w?",
    "sv": r"julafton | midsommar | pask\w{0,2} | nyarsafton",
    "fi": r"joulu\w{0,3} | juhannu\w{1,4} | paasiai\w{1,4} | vap[pu]\w{1,3}",
}
"""Language -> its feasts, folded; each a pattern of its own."""


def holidays(*languages: str) -> str:
    """A pattern for the holidays of English and of more languages, in folded text."""
    lines = "\n".join([_ENGLISH, *(_OTHERS.get(each, "") for each in languages)]).split("\n")
    feasts = (feast.strip() for line in lines for feast in line.split(" | "))
    return "|".join(feast for feast in feasts if feast).replace(" ", r"[ \n]{1,3}")
