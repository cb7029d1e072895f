"""Leaving: what of a review may leave the journal, with everything its owner wrote masked."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple, TypeVar

from failnote.errors import MaskingError
from failnote.masking.data import with_texts
from failnote.masking.fields import texts
from failnote.masking.folding import MOST_BETWEEN
from failnote.masking.masker import Masked, Masker
from failnote.masking.second_look import STILL_THERE
from failnote.review import Answer, CodeWord, FollowUp, Plan, Review, Value

SETTLING, FEELINGS = "settle.", "feel."
"""What was written to settle, and the feelings ticked there."""
DATED = "[date]"

Data = TypeVar("Data")
_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")
_MADE = re.compile(r"[a-z]+-[a-z]+-\d{2,4}")
_JOINTS = re.compile(r"([:+=])")
_MOST_KNOWN = 5_000
"""Wordings that are remembered: more than all guides have."""
_APART = "\n" * (MOST_BETWEEN + 1)
"""Between two texts: no name goes on from one to the other."""


class Seen(NamedTuple):
    """One place that was masked, or that is to be looked at again; for the owner's eyes only."""

    case: str
    was: str
    becomes: str
    """The role in its place; empty where it stands."""
    kind: str = ""
    """Why it is to be looked at again."""


class AsWritten:
    """Lets everything leave as it was written."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.leftovers: Counter[str] = Counter()

    def review(self, review: Review) -> Review:
        """The review itself."""
        return review

    def text(self, text: str, *, case: str = "", day: str = "") -> str:
        """The text itself."""
        return text

    def codes(self, codes: Mapping[str, CodeWord]) -> Mapping[str, CodeWord]:
        """The wordings themselves."""
        return codes

    def data(self, data: Data) -> Data:
        """The data themselves."""
        return data

    def case(self, code: str) -> str:
        """The code itself."""
        return code


class Outgoing(AsWritten):
    """Masks what leaves in one export, and counts what it did."""

    def __init__(
        self,
        masker: Masker,
        *,
        may_leave: Collection[str] = ("yes",),
        is_own: Callable[[str], bool] = lambda _: False,
        watch: bool = False,
    ) -> None:
        """Make ready for one export.

        ``may_leave`` are the answers that leave, by their ``export``; ``is_own`` tells failnote's
        own words, which stay as they are. With ``watch`` every place is kept in ``seen``.
        """
        super().__init__()
        self.seen: list[Seen] = []
        self.has_terms = masker.has_terms
        self._masker = masker
        self._may_leave = frozenset(may_leave)
        self._is_own = is_own
        self._watch = watch
        self._own: set[str] = set()
        self._quiet: set[str] = set()
        self._passed: set[str] = set()
        self._cases: dict[str, str] = {}

    def review(self, review: Review) -> Review:
        """What of the review may leave, masked. MaskingError when a listed term would be left."""
        masked = _Review(self, review).masked()
        self._look_again(masked)
        return masked

    def text(self, text: str, *, case: str = "", day: str = "") -> str:
        """A text of the owner's, masked. MaskingError when a listed term would be left.

        ``case`` is the one it is about, ``day`` the ISO date from which dates in it are counted.
        """
        masked = self.written(text, case=case, day=day)
        self._masker.check(masked)
        return masked

    def written(self, text: str, *, case: str = "", day: str = "") -> str:
        """As ``text``, where a second look at all of the review follows."""
        return self._counted(text, self._mask(text, case, day), case)

    def wording(self, text: str, *, case: str = "", day: str = "") -> str:
        """A question, an option or an id: masked where it is none of failnote's own words."""
        if text in self._own or text in self._quiet:
            return text
        masked = self._mask(text, case, day)
        if masked.text != text or masked.leftovers:
            if not self._is_ours(text):
                return self._counted(text, masked, case)
            self._own.add(text)
        elif len(self._quiet) < _MOST_KNOWN:
            self._quiet.add(text)
        return text

    def _mask(self, text: str, case: str, day: str) -> Masked:
        if not text or text.isspace():
            return Masked(text, {})
        anchor = date.fromisoformat(day) if len(day) == len("2026-03-14") else None
        return self._masker.mask(text, case=case, anchor=anchor, checked=False)

    def _counted(self, text: str, masked: Masked, case: str) -> str:
        self.counts.update(masked.counts)
        self.leftovers.update(notice.kind for notice in masked.leftovers)
        if self._watch:
            self.seen += [Seen(case, text[c.start : c.end], c.words) for c in masked.cuts]
            self.seen += [
                Seen(case, masked.text[n.start : n.end], "", n.kind) for n in masked.leftovers
            ]
        return masked.text

    def _is_ours(self, text: str) -> bool:
        """Whether a text is failnote's own, or several options of its own."""
        return self._is_own(text) or all(map(self._is_own, text.split("; ")))

    def dated(self) -> str:
        """What stands for an answer that is a day."""
        self.counts["date"] += 1
        return DATED

    def codes(self, codes: Mapping[str, CodeWord]) -> Mapping[str, CodeWord]:
        """The wordings of codes; a listed term in those of the owner's own codes is masked."""
        if not self._names_somebody(codes):
            return codes
        masked = {
            key: replace(word, label=self.wording(word.label), says=self.wording(word.says))
            for key, word in codes.items()
        }
        others = {key: w for key, w in masked.items() if not self._is_ours(w.says)}
        if self._names_somebody(others):
            raise MaskingError(STILL_THERE)
        return masked

    def _names_somebody(self, codes: Mapping[str, CodeWord]) -> bool:
        try:
            self._masker.check(_APART.join(f"{w.label}{_APART}{w.says}" for w in codes.values()))
        except MaskingError:
            return True
        return False

    def data(self, data: Data) -> Data:
        """Findings or other plain data, every text in them masked that is none of failnote's own.

        MaskingError when a listed term would be left.
        """
        kept: dict[str, None] = {}

        @cache
        def change(text: str) -> str:
            if _DAY.fullmatch(text):  # the day of a review, and of no session
                return text
            # The id of a finding is put together from ids, such as recur:contract.how-unclear.
            parts = _JOINTS.split(text) if "." in text else [text]
            masked = "".join(map(self.wording, parts))
            if text not in self._own:
                kept[masked] = None
            return masked

        changed: Data = with_texts(data, change)
        self._masker.check(_APART.join(kept))
        return changed

    def case(self, code: str) -> str:
        """The case's code; another one where somebody chose one that tells a name."""
        if code in self._cases:
            return self._cases[code]
        if code in self._own or not self._tells(code):
            return code
        if all(part.isdigit() or self._is_own(part) for part in code.split("-")):
            self._own.add(code)
            return code
        self._cases[code] = f"case-{len(self._cases) + 1}"
        return self._cases[code]

    def _tells(self, code: str) -> bool:
        """Whether a code holds what would be masked in a text."""
        found = self._masker.look(code.replace("-", " "))
        # What ends a code of failnote's own making, such as maple-lantern-97, is no age.
        made = _MADE.fullmatch(code) is not None
        return any(notice.kind != "age" or not made for notice in found)

    def leaves(self, answer: Answer) -> bool:
        """May this answer leave?"""
        return answer.export in self._may_leave and not answer.question.startswith(SETTLING)

    def _look_again(self, masked: Review) -> None:
        """Search everything that is about to leave; MaskingError when a listed term is in it."""
        written: list[str] = []
        wordings: dict[str, None] = {}
        for text, is_wording in texts(masked):
            if not is_wording:
                written.append(text)
            elif text not in self._passed:
                wordings[text] = None
        self._masker.check(_APART.join(written))
        try:
            self._masker.check(_APART.join(wordings))
        except MaskingError:
            others = [w for w in wordings if w not in self._own and not self._is_ours(w)]
            self._masker.check(_APART.join(others))
        if len(self._passed) < _MOST_KNOWN:
            self._passed.update(wordings)


class _Review:
    """One review on its way out."""

    def __init__(self, outgoing: Outgoing, review: Review) -> None:
        self._out = outgoing
        self._review = review
        self._place = {"case": review.case, "day": review.date}

    def masked(self) -> Review:
        review = self._review
        return replace(
            review,
            case=self._out.case(review.case),
            context={
                field: tuple(map(self._wording, values)) for field, values in review.context.items()
            },
            answers=self._answers(review.answers),
            marks=tuple(mark for mark in review.marks if not mark.code.startswith(FEELINGS)),
            plans=tuple(map(self._plan, review.plans)),
            insights=tuple(replace(i, text=self._text(i.text)) for i in review.insights),
            supervision_answer=self._text(review.supervision_answer),
            others=self._answers(review.others),
        )

    def _text(self, text: str) -> str:
        return self._out.written(text, **self._place)

    def _wording(self, text: str) -> str:
        return self._out.wording(text, **self._place)

    def _answers(self, answers: Iterable[Answer]) -> tuple[Answer, ...]:
        return tuple(self._answer(answer) for answer in answers if self._out.leaves(answer))

    def _answer(self, answer: Answer) -> Answer:
        value, text = self._reply(answer)
        asked, section = self._wording(answer.asked), self._wording(answer.section)
        return replace(answer, value=value, text=text, asked=asked, section=section)

    def _reply(self, answer: Answer) -> tuple[Value, str]:
        if answer.type == "text":
            text = self._text(answer.text)
            return (text if answer.value == answer.text else self._own_value(answer.value)), text
        if answer.type == "date":
            return None, self._out.dated() if answer.text or answer.value else ""
        return answer.value, self._wording(answer.text)

    def _own_value(self, value: Value) -> Value:
        return self._text(value) if isinstance(value, str) else value

    def _plan(self, plan: Plan) -> Plan:
        return replace(
            plan,
            if_=self._text(plan.if_),
            then=self._text(plan.then),
            follow_ups=tuple(map(self._follow_up, plan.follow_ups)),
        )

    def _follow_up(self, follow_up: FollowUp) -> FollowUp:
        return replace(follow_up, answers=self._answers(follow_up.answers))
