"""Sheet: what a report says and draws on its page, section by section."""

from collections.abc import Mapping, Sequence

from failnote.patterns.contexts import ContextCount
from failnote.patterns.findings import Finding
from failnote.patterns.pairs import PairCount
from failnote.patterns.passed_over import NeverTicked, PassedOver
from failnote.patterns.phrases import Phrase
from failnote.patterns.plans import PlanStory
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.replies import Unknown
from failnote.patterns.report import Report
from failnote.patterns.signs import SignFamily, SignsPassed, Timeline
from failnote.patterns.similar import Similar
from failnote.patterns.well import BesideWell
from failnote.render.blocks import capital
from failnote.render.html import drawing
from failnote.render.html.parts import Beside, PlanTold, Reviewed, Row, Said, Sheet, Side, Step
from failnote.render.html.pointers import Index, Pointer
from failnote.render.html.questions import questions
from failnote.render.patterns import month, narrowed
from failnote.render.recurrence import PERCENT_FROM, ordered
from failnote.render.sentences import says, says_claimed_plan, says_plan
from failnote.render.view import View
from failnote.render.words import Words

ROWS = 10
"""Misses on the page."""
STEPS = 8
"""Misses of the triangle."""
CLAIMS = 5
UNKNOWNS = 3
WELL = 3
COLUMNS = 6
"""Values of a field side by side; a paper page holds no more."""
SIDE_ROWS = 12
MOST_ON_PAPER = 300
"""Reviews up to which their list is printed, too; it takes two sheets then."""


def sheet_of(report: Report, words: Words, view: View) -> Sheet:
    """What of the report is asked for; nothing in it is text that the therapist wrote."""
    maker = _Maker(report, words, view)
    wanted = maker.wanted
    course = next(iter(report.of(Timeline)), None) if wanted("signs") else None
    rows = maker.rows() if wanted("") or view.misses else []
    return Sheet(
        claims=maker.claims(),
        more_claims=max(0, len(maker.standing) - CLAIMS),
        compared=report.base.cases >= report.thresholds["pair"] and not view.misses,
        perhaps=maker.perhaps(),
        rows=rows,
        rest=maker.rest(len(rows)) if wanted("") else "",
        years=drawing.years(report.cases) if drawing.is_long(report.cases) else (),
        numbers=() if drawing.is_long(report.cases) else drawing.numbers(report.cases),
        stretch=drawing.stretch(report.cases) if drawing.is_long(report.cases) else "",
        full=drawing.FULL[maker.full],
        ahead=any(f.data.next_ten for f in maker.shown),
        planned=any(f.data.planned_at for f in maker.shown),
        plans=maker.plans() if wanted("plans") or view.misses else [],
        open_ends=maker.open_ends() if wanted("") else [],
        beside=maker.beside() if wanted("") else [],
        course=maker.said(course, led=False) if course else None,
        signs=maker.signs() if wanted("signs") else [],
        ways=drawing.ways(course.data) if course else [],
        session_marks=drawing.session_marks(course.data) if course else [],
        between=drawing.between(course.data) if course else [],
        triangle=maker.triangle() if wanted("pairs") else [],
        before=[maker.said(f) for f in report.of(Similar)] if wanted("") else [],
        values=maker.values,
        more_values=maker.more_values,
        sides=maker.sides(),
        everything=maker.everything() if view.everything and not view.misses else [],
        questions=[] if view.misses else questions(report, words),
        index=maker.index,
        reviews=maker.reviews(),
        listed_on_paper=report.base.reviews <= MOST_ON_PAPER,
    )


class _Maker:
    """What the sections are made from."""

    def __init__(self, report: Report, words: Words, view: View) -> None:
        self.report, self.words, self.view = report, words, view
        self.index = Index()
        fits = narrowed(view.misses)
        misses = [row for row in report.of(Recurrence) if fits(row.data.code)]
        self.misses = ordered(misses, view.sort, words)
        self.again = [row for row in self.misses if row.data.ticked > 1]
        self.shown = (self.misses if view.misses else self.again)[: None if view.misses else ROWS]
        self.full = drawing.full_height([row.data for row in self.shown], report.cases)
        self.standing = [
            finding
            for finding in report.stands_out
            if not view.misses and (not report.base.by or finding.kind == "context")
        ]
        self.strips = {row.data.code: row.data for row in report.of(Recurrence)}
        sizes = {f.data.value: f.data.cases for f in report.of(ContextCount)}
        ranked = sorted(sizes, key=lambda value: (-sizes[value], value))
        self._values = ranked[:COLUMNS]
        self.more_values = len(ranked[COLUMNS:])
        field = report.base.by
        self.values = [(words.names.value(field, value), sizes[value]) for value in self._values]

    def wanted(self, section: str) -> bool:
        """Whether a section stands on this page."""
        if self.report.base.by or self.view.misses:
            return False
        return not self.view.section or self.view.section == section

    def said(self, finding: Finding[object], *, led: bool = True) -> Said:
        """Any finding in its sentence, with the way to its reviews where it needs one."""
        text = capital(says(finding, self.words))
        if isinstance(finding.data, PlanStory) and finding.level == "stands-out":
            text = capital(says_claimed_plan(finding.data, self.words))
        pointer = self.index.point(self._title(finding), finding.reviews) if led else Pointer()
        return Said(finding.id, text, pointer)

    def _title(self, finding: Finding[object]) -> str:
        """What the list behind the numbers calls it."""
        if isinstance(finding.data, PairCount):
            return " + ".join(map(self.words.label, (finding.data.one, finding.data.other)))
        text = capital(says(finding, self.words))
        return text.partition(":")[0] if isinstance(finding.data, SignFamily) else text

    def claims(self) -> list[Said]:
        """What stands out."""
        if self.view.section and not self.report.base.by:
            return []
        return [self.said(finding) for finding in self.standing[:CLAIMS]]

    def perhaps(self) -> list[Said]:
        """What chance gives now and then, and claims beyond the first few."""
        if not self.view.everything or self.view.section or self.view.misses:
            return []
        more = self.standing[CLAIMS:]
        found = [f for f in self.report.findings if f.level == "perhaps"]
        return [self.said(finding) for finding in [*more, *found]]

    def rows(self) -> list[Row]:
        """The misses that came back."""
        return [self._row(finding) for finding in self.shown]

    def _row(self, finding: Finding[Recurrence]) -> Row:
        data, cases = finding.data, self.report.cases
        label = self.words.label(data.code)
        long = drawing.is_long(cases)
        return Row(
            finding.id,
            label,
            f"{data.ticked} of {data.looked}",
            f"{data.ticked / data.looked:.0%}" if data.looked >= PERCENT_FROM else "",
            data.next_ten,
            data.since_plan,
            self.index.entry(label, finding.reviews, "everywhere" if long else "screen"),
            None if long else drawing.strip(data, cases, label),
            drawing.bars(data, cases, label, self.full) if long else None,
        )

    def rest(self, shown: int) -> str:
        """How many misses are not drawn."""
        once = sum(row.data.ticked == 1 for row in self.misses)
        parts = (
            (len(self.again) - shown, "more came back"),
            (once, "ticked once"),
            (sum(not row.data.ticked for row in self.misses), "never ticked"),
        )
        return ", ".join(f"{number} {what}" for number, what in parts if number)

    def plans(self) -> list[PlanTold]:
        """Each plan: its use, what was expected of its miss, and what was seen."""
        fits = narrowed(self.view.misses)
        found = [f for f in self.report.of(PlanStory) if fits(f.data.code)]
        place_of = {r.number: at for at, case in enumerate(self.report.cases) for r in case.reviews}
        told = []
        for finding in found:
            data = finding.data
            label = self.words.label(data.code) if data.code else "no miss named"
            made_in = int("".join(filter(str.isdecimal, data.plan)) or 0)
            row = self.strips.get(data.code)
            strip = None
            if row and made_in in place_of and not drawing.is_long(self.report.cases):
                strip = drawing.strip(row, self.report.cases, label, place_of[made_in])
            told.append(
                PlanTold(
                    finding.id,
                    data.plan,
                    made_in if made_in in place_of else 0,
                    label,
                    {"habit": "a habit", "retired": "laid down"}.get(data.state, ""),
                    says_plan(data),
                    drawing.squares(data),
                    drawing.scale(data),
                    strip,
                    self.index.point(f"{label}, since plan {data.plan}", finding.reviews),
                )
            )
        return told

    def open_ends(self) -> list[Said]:
        """What was passed over, could not be said, or was never ticked."""
        report = self.report
        passed = [f for f in report.of(PassedOver) if not f.data.field and f.data.passed > 1]
        shown: list[Finding[object]] = [*passed[:2], *report.of(Unknown)[:UNKNOWNS]]
        return [self.said(finding) for finding in [*shown, *report.of(NeverTicked)[:1]]]

    def beside(self) -> list[Beside]:
        """Misses that are there when things go well, too."""
        found = [f for f in self.report.of(BesideWell) if f.data.well_ticked >= WELL][:WELL]
        return [
            Beside(
                f.id,
                self.words.label(f.data.code),
                (f.data.frayed_ticked, f.data.frayed_looked),
                (f.data.well_ticked, f.data.well_looked),
                says(f, self.words),
            )
            for f in found
        ]

    def signs(self) -> list[Said]:
        """Families of signs; on the page the most frequent one."""
        families = self.report.of(SignFamily)
        if self.view.section != "signs":
            return [self.said(finding) for finding in families[:1]]
        return [self.said(f) for f in [*families, *self.report.of(SignsPassed)]]

    def triangle(self) -> list[tuple[str, Sequence[Step]]]:
        """How often each two of the most frequent misses were ticked together."""
        codes = [row.data.code for row in self.again[:STEPS]]
        found = {frozenset((f.data.one, f.data.other)): f for f in self.report.of(PairCount)}
        if len(codes) < 2:
            return []
        return [
            (
                self.words.label(code),
                [self._step(code, other, found) for other in codes[: place + 1]],
            )
            for place, code in enumerate(codes)
        ]

    def _step(
        self, code: str, other: str, found: Mapping[frozenset[str], Finding[PairCount]]
    ) -> Step:
        both = [
            case for case in self.report.cases if case.marks.get(code) and case.marks.get(other)
        ]
        if code == other:
            return Step("", len(both), f"{self.words.label(code)}: {len(both)}", Pointer(), "own")
        label = f"{self.words.label(other)} + {self.words.label(code)}"
        finding = found.get(frozenset((code, other)))
        numbers = sorted(
            review.number
            for case in both
            for review in case.reviews
            if review.marks.get(code) or review.marks.get(other)
        )
        stands = finding is not None and finding.level == "stands-out"
        return Step(
            finding.id if finding else "",
            len(both),
            f"{label}: {len(both)}{', stands out' if stands else ''}",
            self.index.entry(label, numbers, "on-demand"),
            "stands" if stands else "",
        )

    def sides(self) -> list[Side]:
        """The misses with a column for each value of the field asked for."""
        found = {(f.data.value, f.data.code): f for f in self.report.of(ContextCount)}
        totals = {f.data.code: f.data.ticked + f.data.elsewhere_ticked for f in found.values()}
        fits = narrowed(self.view.misses)
        codes = [code for code in totals if fits(code)]
        codes.sort(key=lambda code: (-totals[code], code))
        return [self._side(code, found) for code in codes[:SIDE_ROWS]]

    def _side(self, code: str, found: Mapping[tuple[str, str], Finding[ContextCount]]) -> Side:
        label = self.words.label(code)
        cells = []
        for value, (name, _) in zip(self._values, self.values, strict=True):
            finding = found[value, code]
            count = f"{finding.data.ticked} of {finding.data.looked}"
            pointer = self.index.entry(f"{label} ({name})", finding.reviews, "on-demand")
            cells.append((finding.id, count, finding.level == "stands-out", pointer))
        return Side(label, cells)

    def everything(self) -> list[Said]:
        """Every finding but those in the therapist's own words, which leave nowhere on this page."""
        told = [f for f in self.report.findings if not isinstance(f.data, Phrase)]
        return [self.said(finding) for finding in told]

    def reviews(self) -> list[Reviewed]:
        """All reviews, in the order of their numbers."""
        names = self.words.names
        found = []
        for well, cases in ((False, self.report.cases), (True, self.report.well)):
            for review in (review for case in cases for review in case.reviews):
                ticked = self.words.of_family("miss", (c for c, on in review.marks.items() if on))
                found.append(
                    Reviewed(
                        review.number,
                        review.case,
                        month(review.date),
                        ", ".join(names.value("setup", v) for v in review.context.get("setup", ())),
                        ", ".join(map(self.words.label, ticked)),
                        well,
                    )
                )
        return sorted(found)
