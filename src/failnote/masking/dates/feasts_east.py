"""Feasts of the east: the holidays of the Slavic and the Baltic languages and of their south."""

FEASTS = {
    "pl": r"""
    boż(?:e|ego|emu|ym) narodzeni* | wigili[aięąo]? | wigilijn*
    sylwest(?:er|ra|rze|rem|row[aąey]) | now(?:y|ego|ym) rok(?:u|iem)?
    trzech króli | wielkanoc\w{0,6}
    wielk(?:i|iego|im|iej|a|ą) (?:piąt*|czwart*|sobot*|niedziel*|tydzień|tygodni*)
    (?:poniedział*|niedziel*) wielkanoc* | lan(?:y|ego|ym) poniedział* | śmigus[- ]dyngus*
    niedziel* palmow* | śro(?:da|dę|dy|dzie) popielcow*
    popiel(?:ec|ca|cu|cem) | tłust(?:y|ego|ym) czwart* | ostatki
    bo(?:ż|z)(?:e|ego|ym) cia(?:ł|l)\w{0,3} | zielon(?:e|ych|ymi) świąt(?:ki|ek|kami|kach)
    wszystki(?:ch|mi|m) święty(?:ch|mi|m) | zadusz(?:ki|ek|kach|kami|ny|nego) | dzień zaduszny
    święt(?:o|a|em|u) (?:niepodległości|pracy|zmarłych|konstytucji|trzech króli)
    majów(?:ka|ki|kę|kę|kach|ce|ek) | andrzejk(?:i|ach|ami) | mikołajk(?:i|ach|ami)
    (?:pierwsz|drug)\w{1,4} d(?:zień|nia|niu|niem) świąt*
    d(?:zień|nia|niu|niem) (?:matki|ojca|dziecka|kobiet)
    d(?:zień|nia|niu|niem) (?:babci|dziadka|nauczyciela|zakochanych|niepodległości)
    niedziel* adwent* | walentyn(?:ki|ek|kach|kami|kom) | matki boskiej \w{4,12}
    """,
    "cs": r"""
    váno[cč]\w{0,6} | štědr(?:ý|ého|ém|ému|ým) (?:den|dne|dni|dnu|dnem|večer\w{0,3})
    štědrovečer* | boží(?:ho|mu)? hod* | na štěpána
    silvestr(?:a|u|em|ovsk\w{1,3})? | nov(?:ý|ého|ém|ým) rok(?:u|em)?
    (?:na )?tř[ií](?:ch)? krá(?:le|lů|lích)
    (?:ponděl\w{1,3} |neděl\w{1,3} )?velikono[cč]\w{0,6}(?: (?:ponděl*|neděl*|pátek|sobot*|týd*))?
    velk(?:ý|ého|ém|ým|á|é|ou) (?:pátek|pátk*|sobot*) | zelen(?:ý|ého|ém) čtvrt*
    bíl(?:á|é|ou) sobot* | škared(?:á|é|ou) střed* | květn(?:á|é|ou|í) neděl*
    popelečn(?:í|í) střed* | masopust*(?: (?:úter*|neděl*|pond*|čtvrt*))? | adventní neděl*
    (?:první|druh\w{1,2}|třetí|čtvrt\w{1,2}) advent\w{0,3}(?: neděl*)? | na mikuláše
    dušič(?:ky|ek|kách|kami) | hromnic(?:e|i|ích|emi)
    všech svatých | den (?:matek|otců|dětí|vítězství|české státnosti|vzniku \w{4,14})
    dne (?:matek|otců|dětí) | svát(?:ek|ku) práce | čarodějnic\w{0,2}
    na (?:svatého |sv\. )?(?:václava|martina|valentýna|josefa|jana) | letnic(?:e|ích)
    svatodušn\w{1,3} ponděl*
    """,
    "sk": r"""
    viano[cč]\w{0,6} | štedr(?:ý|ého|om|ému|ým) (?:deň|dňa|dni|večer\w{0,3})
    (?:prv|druh)\w{1,3} sviat(?:ok|ku) vianoč* | silvest(?:er|ra|ri|rom|rovsk\w{1,3})
    nov(?:ý|ého|om|ým) rok(?:u|om)? | traja králi | (?:na )?troch kráľov
    veľk(?:á|ej|ú|ou) noc(?:i|ou)? | veľkono[cč]\w{0,6}(?: (?:pondel*|nedeľ*|piat*|sobot*))?
    veľk(?:ý|ého|om) piat* | zelen(?:ý|ého|om) štvrt* | biel(?:a|ej|u) sobot*
    kvetn(?:á|ej|ú) nedeľ* | popolcov(?:á|ej|ú) stred* | fašiang\w{0,3}
    dušič(?:ky|iek|kách|kami) | všetkých svätých | (?:deň|dňa) (?:matiek|otcov|detí|ústavy)
    na mikuláša | (?:prv|druh|treti|štvrt)\w{1,3} advent* nedeľ*
    sedembolestn* | výroči\w{1,2} snp | turíc\w{1,3} | sviat(?:ok|ku) práce
    na (?:štefana|luciu|valentína)
    """,
    "sl": r"""
    božič(?:a|u|em|ni|no|nega|nem)?(?: dan*| večer*)? | svet(?:i|ega|em) večer\w{0,2}
    silvestr\w{1,6} | nov(?:o|ega|em) let[aou]m?
    velik(?:a|e|o|i) noč(?:i|jo)? | velikonočn\w{1,4} (?:ponedelj|nedelj)*
    velik(?:i|ega|em) pet(?:ek|ka|kom) | velik(?:a|e|o) sobot* | cvetn(?:a|e|o) nedelj*
    pepelničn\w{1,3} sred* | pustn\w{1,4} (?:tor|sobot|nedelj)* | prešern\w{1,4} dan*
    kulturn\w{1,4} praznik*
    dan\w{0,3} (?:mrtvih|reformacije|državnosti|samostojnosti|upora|žena)
    vs(?:i|eh) svet(?:i|ih) | praznik\w{0,3} dela | prv(?:i|ega) maj\w{0,2} | miklavž\w{1,4}
    štefanov\w{1,3} | martinov\w{1,4} | binkošt\w{1,4}
    marijin\w{1,4} vnebovzetj\w{1,2} | (?:svet\w{1,3} )?tr(?:ije|eh) kralj(?:i|ev) | svečnic\w
    gregorjev\w{1,3} | (?:prv|drug|tretj|četrt)\w{1,4} advent* nedelj*
    """,
    "hr": r"""
    badnj(?:ak|aka|aku|akom|e|a|u|oj)(?: (?:večer|dan)*)?
    (?:na |za |o |pred |po |uoči |poslije )božić(?:a|u|em)?
    božićn\w{1,4} (?:blagdan*|praznik*|jutro|ručak)
    uskrs\w{0,4}(?: ponedjelj*| nedjelj*)?
    velik(?:i|og|oga|om|u|a|e) (?:pet(?:ak|ka|kom)|četvrt*|subot*|gosp(?:a|e|u|oj|i))
    cvjetnic\w{1,2} | pepelnic\w{1,2} | čist(?:a|u|e|oj) srijed*
    tijelov\w{1,3} | sv(?:i|e|ih|im|ima) svet\w{1,3} | dušn(?:i|og) dan* | nov(?:a|e|u|oj) godin(?:a|e|u|i)
    silvestrov\w{1,3} | (?:sveta )?tri kralja | sveta tri kralja
    (?:na )?svet(?:i|og|oga) (?:nikol\w{1,2}|stjepan\w?|ivan\w?|martin\w?|valentin\w?)
    dan(?:a|u)? (?:državnosti|pobjede|zaljubljenih|žena|domovinske zahvalnosti|antifašističke borbe)
    majčin\w{0,3} dan* | poklad\w{1,4} | prv(?:i|og) maj\w{0,2} | praznik\w? rada | stjepandan*
    valentinov\w{1,3} | martinj\w{1,3} | duhov(?:i|a|ima)
    (?:prv|drug|treć|četvrt)\w{1,3} advent* nedjelj*
    """,
    "sr": r"""
    badnj(?:ak|aka|e|i|eg)(?: (?:veče*|dan*))? | (?:na |za |o |pred |posle |uoči )božić(?:a|u|em)?
    (?:nov|srpsk|pravoslavn|star)\w{1,3} (?:nov\w )?godin[aeu] | uskrs\w{0,4} | vaskrs\w{0,4}
    velik(?:i|og|om) pet(?:ak|ka|kom) | cvet(?:i|ima) | vrbic[aeu] | vidovdan* | đurđevdan*
    savindan* | sveti? sav[aeu] | krsn[aeu] slav[aeu] | mitrovdan* | aranđelovdan* | jovandan*
    ivanjdan*
    (?:velik|mal)[aeu] gospojin[aeu] | sretenj[aeu] | preobraženj[aeu] | dan primirja
    osmi? mart* | prv(?:i|og) maj\w? | zadušnic[aeu] | nikoljdan* | sveti? nikol[aeu] | duhovi
    бадњ\w{1,3}(?: (?:вече|дан)*)? | (?:на |за |о |пред |после |уочи )божић(?:а|у|ем)?
    (?:нов|српск|православн)\w{1,3} годин[аеу] | васкрс\w{0,4} | ускрс\w{0,4}
    велик(?:и|ог|ом) пет(?:ак|ка)
    видовдан* | ђурђевдан* | савиндан* | светог саве | крсн[аеу] слав[аеу] | митровдан*
    аранђеловдан* | сретењ[ае] | задушниц[аеу] | никољдан* | велик[аеу] госпојин[аеу]
    """,
    "ru": r"""
    рождеств\w{1,4} | сочельник\w{0,2}
    (?:стар(?:ый|ого|ому) )?нов(?:ый|ого|ому|ым|ом) год(?:а|у|ом|е)? | масленич?ц\w{1,3}
    пасх(?:а|и|у|ой|е) | пасхальн\w{2,4}
    вербн\w{2,3} воскресен* | прощ[её]н\w{2,3} воскресен*
    страстн\w{2,3} (?:пятниц\w|недел\w|суббот\w) | чист\w{2,3} (?:четверг\w?|понедельник\w?)
    (?:восьм\w{2,3}|8)(?:-е|-го)? марта | международн\w{2,3} женск\w{2,3} д\w{2,3}
    д(?:ень|ня|ню|нем|не) (?:победы|россии|матери|знаний)
    д(?:ень|ня|ню|нем|не) (?:святого валентина|защитника отечества)
    д(?:ень|ня|ню|нем|не) (?:народного единства|рождения ленина)
    майск(?:ие|их|ими) праздник* | ураза[- ]байрам* | курбан[- ]байрам*
    (?:яблочн|медов)\w{2,3} спас\w? | радониц\w | покров\w? | крещенск\w{2,4} \w{3,10}
    на крещение
    """,
    "uk": r"""
    різдв(?:о|а|у|ом|яни\w{1,3}) | свят(?:ий|ого|ому) веч(?:ір|ора|ору|ором|орі)
    свят-?веч(?:ір|ора|ору|ором) | щедр(?:ий|ого) веч\w{2,4} | маланк\w{1,2}
    (?:стар(?:ий|ого) )?нов(?:ий|ого|ому|им) р(?:ік|оку|оком|оці) | водохрещ\w{1,3} | стрітенн\w
    масниц\w | великдн(?:я|ю|ем|і) | великдень | великодн\w{1,4}
    вербн\w{1,2} неділ\w{1,2} | велик\w{1,2} п'ятниц\w | страсн\w{1,2} (?:п'ятниц\w|тиж\w{2,3})
    чист\w{2,3} четвер\w{0,2} | поминальн\w{2,3} \w{3,8} | зелен(?:і|их) свят\w?
    трійц(?:я|і|ю|ею)
    покров(?:а|и|у|і)?
    д(?:ень|ня|ню|нем|ні) (?:незалежності|матері|конституції|закоханих|перемоги)
    д(?:ень|ня|ню|нем|ні) (?:святого миколая|знань|соборності|захисник\w{1,3}|вишиванки)
    святого миколая
    івана купала | восьм\w{2,3} березня | медов\w{2,3} спас\w? | яблучн\w{2,3} спас\w?
    """,
    "bg": r"""
    коледа\w{0,2} | коледн\w{2,4} | бъдни вечер\w? | нов(?:а|ата) година | великден\w{0,3}
    велик(?:и|ия) (?:петък|четвъртък|събота) | разпети петък | цветниц\w | връбниц\w
    гергьовден\w{0,3} | йордановден\w{0,3} | ивановден\w{0,3} | богоявление | никулден\w{0,3}
    баба марта | (?:първи|осми|трети) (?:март|май) | сирни заговезни | тодоровден\w{0,3}
    (?:велика|архангелова|черешова )?задушниц\w
    ден\w? на (?:майката|жената|независимостта|освобождението|съединението|будителите|труда)
    димитровден\w{0,3} | еньовден\w{0,3} | голяма богородица | петковден\w{0,3} | бабинден\w{0,3}
    трифон зарезан
    """,
    "lt": r"""
    kalėd(?:os|ų|as|oms|ose|omis|in\w{1,4})
    (?:šv(?:\.|entų|entas) )?(?:kalėd|velyk)(?:os|ų|as|oms|ose|omis)
    kūči(?:os|ų|as|oms|ose|omis)(?: dien*| vakar*)? | nauj(?:ieji|ųjų|uosius|iesiems|aisiais) met(?:ai|ų|us|ams|ais)
    tr(?:ys|ijų|is) karali(?:ai|ų|us) | velyk(?:os|ų|as|oms|ose|omis|in\w{1,4})
    (?:pirm|antr)\w{1,4} (?:šv\. )?(?:velykų|kalėdų) dien\w{1,4}
    did(?:ysis|įjį|žiojo|žiąją|žioji|žiosios) (?:penktadien|ketvirtadien|šeštadien|savait)*
    verbų (?:sekmadien\w{1,3}|dien\w{1,3}) | pelenų (?:trečiadien|dien)* | užgavėn\w{1,5}
    sekmin\w{1,4} | jonin\w{1,4} | rasos | žolin\w{1,4} | vėlin\w{1,4}
    vis(?:ų|i) švent(?:ųjų|ieji)
    (?:motinos|tėvo|mokslo ir žinių|valentino) dien\w{1,4}
    (?:vaiko gynimo|valstybės|nepriklausomybės|moters) dien\w{1,4}
    devintin\w{1,4} | advent\w{1,4} (?:sekmadien\w{1,3}|pradži\w{1,3}) | šeštin\w{1,4}
    laisvės gynėjų dien\w{1,4}
    """,
    "lv": r"""
    ziemassvēt\w{1,4}(?: vakar\w{1,2})? | jaun(?:ais|ā|o|ajā|ajam) gad(?:s|a|u|ā|am)
    jaungad\w{1,3} | vecgad\w{1,3}(?: vakar\w{1,2})? | (?:otr\w{1,4} )?lieldien\w{1,4}
    liel(?:ā|ajā|o|ās|ajai) (?:piektdien|ceturtdien|sestdien)*
    zaļ(?:ā|ajā) ceturtdien* | pūpolsvētdien* | metenis? | vasarsvēt\w{1,3}
    līgo (?:vakar|svētk|dien|nakt)\w{1,3} | līgosvētk\w{1,3} | jāņu (?:dien|vakar|nakt)\w{1,2}
    mirušo piemiņas dien\w{1,2} | svecīšu vakar\w{1,2}
    (?:māt(?:es|ju)|tēv(?:a|u)|sieviešu|neatkarības|lāčplēša) dien\w{1,2}
    (?:zinību|zvaigznes|valentīna|proklamēšanas) dien\w{1,2}
    (?:pirm|otr|treš|ceturt)\w{1,4} advent\w{1,2} | baltā galdauta svētk\w{1,3}
    debesbraukšan\w{1,2} | trīs ?karaļ\w{1,3}(?: dien\w{1,2})?
    """,
    "ro": r"""
    (?:de |la |după |înainte de )crăciun(?:ul\w{0,2})?
    ajun(?:ul(?:ui)?)?(?: de)? (?:crăciun\w{0,4}|anului nou|an nou)
    noaptea de (?:crăciun|revelion|paști|paște|înviere) | revelion(?:ul\w{0,2})?
    an(?:ul|ului)? nou | bobotea(?:za|ză|zei)
    (?:de |după )?(?:sfântul |sf\. ?)(?:ion|nicolae|andrei|vasile)
    (?:de |după )?(?:sfântul |sf\. ?)(?:gheorghe|dumitru|valentin|ilie|petru)
    paș(?:te|ti|telui|tele|tilor) | (?:prima|a doua|a treia) zi de (?:paș(?:te|ti)|crăciun)
    vinerea mare | vineri(?:a)? mare | joi(?:a)? mare
    săptămâna (?:mare|patimilor|luminată) | florii\w{0,4} | duminica (?:floriilor|tomii|paștelui)
    rusali\w{1,4} | dragobete\w{0,3} | mărțișor\w{0,4} | de moș nicolae | moș nicolae
    buna ?vestire | bunei ?vestiri | sfânta cruce | sfinții împărați | izvorul tămăduirii
    sfânta mari[ae](?: mare| mică)? | lunea (?:paștelui|de paște)
    ziua (?:mamei|copilului|femeii|națională|muncii|unirii|îndrăgostiților|recoltei)
    lăsata secului | sâmbăta morților | (?:întâi|unu) (?:mai|decembrie|martie) | opt martie
    micul crăciun
    """,
    "el": r"""
    χριστούγεν\w{1,4} | παραμον(?:ή|ής|ές) (?:των )?(?:χριστουγέννων|πρωτοχρονιάς|θεοφανίων|φώτων)
    πρωτοχρονι(?:ά|άς) | θεοφάνι\w{1,2} | θεοφανίων | των φώτων | τα φώτα | αποκρι(?:ές|ών)
    τσικνοπέμπτη\w?
    καθαρ(?:ά|ή|άς|ής) δευτέρα\w? | πάσχα
    μεγάλ(?:η|ης|ο|ου) (?:πέμπτη|παρασκευή|σάββατο|εβδομάδα|δευτέρα|τρίτη|τετάρτη)\w?
    μ\. (?:πέμπτη|παρασκευή|σάββατο|εβδομάδα)\w? | κυριακή\w? (?:του πάσχα|των βαΐων|του θωμά)
    δευτέρα\w? του πάσχα | ευαγγελισμο\w | του ευαγγελισμού | πρωτομαγι(?:ά|άς) | αγίου πνεύματος
    πεντηκοστή\w? | δεκαπενταύγουστο\w? | κοίμηση\w? της θεοτόκου
    (?:γιορτή|ημέρα)\w? της (?:μητέρας|γυναίκας|μάνας)
    (?:του |τ')? ?αγίου (?:δημητρίου|γεωργίου|νικολάου|βαλεντίνου|βασιλείου|ιωάννη)
    επέτειο\w? του όχι | του αϊ[- ]\w{3,9} | 28η οκτωβρίου | 25η μαρτίου
    """,
    "tr": r"""
    (?:ramazan|kurban|şeker|cumhuriyet|zafer|gençlik|çocuk) bayram\w{0,8}
    (?:ramazan|kurban|şeker) bayram\w{0,4}(?:'\w{1,4})? (?:birinci|ikinci|üçüncü|dördüncü|ilk|son) gün\w{0,5}
    yılbaşı (?:gecesi|günü|akşamı|sabahı)\w{0,4}
    bayramın (?:birinci|ikinci|üçüncü|dördüncü|ilk|son) gün\w{0,5} | arife gün\w{0,5}
    aref?e gün\w{0,5} | (?:kadir|berat|regaip|miraç|mevlit) (?:gecesi|kandili)\w{0,3}
    yılbaşı\w{0,5} | yeni yıl(?:da|dan|ın)? | nevruz\w{0,3} | hıdrellez\w{0,3}
    (?:sevgililer|anneler|babalar|öğretmenler|kadınlar) günü\w{0,4} | paskalya\w{0,3}
    noel(?:de|den|'de|'den)? | ramazan(?:da|dan|'da|'dan|ın ilk günü)
    """,
}
"""Language -> its feasts; each a pattern of its own, with "*" for any ending."""
