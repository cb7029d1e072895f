"""Street words: what a street is called, and where the word stands, in each country.

Words may be patterns, "~" stands for a blank; they are for the plain text, without accents.
"""

from typing import NamedTuple


class Ways(NamedTuple):
    """The words of one language for a street, by the place they have in its name."""

    before: str = ""
    """Words before a name: rue, ul."""
    after: str = ""
    """Words of their own after a name: utca, iela."""
    end: str = ""
    """Second halves of a name: -strasse, -gatan."""
    weak_end: str = ""
    """Those that other words have as well: a word such as "in" must stand before."""
    lower_end: str = ""
    """Those of them that make a street of a word without a capital."""
    alone: str = ""
    """Whole beginnings of a name: Am, Unter den."""
    number_first: bool = False
    """The number stands before the street, or after it."""


_GERMAN = Ways(
    before="Strasse~de[rs] Platz~de[rs]",
    after=r"Strasse Str\.? Weg Platz Allee Gasse Ring Damm Ufer Steig Chaussee Promenade Graben",
    end=r"strasse str\.? weg platz allee gasse gassli damm ufer chaussee pfad brucke gurtel"
    r" promenade",
    weak_end="ring hof steig markt graben berg zeile stieg wall rain matt matte acker feld winkel"
    " bogen steg kai lande park grund tal au",
    lower_end=r"strasse str\.? gasse allee",
    alone="Am~Alten Am An~der An~den Auf~der Auf~dem Im In~der In~den Zum Zur Unter~den Hinter~der"
    " Hinter~dem Vor~dem Beim Ob~der",
)
_FRENCH = Ways(
    before=r"rue r\. avenue av\. ave\.? boulevard boul\.? bd\.? blvd\.? pl\. chemin ch\. allees?"
    r" impasse imp\. quai route rte\.? sentier ruelle montee faubourg fbg esplanade chaussee"
    r" venelle"
    r" (?:place|cours|square|passage|cite|villa|residence|rang|promenade|traverse|clos|hameau)"
    r"(?=\s(?:de~|du~|des~|la~|le~|les~|d'|l'){0,2}(?-i:[A-Z])"
    r")",
    number_first=True,
)
_DUTCH = Ways(
    before="Laan~van Plein Kade",
    after="Straat Laan Weg Plein Gracht Singel Kade Dijk straat laan weg plein gracht singel",
    end=r"straat str\. laan weg plein gracht kade dijk singel steeg plantsoen dreef burgwal"
    r" steenweg",
    weak_end="hof markt haven wal park ring baan kamp akker veld berg lei vest kaai poort brug wijk"
    " hoek dam meent oord pad",
    lower_end="straat laan gracht singel plein steenweg",
)
_SPANISH = Ways(
    before=r"calle c/ c\. cl\.? avenida avda\.? avd\.? av\.? plaza plza\.? pza\.? paseo p[o0]?\."
    r" pg\.? carrera carrer camino travesia ronda rambla callejon glorieta cuesta urbanizacion"
    r" urb\.? bulevar boulevard calzada via gran~via poligono costanilla",
)
_PORTUGUESE = Ways(
    before=r"rua r\. avenida av\.? praca praceta pcta\.? pc\.? travessa trav\.? tv\. largo lg\.?"
    r" estrada estr\.? alameda calcada beco rotunda urbanizacao quinta bairro caminho escadinhas"
    r" rampa viela",
)
_ITALIAN = Ways(
    before=r"via v\. viale v\.le piazza p\.zza p\.za pza piazzale p\.le corso c\.so largo l\.go"
    r" vicolo strada str\. contrada borgo lungomare lungarno lungotevere salita traversa galleria"
    r" calle campo fondamenta localita loc\. rione vico rampa",
)
_POLISH = Ways(
    before=r"ul\. al\. pl\. os\. ulic[aeyi] ulice alej[aei] aleje alejach plac[u]? osiedl[eua]"
    r" rynek skwer rond[oaue]+ bulwar",
)
_CZECH = Ways(
    before=r"ul\. ulic[eiy] ulica nam\. namesti namesti~m namestie trida tride tr\. nabrezi nabr\."
    r" nabrezie sidliste cesta ceste",
    after=r"ulice ulici ul\. ulica namesti namestie nam\. trida tr\. nabrezi nabrezie cesta",
)
_HUNGARIAN = Ways(
    after=r"utca\w{0,4} utcaja\w{0,4} u\. ut utja\w{0,3} uton ter teren terre korut koruton krt\."
    r" koz setany fasor rakpart sor lakotelep ltp\. dulo liget utcai",
)
_SWEDISH = Ways(
    after="gata gatan vag vagen torg torget grand allen backe",
    end="gatan gata vagen vag torget torg grand granden allen backen stigen kajen leden slingan"
    " esplanaden",
    weak_end="plan platsen liden gangen strand stranden holmen ringen alle",
    lower_end="gatan vagen grand",
)
_NORWEGIAN = Ways(
    after=r"gate gata g\. gt\. vei veg v\. plass vn\. torg alle",
    end=r"gata gaten gt\.? vn\. veien vegen vei veg plass torget torg alle",
    weak_end="gate brygge kaia bakken bakke lia stien svingen tunet toppen haugen kroken stubben"
    " ringen",
    lower_end="gata gaten veien vegen",
)
_DANISH = Ways(
    after=r"gade vej alle plads torv boulevard vaenge",
    end="gade gaden vej vejen alle plads pladsen torv torvet straede boulevard vaenget",
    weak_end="parken bakken kaj stien haven vang toften lunden skraenten",
    lower_end="gade vej",
)
_FINNISH = Ways(
    after="tie katu polku kuja kaari tori ranta rinne aukio raitti puisto penger",
    end="katu kadun kadulla kadulle kadulta tie tien tiella tielle tielta kuja kujan kujalla"
    " kujalle polku polun polulla polulle kaari rinne aukio raitti penger vayla",
    weak_end="tori torin ranta rannan rinteen raitin puisto laituri portti silta kulma ahde",
    lower_end="katu kadulla kadulle kuja kujalla polku",
)
_LITHUANIAN = Ways(
    after=r"g\. gatve\w{0,3} pr\. prospekt\w{0,3} al\. aleja pl\. a\. kel\. skg\. tak\."
    r" aikste\w{0,2}"
)
_LATVIAN = Ways(
    after=r"iela ielas iela[is]? ielu ielai bulvaris bulvari bulv\. gatve gatves prospekts"
    r" prospekta pr\. laukums laukuma cels cela linija krastmala dambis",
)
_ESTONIAN = Ways(
    after=r"tn\.? tanav\w{0,3} mnt\.? maantee\w{0,2} pst\.? puiestee\w{0,2} tee plats platsi vkl\.?"
    r" poik allee",
)
_ROMANIAN = Ways(
    before=r"str\.? strada strazii bd\.? b-dul bdul bd-ul bulevardul bulevardului bul\.? calea"
    r" cal\. aleea al\. soseaua sos\.? piata pta\.? p-ta splaiul spl\.? intrarea intr\.? fundatura"
    r" drumul prelungirea cartierul cart\.",
)
_CROATIAN = Ways(
    before=r"ul\. ulic[aeiu] trg trgu obala put setaliste avenija bulevar",
    after=r"ulic[aeiu] ul\. cest[aeiu] trg put avenija avenije avenue obala setaliste prilaz"
    r" drvored stube",
)
_SLOVENE = Ways(
    before=r"ul\. ulica ulici cesta cesti trg trgu pot",
    after=r"ulic[aei] ul\. cest[aei] c\. trg trgu pot poti steza nabrezje naselje drevored",
)
_SERBIAN = Ways(
    before=r"ul\. ulic[aeiu] bul\. bulevar\w? trg trgu улиц[аеиу] ул\. бул\. булевар\w? трг\w? кеј"
    r" кеи kej",
    after=r"ulic[aeiu] ul\. улиц[аеиу] put пут trg трг",
)
_BULGARIAN = Ways(
    before=r"ул\.? улица\w{0,2} бул\.? булевард\w? пл\.? площад\w? ж\.?к\.? кв\. ul\.? bul\.?"
    r" bulevard ulitsa zh\.?k\.? pl\.",
)
_RUSSIAN = Ways(
    before=r"ул\. улиц[аеиыу] улицеи пр\. просп\.? проспект\w? пр-т\w? пр-кт пер\. переул\w{2,3}"
    r" наб\. набережн\w{2} б-р бул\. бульвар\w? ш\. шоссе пл\. площад\w пр-д проезд\w? мкр\.?"
    r" микрораион\w? ul\.? ulitsa ulitse pr\. prospekt prospekte per\. pereulok nab\.",
    after=r"ул\. улиц[аеиы] пр\. проспект\w? пр-т пер\. переул\w{2,3} наб\. шоссе бульвар\w? street"
    r" prospekt ulitsa",
)
_UKRAINIAN = Ways(
    before=r"вул\. вулиц[яіию]\w? пр\. просп\.? проспект\w? пр-т пров\. провул\w{2,3} бул\. б-р"
    r" бульвар\w? наб\. набережн\w{1,2} пл\. площ\w{1,2} шосе м-н мкр\.? узвіз vul\.? vulytsia"
    r" vulytsi prosp\.? prospekt prov\.",
    after=r"вул\. вулиц[яіию] проспект\w? бульвар\w? шосе узвіз street prospekt",
)
_TURKISH = Ways(
    after=r"sok\.? sokak\w{0,3} sokag\w{1,4} sk\.? cad\.? caddesi\w{0,3} cd\.? bulvar\w{0,4}"
    r" bulv\.? blv\.? mah\.? mahallesi\w{0,3} yolu meydani apt\.? sitesi",
)
_GREEK = Ways(
    before=r"οδος οδο οδου οδ\. λεωφορος λεωφορου λεωφ\.? λ\. πλατεια πλατειας πλ\. odos odou"
    r" leoforos leof\.? plateia pl\.",
    after="street avenue str\\.? ave\\.?",
)

WAYS_OF: dict[str, tuple[Ways, ...]] = {
    **dict.fromkeys(["DE", "AT", "LI"], (_GERMAN,)),
    "CH": (_GERMAN, _FRENCH, _ITALIAN),
    "LU": (_FRENCH, _GERMAN),
    "BE": (_DUTCH, _FRENCH),
    **dict.fromkeys(["FR", "CA", "MC"], (_FRENCH,)),
    "NL": (_DUTCH,),
    **dict.fromkeys(["ES", "MX", "AR", "CO", "CL", "PE", "UY"], (_SPANISH,)),
    **dict.fromkeys(["PT", "BR"], (_PORTUGUESE,)),
    "IT": (_ITALIAN, _GERMAN),
    "PL": (_POLISH,),
    **dict.fromkeys(["CZ", "SK"], (_CZECH,)),
    "HU": (_HUNGARIAN,),
    "SE": (_SWEDISH,),
    "NO": (_NORWEGIAN,),
    "DK": (_DANISH,),
    "FI": (_FINNISH, _SWEDISH),
    "LT": (_LITHUANIAN,),
    "LV": (_LATVIAN,),
    "EE": (_ESTONIAN,),
    "RO": (_ROMANIAN,),
    "MD": (_ROMANIAN,),
    **dict.fromkeys(["HR", "BA"], (_CROATIAN,)),
    "SI": (_SLOVENE,),
    **dict.fromkeys(["RS", "ME"], (_SERBIAN,)),
    "BG": (_BULGARIAN,),
    "RU": (_RUSSIAN,),
    "UA": (_UKRAINIAN,),
    "TR": (_TURKISH,),
    "GR": (_GREEK,),
}
"""Region (ISO 3166) -> how streets are called there, beside the English way."""
