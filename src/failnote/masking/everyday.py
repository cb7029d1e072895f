"""Everyday: words that are names and words of a language, and parts that are no names alone."""

from failnote.masking.wordlist import words_of

EVERYDAY = words_of("""
    abbey abbot acre alba alder alt amber amity anchor angel apple april arch archer ares art ash
    aspen august aurore autumn baker banks barber barking baron basil bath battle bay beacon bear
    beauty beer bell bend berry best bill bird bishop black blanc blanche bland blaze blessing
    bliss blossom blue blunt bond bonny boot boots bow box boy branch brand braun brewer bridge
    bridges bright broad brook brooks brother brown buck buddy bull burn bush butcher butler button
    camp candy cane cannon canon captain carpenter carter case cash castle chamber chambers
    champion chance chapel charity chase cherry chiara chief child chip chuck church clay clement
    cliff close cloud clover coffee coke comfort compass constance constant cook coral cork cotton
    couch court coward craft crane creek crisp cross crow cruz crystal cutter daisy dale dance
    darling dawn day deacon deal dean dear delta destiny dew diamond dick doe dot dove down drake
    draper drew duchess duke dusty dyer eagle earl early east echo elder ember engel english
    enterprise ernst essence eve eye faith falcon fall fancy farmer father favor favour fawn fear
    feather fern field finch fish fisher fleet flint flood flora flower flowers focus foot ford
    foreman forest forester fortune foster fountain fox france frank frankly freed freeman french
    friend frontier frost fuller gale gamble game gap garden gardener garland gates gay gem gentle
    gentry gift gill ginger girl glass glen glory glover gold golden good goodness goose gore grace
    gran grand grant grave graves gray green grey griffin groom gross grove grub guard guest guy
    gypsy hail hall ham hammer hand happiness happy harbor harbour hard hardy harmony harvest haste
    hatch haven hawk hay hazel head heard heart heath heather heaven hedge herb heron hill holiday
    holly holy home honest honor honour hood hook hooker hope hopper horizon horn house hunter hurt
    independence india indigo insight iris iron ivory ivy jade jasmine jay jet jewel joiner jolly
    journey joy judge july june jung just justice karma keen kettle key keys king kitty klein
    knight knot kurz lake lamb lamp lance land lane lang lark laurel lavender law lawless leaf lee
    legacy lemon liberty light lily line lion little loan lock long loose lord lotus love lovely
    loving low lucky luna lyric mace magnolia major maker mama maple marble march marin marina mark
    marks marlin marsh mason master mate may mayor maze meadow means media melody mercy merit merry
    metal mile miles mill miller mine mint miracle mist misty mobile monday money monk moody moon
    moor moreno morrow moss mother mount mountain myrtle nail nation navy neighbour neighbours new
    next nice nick nickel nightingale noble noir noon normal north nova nutter oak ocean olive opal
    orange organ outlaw pace pack paddock page painter palm papa paradise paris parish park parker
    parks parson partridge pascal pat patch patience patty peace peach peacock pearl peck penny
    pepper perch petal petit phoenix pickle picture pierce pigeon pike pilgrim pillar pioneer piper
    pitcher plains plant player plough plum plumb pole pond poor pope poppy porter post potter
    pound power praise precious price pride priest primrose prince princess prior promise prosper
    proud prudence purchase purse quarry queen quick quill rabbit rain rainbow ranger ransom raven
    ray read reading reason rector red reed reef reich reign remedy rice rich rider river rivers
    roach rob rock rocky rod rook root rose rosemary roux rowan royal rubio ruby rue rugby rule
    rush rust rusty rye sable saddler sage sailor saint sale salmon salt sand sanders sandwich
    sandy savage scales schon school schwarz scout sea seal search sellers selling send serenity
    settle shade sharp shell shepherd shield shields shore short shovel showers silk silver simple
    sincere singer sister skinner skip sky sleep small snapper snow sol sommer sorrow soul south
    spark sparkle sparks spear speed spinner spirit spring spruce squire stable stack stamp staples
    star stark starling steel sterling stern still stock stone storm story strange street stringer
    strong subway such sue sugar summer summers summit sun sunday sunny sure surprise swallow swan
    sweet swift sword sylvan tab tailor tall tanner target tart teacher teal temperance tempest
    temple tender thorn thrower thunder tidy tiger tiller timber toll torch tower town trace
    treasure tree trinity trout true truly trust truth turner twist tyre unity upright usher vale
    van verity victory vine viola violet virtue visa vogel von wade waiter wake walker wall wand
    ward warden warner wash watchman water waters wax way weaver weeks weir weiss well wells west
    whale wheel wheeler whisper whistler white wick wild wilde wilder will willow wills window wing
    wings winner winter winters wisdom wise witness wolf wonder wood woodman woods wool workman
    worth worthy wright yard yarrow young zen
""")
"""Masked where it begins with a capital or stands as listed, and warned about otherwise."""

RARE = words_of("""
    beck bourne chandler cole cooper cox eden fiddler fletcher fowler goldsmith hale harper hart
    hogg holmes kidd leech mercer nye oakes paige parsons pitt pollard poole reeve rhodes roper
    sargent sawyer sexton shaw skye slater sloan spence spicer spooner stein tapper townsend
    trotter truelove vance venus waller webb wren yeoman zephyr zion
""")
"""Words, too, but hardly ever in notes: masked in small letters as well."""

NAMES = words_of("""
    amber angel apollo april art ascot ash august autumn azalea barry basil beck bell belle bill
    billy bob bobby brad brandy briar brook brooks buddy calla camellia carol cassia chad chance
    charity chase cherry chester christian clay clemency clement cliff clint colin colt constance
    cooper coral crystal dahlia daisy dale dan dawn dean destiny dick don dot drew duke earl ebony
    eden elder emerald emery eric ernest eve faith fanny felicity fern finch flora florence floyd
    frank franklin gail gale garnet gay gene ginger glen gloria grace grant guy hank harmony harry
    hart hazel heath heather herb hilary holly homer hope hugh hunter hyacinth iris iva ivory ivy
    jack jade jasmine jasper jay jean jeff jenny jerry jess jewel jim jimmy job jock john johnny
    josh joy judge juliet june kelly kent kerry kirk kitty laird lance laurel lea lei lilac lily
    ling lisa lister louis lucky lucy luna mac madonna magnolia maria marina mark martin mason matt
    maverick max may melody mercy mike miles misty molly monk nancy nelly newton nick nicky norma
    nova olive oliver opal oscar otto paddy paige pam pansy parker pascal pat patience patsy patty
    paul pearl peg peggy penny pepper perry peter petunia philip pip piper polly poppy porter
    precious prudence randy ray rebel reed rex rich rick rob robin rocky roger roman rosa rose
    rosemary rowan roy ruby rusty ruth saffron sage sal sally sam sandy sapphire saul scott scout
    senna serenity shane shawn sheila sherry sienna skip sky sol sonny sorrel star stella sterling
    storm sue summer sunny tabby tansy ted temperance terry theresa tiffany tim timothy toby tom
    tommy tony topaz trace trinity troy unity ursula van vera verity vesper vic victor victoria
    vinnie viola violet virginia wade warren wayne wesley will willow winnie woo wren yang
""")
"""Names that a dictionary has as words: with a capital inside a sentence they are names."""

NAMES_RATHER = words_of("""
    amir bassi beau beryl betty celeste colleen dahl deb derrick dexter dolly gasser ginny gruber
    hatcher hector henry joey kelvin kola marcel marguerite mickey morris nelson obi obis raj rani
    rhea shah tammy teddy veronica vita willy xu yaw zinnia
""")
"""What the word list has for flowers, coins and breeds, and notes have for people."""

TOWNS = words_of("""
    bath bergen bologna buffalo bury canton cheddar chester cologne cork delft derby dover essen
    hackney halle hove hull jersey kent limerick lund madras mallow manila oxford phoenix poole
    reading rugby sandwich savannah seaside stafford stoke surrey tours tyre wellington wells worms
""")
"""The same of towns."""

PARTICLES = words_of("""
    a af al av ben bin bint da das de degli dei del della den der des di do dos du e el het ibn
    la las le les lo los mac mc of op san sant santa st ste ten ter the und van vande vander ver
    von y ze zu zum zur
""")
"""Small words between the parts of a name; nobody is known by one alone."""

NO_PLURALS = words_of("""
    this thus less miss boss loss does goes glass grass cross class pass mess kiss
""")
"""Words that only look like the plural of a name, as of Thi or Doe."""

TITLES = words_of("""
    abuela abuelo aunt auntie bishop brother capt captain coach cousin dame deacon deputy doctor
    dr father fr frau gran grandma grandpa granny herr imam judge lady lord madame master miss
    mme mom monsieur mother mr mrs ms mum mx nana nurse officer oma opa pastor prof professor
    rabbi rev reverend senor senora sgt sir sister superior tia tio uncle
""")
"""Words before a name that are masked with it and never alone."""

ABBREVIATIONS = words_of(
    "us uk eu usa un dc am pm ba ma bs bsc msc md rn phd jd dsw aa na tv ok ps pps id iq eq ie eg"
    " nb cv la ny nyc gp er icu hr pe pr it tb hiv ed sos rsvp fyi ad bc ce"
)
"""Letters that stand for something else than a person."""

SHORT_WORDS = words_of("""
    ad ah ai al am an ao as at au aw ay be bi by ca ce ci cm co cr da de di do du ed ee eh el em
    en er es et eu ex fa fi fo go ha he hi ho ia id if il in io is it je jo ju ka la le li lo ma me
    mi mm mo mu my na ne no nu od of oh oi ok om on op or os ou ow ox oz pa pi po pp qu re sa se si
    so su ta te ti to tu tv uh um un up us va ve vi vo vu we wo ya ye yo za zo
""")
"""Two letters that are words of languages without endings, or stand for some."""

LEGAL_FORMS = words_of("ag bv gmbh inc limited llc llp ltd nv oy plc")
"""What follows an employer's name and is mostly left out."""

GENERIC = words_of("""
    ag alt altes bad bakery bank bar bezirk buro castel center centre clinic club co college
    company council county dorf ecole eglise firma foods gmbh group grundschule gymnasium high
    hopital hospital hotel inc institute klinik klinikum krankenhaus limited llc llp logistics
    ltd nursery office plc gornja gornje gornji klein kleine mala mali monte nagy neu neue nieuw
    nova nove novi nowa nowe nowy ober oud practice praxis primary saint sainte sankt school
    schule secondary services shop ski society sons stadt stara stare stari stary store street
    surgery szkola szpital trust uni unter universitat universite university verein ville ward
    werk
""")
"""Words that many places and employers share."""

FIRST_OF_MANY = words_of("""
    north south east west northern southern eastern western upper lower inner outer greater grand
    great first second third blue red green black white grey silver golden little high long royal
    saint national british american european international united general central local public
    private family home house care health help hope light life mind community mental child children
    young youth women mens good better best open free safe clear bright early advanced modern the
    this that they there then when what where with from good every after before while some many
    most both just only still even maybe also more less once
""")
"""Words that many of them begin with; alone they tell none."""
