"""Small letters: where a listed everyday word without its capital can only be somebody."""

import re

from failnote.masking.everyday import NAMES
from failnote.masking.folding import Folded, Word
from failnote.masking.wordlist import any_of, words_of

_LOOK_BACK = 16
_LOOK_AHEAD = 48

_CLAUSE_BEGINS = re.compile(
    r"(?:\A|[.!?:;,(\"“\n][ \n>*-]*|- ?|\b"
    + any_of("and but or then that when because so if as where why what how while until since")
    + r"[ \n])\Z"
)
_DOES = re.compile(
    r"[ \n]"
    + any_of(
        "said says told tells asked asks rang rings phoned phones called calls texted texts"
        " emailed emails messaged wrote writes replied replies answered paid pays quit quits"
        " cried cries laughed laughs nodded nods shouted shouts screamed sobbed shrugged smiled"
        " smiles sat thinks thought wants wanted knows knew admits admitted denied insists insisted"
        " apologised apologized reckons hates hated himself herself gave gives sent sends cancelled"
        " canceled drinks drank relapsed overdosed stormed walked drove slept signed collapsed"
        " (?:turned|showed|rolled)~up on~(?:the~)?(?:speaker|phone|line|facetime|zoom)"
    )
    + r"\b"
)
"""What people do in a note and hopes, roses and bonds do not."""
_DONE_TO = re.compile(
    r"\b"
    + any_of(
        "told tell telling tells asked ask asking asks rang phoned texted emailed met married"
        " visited invited hugged hi hey hello dear named"
    )
    + r"[ \n]\Z"
)
_CALLED = re.compile(r"\b(?:told|rang|phoned|texted|emailed)[ \n]\Z")
"""What is done to people only; names that are no given ones are told by it, too."""
_RELATED = re.compile(
    r"[ \n]?[,(][ \n]?(?:her|his|my|their|the)[ \n](?:[a-z-]{1,12}[ \n])?"
    + any_of(
        "attorney lawyer solicitor probation~officer dentist doctor teacher nurse locum"
        " (?:great-){1,3}(?:grand)?(?:mother|father|aunt|uncle|ma|pa)"
        " friend mother mum mom mam father dad sister brother wife husband partner son daughter"
        " aunt uncle cousin boss manager flatmate housemate roommate neighbou?r colleague client patient"
        " ex nan gran granny grandma grandad grandpa carer girlfriend boyfriend fiancee? stepmum"
        " stepdad stepmother stepfather supervisor co-therapist keyworker"
    )
    + r"\b"
)
_SPEAKS = re.compile(r"\d[:.]\d\d(?: ?[ap]m)?\]?[ ,-]{1,3}\Z")
"""A time before what somebody wrote: [21:14] poppy: did I lock it?"""
_WHOSE = re.compile(r"\d[ \n]?\(\Z")
"""A number before whose it is: 0555 0191 (bond, furious)."""
_OWNS = re.compile(r"'s[ \n][a-z]")
_OWNED = re.compile(r"\b" + any_of("with from at to of for about") + r"[ \n]\Z")
_VERBS_TOO = words_of("may will")
"""Words that go on with a sentence which ended in a verb: all whom I told will know."""
_TIMES = words_of("spring summer autumn winter april may june march sunday monday day dawn dew")
"""Of them things are said to be, too: at summer's end."""


def is_acting(text: Folded, word: Word) -> bool:
    """Whether what follows a word is what people do, or says whose they are: "Opal knew"."""
    after = text.folded[word.end : word.end + _LOOK_AHEAD]
    return bool(_DOES.match(after) or _RELATED.match(after))


def is_somebody(text: Folded, word: Word) -> bool:
    """Whether the words around an everyday word tell that it is a name: "and grace said"."""
    before = text.folded[max(0, word.start - _LOOK_BACK) : word.start]
    after = text.folded[word.end : word.end + _LOOK_AHEAD]
    if (_SPEAKS.search(before) and after[:1] == ":") or (
        _WHOSE.search(before) and after[:1] in ",)"
    ):
        return True
    begins = bool(_CLAUSE_BEGINS.search(before))
    if begins and is_acting(text, word):
        return True
    if word.folded not in _VERBS_TOO and (
        _CALLED.search(before) or (word.folded in NAMES and _DONE_TO.search(before))
    ):
        return True
    owns = word.folded not in _TIMES and _OWNS.match(after)
    return bool(owns) and (begins or bool(_OWNED.search(before)))
