"""Date numerals: the days of a month in words, in the languages that failnote's users write."""

from functools import cache

from failnote.masking.stems import BLANK, folded_pattern

_DAYS = {
    "de": "erste* zweit* dritt* viert* fünft* sechst* siebe?n?t* acht* neunt* zehnt* elft* zwölft*"
    r" \w{3,7}zehnt* \w{0,14}zwanzigst* (?:einund)?dreißigst*",
    "fr": "premier un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
    " quinze seize vingt trente dix-(?:sept|huit|neuf) vingt-(?:deux|trois|quatre|cinq|six)"
    " vingt-(?:sept|huit|neuf)",
    "es": "primero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"
    " quince dieci(?:séis|siete|ocho|nueve) veinte veinti* treinta",
    "it": "primo due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici"
    " quindici sedici dicia(?:ssette|nnove) diciotto vent* trent*",
    "pt": "primeiro um dois três quatro cinco seis sete oito nove dez onze doze treze catorze"
    " quatorze quinze dez[ae]s(?:seis|sete) dezoito dez[ae]nove vinte trinta",
    "nl": "eerste twee(?:de)? drie derde vier(?:de)? vijf(?:de)? zes(?:de)? zeven(?:de)?"
    r" acht(?:ste)? negen(?:de)? tien(?:de)? elf(?:de)? twaalf(?:de)? \w{3,6}tien(?:de)?"
    r" \w{0,12}twintig(?:ste)? (?:eenen)?dertig(?:ste)?",
    "sv": "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte"
    r" \w{3,6}tonde nittonde tjugo\w{3,7} trettio\w{3,7}",
    "da": "første anden andet tredje fjerde femte sjette syvende ottende niende tiende ellevte"
    r" tolvte \w{3,7}tende \w{0,9}tyvende \w{0,4}tredivte",
    "nb": "første andre tredje fjerde femte sjette sjuende syvende åttende niende tiende ellevte"
    r" tolvte \w{3,6}tende tjue\w{3,7} tjuende trettiende trettiførste",
    "fi": "ensimmäi* toi(?:nen|sena|sen) kolma* neljä(?:s|nte)* viide[sn]* kuude[sn]* seitsemä[sn]*"
    r" kahdeksa[sn]* yhdeksä[sn]* kymmene[sn]* \w{4,14}toista kahdeskymmene\w{0,14}"
    r" kahdentenakymmenen\w{0,16} kolmaskymmene\w{0,12}",
    "et": "esimes* teis* kolma* neljand* viiend* kuuend* seitsmend* kaheksand* üheksand* kümnend*"
    r" \w{3,10}teistkümne* kahekümne* kolmekümne*",
    "hu": r"elsej* második* harmadik* negyedik* ötödik* hatodik* hetedik* nyolcadik* kilencedik*"
    r" tizedik* tizen\w{3,12} huszadik* huszon\w{3,12} harmincad* harmincegy*",
    "pl": "pierwsz* drugi* trzeci* czwart* piąt* szóst* siódm* ósm* dziewiąt* dziesiąt*"
    r" \w{3,9}nast(?:y|ego|ym|emu) dwudziest* trzydziest*",
    "cs": r"prvn* druh* třet* čtvrt* pát* šest* sedm* osm* devát* desát* \w{3,7}náct*"
    " dvacát* třicát*",
    "sk": r"prv* druh* tret* štvrt* piat* šiest* siedm* ôsm* deviat* desiat* \w{3,7}nást*"
    " dvadsiat* tridsiat*",
    "sl": r"prv* drug* tretj* četrt* pet* šest* sedm* osm* devet* deset* \w{3,6}najst*"
    r" \w{0,8}dvajset*"
    " tridese* enaintrideset*",
    "hr": r"prv* drug* treć* četvrt* pet* šest* sedm* osm* devet* deset* \w{3,6}naest* dvadeset*"
    " trideset*",
    "sr": r"prv* drug* treć* četvrt* pet* šest* sedm* osm* devet* deset* \w{3,6}naest* dvadeset*"
    r" trideset* прв* друг* трећ* четврт* пет* шест* седм* осм* девет* десет* \w{3,6}наест*"
    " двадесет* тридесет*",
    "ru": r"перв* втор* трет* четверт* пят* шест* седьм* восьм* девят* десят* \w{3,8}надцат*"
    " двадцат* тридцат*",
    "uk": r"перш* друг* трет* четверт* п'ят* шост* сьом* восьм* дев'ят* десят* \w{3,8}надцят*"
    " двадцят* тридцят*",
    "bg": r"първ* втор* трет* четвърт* пет* шест* седм* осм* девет* десет* \w{2,8}надесет*"
    " двадесет* тридесет*",
    "lt": "pirm(?:a|o|ą)* antr* treči* ketvirt* penkt* šešt* septint* aštunt* devint* dešimt*"
    r" \w{3,9}likt* dvidešimt* trisdešimt*",
    "lv": "pirm* otr* treš* ceturt* piekt* sest* septīt* astot* devīt* desmit*"
    r" \w{3,9}padsmit* divdesmit* trīsdesmit*",
    "ro": "întâi unu doi două trei patru cinci șase șapte opt nouă zece"
    r" \w{2,6}sprezece douăzeci treizeci",
    "el": "πρώτη* δύο δευτέρα* τρεις τρίτη* τέσσερις πέντε έξι ε[πφ]τά ο[κχ]τώ εννέα εννιά δέκα"
    " ένδεκα έντεκα δώδεκα δεκα* είκοσι τριάντα* εικοστή*",
    "tr": "bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz",
}
"""Language -> what the days are called; "*" is an ending of any letters."""
_AND = "(?:y|et|e|i|och|og|si|și|und|en|ja|και|и|і)"


@cache
def days_in_words(*languages: str) -> str:
    """A pattern for a day in words, in folded text: dwudziestego trzeciego, vingt et un."""
    days = folded_pattern(" ".join(_DAYS.get(each, "") for each in languages)).split()
    if not days:
        return "(?!)"
    day = f"(?:{'|'.join(sorted(days, key=len, reverse=True))})"
    return rf"{day}(?:(?:{BLANK}|-)(?:{_AND}(?:{BLANK}|-))?{day})?"
