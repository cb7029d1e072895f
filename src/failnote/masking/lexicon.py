"""Lexicon: which capitalised words are words of the language and no names."""

import functools
import re
from importlib.util import find_spec
from pathlib import Path

from failnote.errors import MaskingError
from failnote.masking.everyday import NAMES, NAMES_RATHER, TOWNS
from failnote.masking.wordlist import words_of

_PROPER = words_of("""
    abilify act adderall adhd advent aedp africa african ahpra ainsworth albania algeria amazon
    america american android anglican apr arab arabic argentina armenia asia asian ativan audit aug
    australia australian austria austrian azerbaijan bacp balint bandura bangladesh baptist bdi
    beck beckian belarus belgian belgium bible bion bolivia bordin bosnia bowlbian bowlby bpd
    brazil brazilian britain british bruch buber buddhism buddhist bulgaria bulgarian cameroon
    camhs canada canadian caribbean carkhuff catholic catholicism cbt cft chile china chinese
    christianity christmas cl colombia congo cores croatia croatian cuba cyprus czech czechia
    danish dbt dec december denmark diclemente dimidjian dna dnas dr dsm dutch dx easter eastern
    ecuador effexor egypt eircode emdr england english ept erickson erikson eritrea estonia
    ethiopia eu europe european excel facebook fairbairn fairburn feb february fedex finland
    finnish foa fonagy france frankl french freud freudian fri friday fridays fromm gad gendlin
    german germany gestalt ghana god google gottman gp gps greece greek greenberg
    greenberger guatemala haiti hcpc hebrew heidegger herzegovina hindi hindu hinduism honduras
    horney hr hungarian hungary husserl hx icd iceland id ifs india indian indonesia instagram ipad
    iphone ipt iran iranian iraq iraqi ireland irish islam islamic israeli italian italy
    jamaica jamaican jan january japan japanese jesus jewish judaism jul july jun jung
    jungian kazakhstan kenya kernberg klein kleinian klonopin kohlenberg kohut korea korean kosovo
    kristeva kuwait lacan lacanian laing latin latina latino latvia lebanon lent levinas lexapro
    libya linehan lithuania lithuanian luxembourg macedonia mahler malaysia malta mar march marlatt
    maslow mbct mbt mcwilliams mdt mearns medicaid medicare meichenbaum methodist mexican mexico
    minuchin moldova monday mondays montenegro mormon morocco mr mrs ms muran muslim mx nepal
    netflix netherlands nhs nicaragua nice nigeria nigerian nlp no norcross northern norway norwegian
    nov november npd ocd oct october ogden ok orbach ors orthodox padesky pakistan pakistani
    palestine panama paraguay paypal pdf pe perls persian peru philippines phq piaget poland polish
    porges portugal portuguese powerpoint prochaska prof protestant prozac pt ptsd qtc quaker quran
    ramadan rev ritalin rogerian rogers rollnick romania romanian russia russian rwanda rx safran
    salkovskis sat satir saturday saturdays scandinavia schore scotland scottish sdq senco
    sencos senegal sep sept september serbia serbian seroquel sikh singapore skype slovak slovakia
    slovenia sms socratic somali somalia southern spain spanish srs st sudan suds sullivan sunday
    sundays sweden swedish swiss switzerland syria syrian taiwan teasdale th thailand thu thur
    thurs thursday thursdays tiktok torah tue tues tuesday tuesdays tunisia turkey turkish tv
    twitter tx uber uganda uk ukcp ukraine ukrainian un urdu url uruguay usa valium venezuela venmo
    vietnam vietnamese wai wales wampold watzlawick wed wednesday wednesdays wellbutrin welsh
    western whatsapp wifi winnicott winnicottian wolpe word wsas xanax yalom yemen yiddish youtube
    zambia zetzel zimbabwe zoloft zoom
""")
"""Words that take a capital and identify nobody: calendar, peoples and faiths, theorists, short
names of methods, scales and programs."""

_CRAFT = words_of("""
    afterward afterwards amitriptyline antidepressant aripiprazole attunement avoidant
    biopsychosocial bulimia bupropion buspirone cancelled cancelling caseload catastrophising
    catastrophizing citalopram clonazepam cognitions comorbid countertransference decentering
    decentring defusion diazepam dissociating duloxetine dysregulated dysregulation email emails
    enmeshed enmeshment escitalopram exposures facetime fluoxetine formulations fortnightly
    gabapentin googled grounding haloperidol intellectualisation intellectualised interpersonal
    intrapsychic invalidated invalidating invalidation journaling lamotrigine lithium lorazepam
    mentalisation mentalise mentalising mentalization mentalize mentalizing metacognitive
    methylphenidate mindfulness mirtazapine modelling naltrexone neurodivergent neurodiverse
    neurotypical nonverbal olanzapine online overidentified parentified paroxetine pregabalin
    presession propranolol psychodynamic psychoeducation psychosocial quetiapine relational
    reparenting risperidone ruminating rumination safeguarding sandtray schemas selfie
    sertraline sibs somatic splitting suicidality supervisee supervisees telehealth texted
    texting therapising transgenerational traumatised trazodone trialled triggered unformulated
    unlabelled unmentalised validating valproate venlafaxine voicemail voicemails website
    websites wellbeing zolpidem zopiclone
""")
"""Words of therapists and of this century that the word list lacks."""

_ENDINGS = (
    ("", ("s", "ed", "ing", "ings", "er", "ers", "est", "ly", "ness", "less", "ful", "able")),
    ("y", ("ies", "ied", "ier", "iest", "ily", "iness")),
    ("e", ("ed", "ing", "able", "ation", "ations", "ings", "er", "ers", "est")),
    ("", ("n't", "ment", "ments", "like", "wise", "hood")),
)
_PLURAL = re.compile(r"(?:[sxzo]|ch|sh)es\Z")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1(?:ed|ing|er|ers|est|y)\Z")
_PREFIXES = ("un", "re", "non", "mis", "over", "under", "out", "anti", "pre", "self", "co", "dis")
_SPELLINGS = (
    *(("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize")),
    *(("our", "or"), ("ae", "e"), ("oe", "e"), ("ll", "l"), ("tre", "ter"), ("ence", "ense")),
)
_SHORTEST, _LONGEST = 4, 40


@functools.cache
def _english() -> frozenset[str]:
    """The lower-case half of the 12dicts list: 56,706 words, in the public domain."""
    # The list belongs to an installed package and is read once, like a module.
    spec = find_spec("xkcdpass")
    if spec is None or spec.origin is None:
        message = "The word list of the package xkcdpass is missing; install failnote again."
        raise MaskingError(message)
    words = Path(spec.origin).with_name("static").joinpath("legacy").read_text(encoding="utf-8")
    found = frozenset(word for word in words.split("\n") if word.islower())
    return found - NAMES_RATHER


@functools.cache
def _known_names() -> frozenset[str]:
    """Given names of many languages, and towns, folded."""
    files = (Path(__file__).with_name(name) for name in ("given_names.txt", "towns.txt"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\n")]
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


class Lexicon:
    """The words of English, and those that therapists write in any language."""

    def __init__(self, language: str = "en") -> None:
        self.english = language == "en"
        """Without a word list a capital at the start of a sentence says nothing."""
        self._seen: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether a folded word is more than a name; "rose" is, see `could_be_name`."""
        if word not in self._seen:
            self._seen[word] = word in _PROPER or word in _CRAFT or self._is_english(word)
        return self._seen[word]

    def is_proper(self, word: str) -> bool:
        """Whether a folded word takes a capital and identifies nobody, such as a day."""
        return word in _PROPER

    def could_be_name(self, word: str) -> bool:
        """Whether a known word is rather a name where it has a capital inside a sentence."""
        names = word in NAMES or word in TOWNS or word.removesuffix("s") in NAMES
        return word not in _PROPER and names

    def is_known_name(self, word: str) -> bool:
        """Whether a folded word is a given name or a town, and no word that is known."""
        return word in _known_names() and not self.knows(word)

    def _is_english(self, word: str) -> bool:
        words = _english() if self.english and len(word) <= _LONGEST else frozenset[str]()
        return word in words or (len(word) >= _SHORTEST and bool(words) and _derived(word, words))


def _derived(word: str, words: frozenset[str]) -> bool:
    """Whether an English word is in the list with another ending, prefix or spelling."""
    bases = {word}
    for added, endings in _ENDINGS:
        bases |= {word[: -len(e)] + added for e in endings if word.endswith(e)}
    if _PLURAL.search(word[-4:]):
        bases.add(word[:-2])
    if doubled := _DOUBLED.search(word):
        bases.add(word[: doubled.start() + 1])
    bases |= {each.removesuffix("s") for each in bases}
    bases |= {each.replace(a, b) for each in list(bases) for a, b in _SPELLINGS if a in each}
    bases |= {each.removeprefix(p) for each in list(bases) for p in _PREFIXES}
    return any(len(base) > 2 and (base in words or base in _CRAFT) for base in bases)
