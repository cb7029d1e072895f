"""Conditions that can never do what their author meant are refused."""

from typing import Any

import pytest

from guide.slips import Mistake, check, slip

CONDITION = '"origin is mine"'


def condition(name: str, text: str, *, says: str, mend: str) -> Any:
    """A wrong condition of the question “part”."""
    return slip(
        name, CONDITION, f'"{text}"', at=f'"{text}"', of="question “part”", says=says, mend=mend
    )


CONDITIONS = [
    condition("a later question", "strain >= 7",
              says="“strain” comes only later", mend="move this question below it"),
    condition("the question itself", "part answered",
              says="“part” is the question itself", mend="refer to a question above this one"),
    condition("an unknown option", "origin is mien",
              says="“origin” has no option “mien”", mend="did you mean “mine”?"),
    condition("an option that means cannot say", "origin is unsure",
              says="“unsure” means cannot say", mend="write: origin empty"),
    slip("an unknown code of a miss",
         "strain >= 7", "misses has contract.gone", at="contract.gone", of="question “next”",
         says="“misses” has no option “contract.gone”",
         mend="its options are: alliance.small-signs-passed"),
    condition("a code of a miss that is only offered later",
              "misses has alliance.small-signs-passed",
              says="“misses” has no option “alliance.small-signs-passed”",
              mend="refer to codes that a question above"),
    condition("an answer that is not kept", "gate.urgent is handled",
              says="the answer to “gate.urgent” is not kept", mend="ask for it again"),
    condition("a text to read", "pause answered",
              says="“pause” (info) cannot be compared like this",
              mend="nobody answers a text to read"),
    condition("a number of a choice", "origin >= 3",
              says="“origin” (choice) cannot be compared like this", mend="write: origin is mine"),
    condition("an equals sign for is", "origin = client",
              says="“origin” (choice) cannot be compared like this",
              mend="write: origin is client"),
    condition("a size of a choice", "origin count > 1",
              says="“origin” (choice) cannot be compared like this", mend="write: origin is mine"),
    condition("a size of misses without count", "misses > 1",
              says="“misses” (list) cannot be compared like this", mend="write: misses count > 2"),
    condition("words of a date", "when is yesterday",
              says="“when” (date) cannot be compared like this", mend="write: when answered"),
    condition("several values after is", "origin is mine, client",
              says="“is” takes one value", mend="write: origin in mine, …"),
    condition("not answered", "not (when answered)",
              says="“answered” cannot be turned round", mend="write: when empty"),
    condition("signs of a programming language", "origin != mine",
              says="after “origin” comes “!”", mend="did you mean “is not”?"),
    condition("a misspelt comparison", "signs hsa late",
              says="after “signs” comes “hsa”", mend="did you mean “has”?"),
    condition("no comparison at all", "origin",
              says="stops too early", mend="write for example:"),
    condition("two comparisons side by side", "origin is mine when answered",
              says="“when” was not expected", mend="join two comparisons with and / or"),
    condition("a bracket left open", "(origin is mine",
              says="a closing bracket is missing", mend="as many ) as there are ("),
    condition("brackets without end", "(" * 30 + "origin is mine" + ")" * 30,
              says="too many brackets", mend="write for example:"),
    slip("a wrong name in the third line of a condition",
         "or signs has", "or sings has", at="or sings has", of="question “next”",
         says="“sings” does not exist", mend="did you mean “signs”?"),
    slip("a number with words to compare it with",
         "strain >= 7", "strain >= seven", at="strain >= seven", of="question “next”",
         says="“seven” does not exist", mend="refer to a question above this one"),
    slip("a scale with is",
         "strain >= 7", "strain is 7", at="strain is 7", of="question “next”",
         says="“strain” (scale) cannot be compared like this", mend="strain = 5"),
]  # fmt: skip


@pytest.mark.parametrize("mistake", CONDITIONS)
def test_a_condition_that_cannot_hold_is_refused(mistake: Mistake) -> None:
    check(mistake)
