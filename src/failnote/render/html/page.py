"""Page: the report as one HTML file that needs nothing else and runs nothing."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from failnote import __version__
from failnote.patterns.report import Base, Report
from failnote.render.html.parts import Sheet
from failnote.render.html.pointers import Index
from failnote.render.html.sheet import sheet_of
from failnote.render.patterns import FOOTER, head_text
from failnote.render.patterns_data import FEWEST, TOO_FEW
from failnote.render.view import View
from failnote.render.words import NO_NAMES, Names, Words, counted

OWN_WORDS = (
    "Your own words are on no page that may be handed on; failnote patterns --words shows them."
)
_HERE = Path(__file__).parent
_MARKED = """\
@page { @top-right { content: "%s"; font: 8pt sans-serif; color: #7a430e; } }
@page :first { @top-right { content: ""; } }
"""


def patterns_html(
    report: Report,
    names: Names = NO_NAMES,
    *,
    view: View | None = None,
    mark: str = "",
    header: str = "",
) -> str:
    """The report as a page; the same report gives the same bytes.

    Args:
        report: what was found.
        names: the words for areas and fields.
        view: what of it is asked for; glyphs and the day play no part here.
        mark: a word that stands on every page of it, screen or paper.
        header: what is said about masking, or empty.
    """
    words = Words(report.codes, names)
    sheet = sheet_of(report, words, view or View()) if report.base.cases >= FEWEST else None
    style = _style(mark)
    return _template().render(
        base=report.base,
        head=head_text(report) if report.base.cases else "",
        nothing=_nothing(report.base) or (OWN_WORDS if view and view.section == "words" else ""),
        left_out=_left_out(report.base, sheet),
        sheet=sheet,
        index=sheet.index if sheet else Index(),
        style=style,
        digest=b64encode(sha256(style.encode()).digest()).decode(),
        thresholds=report.thresholds,
        footer=FOOTER,
        mark=mark,
        header=header,
        version=__version__,
    )


@cache
def _template() -> Template:
    return Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        lstrip_blocks=True,
    ).get_template("report.html.j2")


def _style(mark: str) -> Markup:
    """The stylesheet; the mark stands in the margin of every sheet of paper."""
    style = (_HERE / "report.css").read_text(encoding="utf-8")
    if mark:
        assert mark.isalnum()  # it becomes part of the stylesheet
        style += _MARKED % mark
    return Markup(style)


def _nothing(base: Base) -> str:
    """Why there are no numbers, or empty."""
    if base.cases >= FEWEST:
        return ""
    if base.cases:
        return TOO_FEW
    if base.of:
        return f"None of your {counted(base.of, 'review')} fits these filters."
    return "Nothing to compare yet. Patterns begin with the second case."


def _left_out(base: Base, sheet: Sheet | None) -> list[str]:
    left = []
    if base.unfinished:
        left.append(f"{counted(base.unfinished, 'unfinished review')} left out.")
    if base.went_well and not (sheet and sheet.beside):
        left.append(f"{counted(base.went_well, 'look-back')} on what went well left out.")
    return left
