"""Lexicon: which capitalised words are words of the language and no names."""

import functools
import re
from importlib.util import find_spec
from pathlib import Path

from failnote.errors import MaskingError
from failnote.masking.everyday import NAMES, TOWNS
from failnote.masking.wordlist import words_of

_PROPER = words_of("""
    act adhd advent aedp african ainsworth american android anglican apr arab arabic asian audit
    aug australian austrian bacp baptist bdi beck beckian belgian bible bion bordin bowlbian
    bowlby bpd brazilian british buber buddhism buddhist bulgarian canadian caribbean carkhuff
    catholic catholicism cbt cft chinese christianity christmas cores croatian czech danish dbt
    dec december dna dr dsm dutch easter eastern emdr english ept erickson erikson eu european
    excel facebook fairbairn feb february finnish fonagy frankl french freud freudian fri friday
    fridays fromm gad gendlin german gestalt god google gottman gp gps greek greenberg hcpc
    hebrew heidegger hindi hindu hinduism horney hr hungarian husserl icd id ifs indian
    instagram ipad iphone ipt iranian iraqi irish islam islamic israeli italian jamaican jan
    january japanese jesus jewish judaism jul july jun jung jungian kernberg klein kleinian
    kohut korean kristeva lacan lacanian laing latin latina latino lent levinas linehan
    lithuanian mahler mar march maslow mbct mbt mcwilliams mdt methodist mexican minuchin monday
    mondays mormon mr mrs ms muran muslim mx netflix nhs nice nigerian nlp norcross northern
    norwegian nov november npd ocd oct october ogden ok ors orthodox pakistani pdf pe persian
    phq piaget polish portuguese powerpoint prof protestant ptsd quaker quran ramadan rev
    rogerian rogers rollnick romanian russian safran sat satir saturday saturdays schore
    scottish sdq sep sept september serbian sikh skype slovak sms socratic somali southern
    spanish srs st suds sullivan sunday sundays swedish swiss syrian thu thur thurs thursday
    thursdays tiktok torah tue tues tuesday tuesdays turkish tv twitter uk ukcp ukrainian un
    urdu url usa vietnamese wai wampold watzlawick wed wednesday wednesdays welsh western
    whatsapp wifi winnicott winnicottian word wsas yalom yiddish youtube zoom
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
    ("", ("s", "ed", "d", "ing", "ings", "er", "ers", "est", "ly", "ness", "less", "ful", "able")),
    ("y", ("ies", "ied", "ier", "iest", "ily", "iness")),
    ("e", ("ing", "able", "ation", "ations", "ings", "er", "ers", "est")),
    ("", ("n't", "ment", "ments", "like", "wise", "hood")),
)
_PLURAL = re.compile(r"(?:[sxzo]|ch|sh)es")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1(?:ed|ing|er|ers|est|y)")
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
    return frozenset(word for word in words.split("\n") if word.islower())


@functools.cache
def _given_names() -> frozenset[str]:
    """Given names of many languages, folded; those that are words of English are not among them."""
    lines = Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").split("\n")
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

    def could_be_name(self, word: str) -> bool:
        """Whether a known word is rather a name where it has a capital inside a sentence."""
        names = word in NAMES or word in TOWNS or word.removesuffix("s") in NAMES
        return word not in _PROPER and names

    def is_given_name(self, word: str) -> bool:
        """Whether a folded word is some people's given name and no word that is known."""
        return word in _given_names() and not self.knows(word)

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
