"""Feasts: the holidays of languages other than English, in their cases."""

FEASTS = {
    "de": r"""
    weihnacht(?:en|s(?:feier)?tage?n?|sabend|swoche)? | heilig(?:e[rnm] |-)?abends?
    heilige nacht | christtag
    (?:erst|zweit)e[rnms]? (?:weihnachts|oster|pfingst)(?:feier)?tage?s?
    [12]\. ?(?:weihnachts|oster|pfingst)(?:feier)?tage?s?
    silvester(?:abend|nacht)?s? | neujahr(?:s(?:tage?s?|morgen|nacht))? | jahreswechsel
    altjahrsabend
    oster(?:n|sonntags?|montags?|samstags?|nacht|wochenende|ferien|woche)
    karfreitags?|karsamstags?|karwoche
    gründonnerstags? | palmsonntags? | aschermittwochs? | rosenmontags? | faschingsdienstags?
    faschingssonntag
    veilchendienstag | weiberfastnacht | altweiber(?:fastnacht)? | fas(?:t)?nacht(?:s(?:dienstag|montag|sonntag|samstag))?
    fasching | karneval
    schmutziger donnerstag | sechseläuten
    pfingst(?:en|sonntags?|montags?|wochenende|ferien|samstag)
    (?:christi |mariä )?himmelfahrt(?:stag|swochenende)?s? | auffahrt(?:stag)? | vatertags?
    muttertags? | fronleichnam
    mariä empfängnis | mariä lichtmess | allerheiligen | allerseelen | nikolaus(?:tag|abend)s?
    zu nikolaus | an nikolaus
    martinstag | sankt martin | martini | (?:heilige[nr]? )?drei könige
    dreikönig(?:e|en|stag|stage)? | heilige drei könige
    tage?s? der (?:deutschen einheit|arbeit|befreiung) | buß- und bettag | reformationstags?
    volkstrauertags? | totensonntags?
    (?:erst|zweit|dritt|viert)e[rnms]? advent(?:s?sonntag|swochenende)?s?
    [1-4]\. ?advent(?:ssonntag)? | adventssonntag
    bundesfeier(?:tag)? | nationalfeiertag | stephanstag | stefanitag | berchtoldstag
    walpurgisnacht | tanz in den mai
    valentinstags? | zuckerfest | opferfest | weiß(?:er|en) sonntag | frauentag | knabenschiessen
    pfingstmontag
    """,
    "fr": r"""
    noël | réveillon(?:s)? | nouvel an | jour de l'an | saint[- ]sylvestre | pâques
    pâque orthodoxe
    (?:lundi|dimanche|vendredi|samedi) de (?:pâques|(?:la )?pentecôte|l'ascension)
    (?:week-end|veille|vacances|jeudi) de (?:pâques|(?:la )?pentecôte|l'ascension)
    (?:vendredi|jeudi|samedi|lundi|semaine) sainte? | mercredi des cendres | mardi gras
    la chandeleur | épiphanie
    (?:fête|jour|galette) des rois | dimanche des rameaux | les rameaux | pont de l'ascension
    l'ascension | pentecôte
    toussaint | jour des morts | (?:l')?armistice | (?:onze|11) novembre | (?:quatorze|14) juillet
    (?:huit|8) mai
    fête (?:nationale|du travail|de la musique|des (?:mères|pères|grands-mères)|du canada)
    l'assomption
    la saint[- ](?:jean-baptiste|jean|nicolas|valentin|sylvestre|martin|patrick) | saint-valentin
    saint-nicolas
    l'aïd(?:[ -]el[ -]\w{3,6})? | aïd[ -]el[ -]\w{3,6} | roch hachana | yom kippour
    action de grâces? | halloween
    journée (?:des patriotes|internationale des droits des femmes) | fête de la fédération
    jeûne (?:fédéral|genevois)
    (?:premier|1er|2e|deuxième|troisième|quatrième) dimanche de l'avent | la saint-jean-baptiste
    """,
    "es": r"""
    navidad(?:es)? | noche ?buena | noche ?vieja | año nuevo
    (?:día|noche|fiesta|mañana|víspera|tarde|roscón)s? de reyes | reyes magos
    semana santa
    (?:domingo|lunes|viernes|sábado) de (?:pascua|ramos|resurrección|gloria|dolores|pentecostés)
    pascuas?(?: florida| de resurrección| militar)?
    (?:jueves|viernes|sábado|lunes|martes|miércoles) santo
    miércoles de ceniza | martes de carnaval | carnaval(?:es)? | el corpus | corpus christi
    todos los santos
    (?:día|noche) de (?:todos los santos|(?:los )?(?:fieles )?(?:muertos|difuntos))
    día de (?:santiago|la virgen|año nuevo|navidad|reyes) | (?:día|noche) de san (?:juan|pedro|antonio|isidoro|miguel|roque|blas|valentín|josé|isidro|jorge|antón|martín)
    día de (?:la (?:madre|hispanidad|constitución|inmaculada|candelaria|independencia))
    día de (?:la (?:asunción|mujer trabajadora|tierra|paz|raza|bandera|mujer|comunidad|almudena|merced))
    día de (?:los enamorados|los (?:santos )?inocentes|andalucía|acción de gracias|galicia)
    día del (?:pilar|padre|trabajo|trabajador|niño|libro) | sant jordi | sant joan | sant esteve
    diada | nit de nadal
    puente de (?:la constitución|la inmaculada|mayo|diciembre|todos los santos|el pilar|l pilar)
    la inmaculada | san fermín
    san fermines | sanfermines | las fallas | feria de abril | (?:primero|uno) de mayo
    fin de año | (?:en|por|tras|desde|hasta|antes de|después de|pasad[oa]s?) reyes
    fiestas patrias | grito de independencia | las posadas | cabalgata de reyes
    noche de walpurgis | el rocío
    """,
    "it": r"""
    (?:vigilia|antivigilia|giorno|notte|sera|pranzo|cena) di (?:natale|pasqua|capodanno|ferragosto)
    natale | capodanno
    (?:notte di )?san silvestro | (?:l')?epifania | befana | pasqua | pasquetta | lunedì dell'angelo
    ferragosto | ognissanti
    (?:domenica|lunedì|venerdì) (?:santo|santa|di pasqua|delle palme|di pentecoste)
    (?:sabato|giovedì|mercoledì|settimana) (?:santo|santa|di pasqua|delle palme|di pentecoste)
    mercoledì delle ceneri | (?:il )?(?:lunedì|martedì|sabato|domenica) di carnevale | (?:martedì|giovedì) grasso | carnevale | giorno dei morti | i morti
    santo stefano
    (?:festa dell')?immacolata | festa della (?:mamma|donna|repubblica|liberazione)
    festa del (?:papà|lavoro) | festa dei lavoratori
    (?:primo|1°) maggio | venticinque aprile | due giugno | santa lucia | corpus domini | pentecoste
    (?:giorno|festa|notte|sera) di san \w{3,10} | prima domenica d'avvento | ultimo dell'anno
    san valentino
    """,
    "pt": r"""
    (?:véspera|noite|dia|ceia) de natal | natal | consoada | passagem de ano | fim de ano
    ano novo | réveillon
    dia de reis | páscoa
    (?:domingo|segunda-feira) (?:de páscoa|santa|santo|de ramos|da paixão|de aleluia)
    (?:sexta-feira|quinta-feira|sábado) (?:de páscoa|santa|santo|de ramos|da paixão|de aleluia)
    semana santa | quarta-feira de cinzas | (?:segunda-feira |terça-feira |domingo )?(?:de |gordo de )?carnaval | terça-feira gorda | corpo de deus
    todos os santos | (?:dia de )?finados
    dia d[aeo]s? (?:mãe|mães|pai|pais|trabalhador|trabalho|camões)
    dia d[aeo]s? (?:mentiras?|bruxas|consumidor|crianças|avós|vizinho|trabalhadores)
    dia d[aeo]s? (?:portugal|restauração|república|liberdade|namorados|mulher|criança)
    (?:noite|dia|véspera) de (?:santo antónio|são (?:joão|martinho|pedro|valentim))
    vinte e cinco de abril
    (?:dia da )?imaculada conceição | tiradentes | dia de todos os santos
    """,
    "nl": r"""
    (?:eerste|tweede|1e|2e|1ste|2de) (?:kerst|paas|pinkster)dag
    kerst(?:mis|avond|dag|dagen|nacht|ochtend|vakantie|week)?
    kerstmis(?:dag|avond) | (?:paas|pinkster)(?:zondag|maandag|weekend|zaterdag|dagen?) | pasen
    pinksteren
    oudjaar(?:s(?:avond|dag|nacht))? | oudejaars(?:avond|dag|nacht) | oud en nieuw
    nieuwjaar(?:s(?:dag|nacht|ochtend))?
    (?:drie|drie)koningen | koning(?:s|innen?)(?:dag|nacht) | koninginnedag | bevrijdingsdag
    (?:nationale )?dodenherdenking
    sinterklaas(?:avond)? | pakjesavond | sint[- ](?:maarten|nicolaas|jan)
    hemelvaart(?:s(?:dag|weekend))? | goede vrijdag
    witte donderdag | stille zaterdag | palm(?:zondag|pasen) | aswoensdag
    carnaval(?:s(?:maandag|dinsdag|zondag))? | rosenmaandag
    allerheiligen | allerzielen | moederdag | vaderdag | suikerfeest | offerfeest | prinsjesdag
    dag van de arbeid
    wapenstilstand(?:sdag)? | keti koti | valentijnsdag
    (?:eerste|tweede|derde|vierde) advent(?:szondag)? | dierendag
    onze-lieve-vrouw-hemelvaart | (?:feest|elf juli) van de vlaamse gemeenschap
    nationale feestdag | driekoningenavond
    """,
    "sv": r"""
    jul(?:en|afton*|dag*|helg*|natten|ottan)? | annandag(?:en)? (?:jul|påsk|pingst)
    annandag(?:en|s)? | mellandag(?:arna|en)
    nyår(?:et|s(?:afton*|dag*|natt*|helg*))? | trettondag*(?: jul)?|trettondedag*|trettondagsafton
    tjugond(?:ag|edag)*(?: knut| jul)?
    luciadag*|lucianatt*|luciamorgon* | påsk(?:en|afton*|dag*|helg*|lov*|veckan)? | skärtorsdag*
    långfredag* | palmsöndag*
    dymmelonsdag* | valborg(?:s)?(?:mässo(?:afton*|dagen|helgen))? | sista april | första maj
    kristi himmelsfärd(?:s(?:dag*|helg*))?
    pingst(?:en|dag*|afton*|helg*)? | midsommar(?:en|s)?(?:afton*|dag*|helg*|natt*|stång)?
    (?:sveriges )?nationaldagen
    all(?:a helgons dag|helgona*)
    (?:första|andra|tredje|fjärde|1:a|2:a|3:e|4:e) (?:söndagen i )?advent
    advent(?:et|s(?:söndag*|helg*))?
    mors dag | fars dag | alla hjärtans dag | fettisdag* | kanelbullens dag
    barnkonventionens dag | askonsdag*
    """,
    "da": r"""
    jul(?:en|e(?:aften*|dag*|ferien|nat))? | (?:første|anden|1\.|2\.) (?:jule|påske|pinse)dag*
    lillejule(?:aften*|dag)
    nytår(?:et|s(?:aften*|dag*|nat*|morgen))?
    helligtrekonger*|hellig ?tre ?konger(?:s? ?(?:aften|dag))? | fastelavn(?:s(?:søndag|mandag))?
    påske(?:n|dag*|lørdag*|mandag*|søndag*|ferien)? | skærtorsdag* | langfredag* | palmesøndag*
    store bededag*
    kristi himmelfart(?:s(?:dag*|ferien))? | pinse(?:n|dag*|lørdag*|søndag*|mandag*)?
    (?:sankt|sct\.?|skt\.?) hans?(?: ?aften*)?
    sankthans(?:aften)? | grundlovsdag* | mortens ?aften* | luciadag* | mors dag | fars dag
    første maj | allehelgen*
    (?:første|anden|tredje|fjerde|1\.|2\.|3\.|4\.) (?:søndag i )?advent* | kyndelmisse
    valentinsdag* | store bededagsaften
    """,
    "nb": r"""
    jul(?:en|e?aften*|e?dag*|eferien|enatt*)?
    (?:første|andre|annen|1\.|2\.) (?:jule?|påske|pinse)dag* | lille ?julaften*
    nytt?år(?:et|s(?:aften*|dag*|natt*|helg*))? | romjul(?:en|a)? | hellig ?tre ?konger(?:s ?dag)?
    trettendedag*
    påske(?:n|aften*|dag*|uk[ae]n?|ferien|helg*)? | palmesøndag* | skjærtorsdag* | langfredag*
    fastelavn* | kristi himmelfart(?:s(?:dag*|helg*))?
    pinse(?:n|aften*|dag*|helg*)? | grunnlovsdag* | nasjonaldag* | syttende mai | 17\. ?mai
    (?:sankt|st\.?)[ -]?hans?(?:aften*)?
    sankthans(?:aften*)? | jonsok | olsok | lucia(?:dag*|feiring*) | mors ?dag* | fars ?dag*
    allehelgen* | samefolkets dag
    første mai | frigjøringsdag*
    (?:første|andre|tredje|fjerde|1\.|2\.|3\.|4\.) (?:søndag i )?advent* | valentinsdag*
    """,
    "fi": r"""
    joulu(?:aat|päi|yö|loma|viik|aamu)\w{0,12} | joulu(?:n|na|a|ksi|sta|lta|un)? | tapanin*
    uudenvuoden(?:aat|päi|yö)\w{0,10} | uudenvuoden | uusivuosi
    uu(?:si vuosi|tena vuotena|tenavuotena) | loppiai\w{1,10} | nuutinpäiv* | runebergin ?päiv*
    ystävänpäiv* | kalevalan päiv* | naistenpäiv*
    laskiai\w{1,14} | palmusunnun* | kiirastorst* | pitkä(?:n|nä)?perjan* | pääsiäi\w{1,14}
    (?:toi|toise)\w{1,5} (?:pääsiäis|joulu)päiv*
    vap[pu]\w{1,10} | äitienpäiv* | helatorst* | helluntai\w{0,8} | juhannu\w{1,14} | isänpäiv*
    pyhäin(?:päiv|miesten)* | pyhäinmiestenpäiv*
    itsenäisyyspäiv* | lucian ?päiv* | (?:ensimmäi|toi|kolma|neljä)\w{2,7} adventti* | adventti*
    mikkelinpäiv* | kekri*
    """,
    "et": r"""
    jõul(?:u|ud|ude|uks|ul|ust)? | jõulu(?:laupäev|õhtu|püha|reede|aeg)* | näärid* | uusaasta*
    aastavahetus* | vana-aasta* | kolmekuningapäev*
    vabariigi aastapäev* | vastlapäev* | suur(?:e|el)? ?reede* | lihavõt* | ülestõusmispüh*
    kevadpüh* | volbri* | emadepäev* | isadepäev*
    neli ?püh* | jaani(?:päev|õhtu|laupäev|tule)* | võidupüh* | taasiseseisvum* | hingedepäev*
    mardi(?:päev|laupäev)* | kadripäev*
    (?:esime|tei|kolma|nelja)\w{1,6} advend* | palmipuudepüh* | taevaminemis* | sõbrapäev*
    naistepäev* | emakeelepäev*
    """,
    "hu": r"""
    karácsony\w{0,12}(?: (?:másnap|előest)\w{0,6})? | szentest* | szilveszter\w{0,10} | újév*
    óév* | vízkereszt*(?: nap\w{0,6})? | farsang* | húsvét\w{0,14}(?: másnap\w{0,6})? | nagypéntek*
    nagycsütörtök*
    nagyszombat* | nagyhét* | virágvasárnap* | hamvazószerd* | pünkösd\w{0,12} | áldozócsütört*
    mindenszent\w{0,10} | halottak nap*
    mikulás(?:kor| ?nap\w{0,6}|est\w{0,5}) | luca[- ]?nap* | (?:anyák|apák) nap*
    gyer(?:ek|mek)nap* | nőnap* | államalapítás* | szent istván nap*
    (?:első|második|harmadik|negyedik) adventvasárnap* | advent(?:kor|ben|i)?
    (?:első|másod)\w{0,4} nap(?:ján|já) | majális* | valentin[- ]nap*
    (?:március|augusztus|október) (?:tizenöt|husz)\w{1,10}
    """,
}
"""Language -> its feasts; each a pattern of its own, with "*" for any ending."""

PROPER = {
    "de": "nikolaus | samichlaus | johannistag | martini | advent",
    "fr": "ascension | assomption | avent",
    "es": "ascensión | inmaculada | pilar",
    "it": "immacolata | ascensione | avvento",
    "pt": "ascensão | pentecostes | reis",
    "sv": "lucia | knut",
    "hr": "božić(?:a|u|em)?",
    "sr": "božić(?:a|u|em)? | божић(?:а|у|ем)?",
    "sl": "pust",
    "ro": "crăciun(?:ul\\w{0,2})? | înviere(?:a|i)? | ajun(?:ul)?",
    "lv": "jāņ(?:i|us|os|iem) | līgo | mārtiņ(?:i|os) | miķeļ(?:i|os)",
    "ru": "троиц(?:а|ы|у|ей|е)",
    "uk": "спас\\w? | йордан\\w?",
}
"""Language -> feasts that are also names or everyday words: they count with a capital only."""
