"""Feasts in English: holidays of the countries and faiths that people write about in English."""

_SAINTS = (
    "(?:patrick|paddy|brigid|brigit|david|george|andrew|stephen|valentine|nicholas|john|lucy|lucia"
    "|martin|swithin|swithun|joseph|columba|piran|james|michael|jean(?:-| )baptiste)"
)
_RITES = "(?:orthodox|old|greek|russian|coptic|serbian|ukrainian|julian)"
_NTH = "(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
ENGLISH = rf"""
    (?:{_RITES} )?(?:christmas|xmas|x-mas)(?:'s)?(?: eve| day| week| weekend| morning| night)?
    women's christmas | little christmas | nollaig na mban | oíche shamhna | ne'er ?day
    stephens?'s? day
    (?:orthodox |old |serbian )?new year(?:'?s)?(?: eve| day| weekend| morning)?
    (?:{_RITES} )?easter (?:sunday|monday|tuesday)
    (?:{_RITES} )?easter
    (?:{_RITES} )?easter (?:saturday|friday|eve)
    (?:{_RITES} )?easter (?:vigil|day|week)
    (?:{_RITES} )?easter (?:weekend|morning|break|bank holiday)
    boxing day | hogmanay | st\.? paddy'?s | maundy thursday | ash wednesday | spy wednesday | easter rising
    (?:orthodox |greek )?good friday(?: week)?
    holy (?:saturday|thursday|week|monday|tuesday|wednesday)
    shrove (?:tuesday|tues|sunday|monday) | pancake (?:day|tuesday) | mardi gras | fat tuesday | palm sunday
    whit(?:sun(?:tide|day)?| sunday| monday| friday| week| weekend) | whit bank holiday
    clean monday | shrovetide(?: sunday| monday)? | pentecost | ascension (?:day|thursday|sunday) | corpus christi | michaelmas | candlemas
    trinity sunday | low sunday | gaudete sunday | laetare sunday | plough monday | stir-up sunday
    feast (?:day )?of (?:the )?(?:st\.? |saint |our )?[a-z]\w{{2,12}}(?: (?:conception|heart))?
    the feast of the (?:assumption|annunciation) | immaculate conception
    all (?:saints|souls|hallows)'?(?: day| eve| night)? | dia de (?:los )?(?:muertos|reyes)
    {_NTH} (?:week|sunday|day|night|weekend|friday|candle) (?:of|in|after) (?:advent|lent|easter)
    {_NTH} (?:week|sunday|day) (?:of|in|after) (?:epiphany|pentecost|trinity|hanukkah)
    {_NTH} (?:night|weekend|friday|candle) (?:of|in|after) (?:epiphany|pentecost|trinity|hanukkah)
    {_NTH} (?:week|sunday|day) (?:of|in|after) (?:chanukah|passover|pesach)
    {_NTH} (?:night|weekend|friday|candle) (?:of|in|after) (?:chanukah|passover|pesach)
    {_NTH} (?:week|sunday|day) (?:of|in|after) (?:ramadan|diwali|eid|christmas)
    {_NTH} (?:night|weekend|friday|candle) (?:of|in|after) (?:ramadan|diwali|eid|christmas)
    advent sunday | refreshment sunday | hallowe'?en(?: night)? | mischief night | devil's night
    bonfire (?:night|weekend) | guy fawkes'?(?: night| day)? | firework night
    remembrance (?:sunday|day|weekend) | armistice day | veterans'? day(?: weekend)? | poppy day
    memorial (?:day(?: weekend)?|weekend) | labou?r (?:day|weekend)(?: weekend)? | independence day
    fourth of july(?: weekend)? | july the fourth | juneteenth | flag day | election day
    pearl harbor day
    (?:canadian |american )?thanksgiving (?:day|week|weekend|eve)
    (?:canadian |american )?thanksgiving
    (?:canadian |american )?thanksgiving (?:morning|monday|thursday|friday)
    black friday
    friendsgiving | cyber monday | columbus day(?: weekend)?
    presidents?'?s? (?:day(?: weekend)?|weekend)
    martin luther king(?:,? jr\.?)?(?:'s)?(?: day| weekend| birthday)?
    mlk(?: day| weekend| jr\.? day)
    groundhog day | super ?bowl(?: sunday| weekend)? | tax day | earth day | arbou?r day | pi day
    canada day | victoria day | may long(?: weekend)? | may two-four | civic holiday | family day
    (?:truth and reconciliation|orange shirt|louis riel|heritage|nunavut|discovery|islander) day
    australia day | anzac (?:day(?: eve)?|eve|weekend) | melbourne cup(?: day)? | cup day
    ekka (?:wednesday|day)
    (?:afl |nrl )?grand final (?:day|eve|weekend|friday|saturday) | waitangi day | matariki
    reconciliation day | naidoc week | sorry day | proclamation day | royal show day
    bastille day | cinco de mayo | patriots'? day | patriot day | indigenous peoples?'? day
    (?:(?:early|late) (?:may )?)?(?:bank|public) holiday(?: monday| friday| weekend)?
    (?:(?:spring|summer) (?:may )?)?(?:bank|public) holiday(?: monday| friday| weekend)?
    (?:(?:august|may) (?:may )?)?(?:bank|public) holiday(?: monday| friday| weekend)?
    (?:(?:june|october|easter) (?:may )?)?(?:bank|public) holiday(?: monday| friday| weekend)?
    (?:st\.?|saint) (?:{_SAINTS}|[a-z]{{3,14}}(?=')|[a-z]{{2,13}}(?=s'))(?:'s|s'|')? (?:day|eve|night|weekend) | stephen'?s day
    paddy'?s (?:day|night|weekend)
    st\.? lucy'?s | valentine'?s(?: day| night| weekend)? | burns (?:night|supper) | up helly aa
    bloomsday
    (?:glorious )?twelfth of july | the glorious twelfth | orangemen's day | reek sunday
    garland sunday | wren day
    may day | midsummer(?:'?s)?(?: eve| day| night)? | (?:summer|winter) solstice
    (?:spring|autumn|vernal) equinox
    leap day | april fools?'?s?(?: day)? | mothering sunday
    (?:mother|father|grandparent)s?'?s?'? day(?: weekend)?
    (?:international )?(?:women|men|children|teacher|boss|secretary|nurse)s?'?s?'? day | harvest (?:festival|sunday)
    world (?:mental health|aids|suicide prevention|book) day | red nose day | holocaust memorial day
    v\.?e\.? day | v\.?j\.? day | d-day
    (?:king|queen|emperor)'?s (?:birthday|day|official birthday)
    (?:constitution|republic|liberation|unity|freedom|carnation|peace|europe|commonwealth) day
    (?:[a-z]{{4,10}} )?national day | (?:reformation|sovereignty|foundation|emancipation) day
    (?:victory|revolution|reunification|statehood|restoration) day
    twelfth night | three kings(?:'s?)?(?: day| eve| night)? | feast of the three kings
    grandparents day | kwanzaa
    hanukk?ah? | chanukk?ah? | passover(?: eve| seder)? | pesach | (?:erev )?yom kippur
    (?:erev )?rosh hashann?ah?
    rosh hashanah | sukkot | sukkos | purim | shavuot | shavuos | simchat torah | tisha b'av
    lag b'omer | tu bishvat
    yom ha(?:shoah|atzmaut|zikaron) | kol nidre | seder night | (?:first|second) seder
    ramadan | ramzan | eid(?:[ -](?:[ae]l|ul)[ -](?:fitr|adha|ghadir))? | bakrid | ashura | arbaeen
    mawlid | laylat al(?:-| )qadr | shab-e-barat | night of power | islamic new year
    diwali | deepavali | navr[aā]tri | navaratri | dussehra | durga puja | raksha bandhan
    janmashtami
    ganesh chaturthi | onam | pongal | lohri | karva chauth | maha shivratri | ugadi | vaisakhi
    baisakhi | gurpurab
    vesak | wesak | bodhi day | losar | obon | qingming | mid-autumn(?: festival)?
    dragon boat(?: festival)?
    lantern festival | chuseok | seollal
    (?:lunar|chinese|vietnamese|korean|persian|tibetan|jewish) new year(?:'s)?(?: eve| day)?
    songkran | nowruz | norooz | newroz | nauryz | yalda(?: night)? | chaharshanbe suri
    orthodox epiphany
    runeberg'?s?(?: day)? | walpurgis(?: night)? | vappu | juhannus | midsommar | santa lucia
    st\.? sylvester
    nochebuena | nochevieja | las posadas | semana santa | wigilia | sinterklaas | koningsdag
    pride (?:weekend|sunday|saturday|day)
    (?:saint|st)[- ]jean[- ]baptiste(?: day)? | st-jean(?:-baptiste)? | fête nationale
"""
"""Feasts, folded; each a pattern of its own."""

ENGLISH_PROPER = """
    epiphany | lammas | ascension | holi | tet | assumption | lent
    the (?:assumption|annunciation) | advent(?: sunday)? | nye | samhain | beltane | imbolc
    assumption day | carnival(?: (?:monday|tuesday|weekend))? | yule | labor weekend | the twelfth | lucia day
"""
"""Feasts that are everyday words without a capital."""

NO_DAY = """
    cards? trees? jumpers? sweaters? cakes? puddings? presents? gifts? lights? carols? eggs? bunny
    decorations? crackers? stockings? lists? songs? costumes? resolutions? terms? markets? cracker
    bonus wreaths? candles? bread hymns? film movie pumpkins?
"""
"""Things that are called by a feast and tell no day."""
