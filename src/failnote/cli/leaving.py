"""Leaving: the one way out of the journal; what leaves is masked, counted, noted and written."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from failnote.cli.options import with_options_of
from failnote.errors import JournalError, LeftoverError, UsageError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.masking import Masker
    from failnote.masking.leaving import AsWritten, Outgoing

NOT_ANONYMOUS = "Masked, not anonymous: who knows the case may still recognise it."
NO_TERMS = "No name is listed to be masked yet; `failnote journal terms add` begins the list."
MOST_HELD = 8_000_000
"""Characters that are held back until all of them are masked; what is longer is masked twice."""
WORK, PERSON = "work", "person"
EARLIER_ROLES = {"organisation": WORK, "other": PERSON}
"""Roles of terms that older journals hold -> what stands in their place."""
LEFT = {
    "name": ("word looks like a name", "words look like names"),
    "misspelt": (
        "word is nearly one of your terms",
        "words are nearly terms of yours",
    ),
    "everyday": ("listed word stands in its everyday sense", "listed words stand in another sense"),
}

Write = Callable[["AsWritten"], Iterable[str]]
"""Gives what is to be written, piece by piece; every text in it has gone through its argument."""


@dataclass(frozen=True)
class Wanted:
    """How something is to leave."""

    no_mask: bool = False
    all_answers: bool = False
    strict: bool = False
    preview: bool = False
    output: Path | None = None
    force: bool = False

    @property
    def may_leave(self) -> tuple[str, ...]:
        """The answers that leave, by their ``export``."""
        return ("yes", "ask") if self.all_answers else ("yes",)

    @property
    def header(self) -> str:
        """What the head of everything that leaves says about masking."""
        from failnote.exchange.words import MASKED

        return "" if self.no_mask else MASKED

    def marks(self, invocation: "Invocation") -> dict[str, object]:
        """What data that leave say of themselves, in a key or column each."""
        from failnote.cli.invocation import INVENTED

        invented: dict[str, object] = {INVENTED: True} if invocation.invented else {}
        return invented | ({} if self.no_mask else {"masked": self.header})


def _file(output: Path | None) -> Path | None:
    return None if str(output) == "-" else output


NoMask = Annotated[bool, typer.Option("--no-mask", help="Leave everything as it was written.")]
Strict = Annotated[
    bool, typer.Option("--strict", help="Write nothing when something may still identify.")
]
Preview = Annotated[
    bool, typer.Option("--preview", help="Show on the terminal what is masked; write nothing.")
]
Target = Annotated[
    Path | None,
    typer.Option(
        *("-o", "--output"),
        metavar="FILE",
        callback=_file,
        help="Write to this new file; - writes here.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file.")]


def _options(
    no_mask: NoMask = False,
    all_answers: Annotated[
        bool,
        typer.Option(
            *("--with-client-view", "--all"),
            help="Also what leaves only when asked for, such as the client's view.",
        ),
    ] = False,
    strict: Strict = False,
    preview: Preview = False,
    output: Target = None,
    force: Force = False,
) -> None:
    """Carry the signatures of the options of everything that leaves."""


leaves = with_options_of(_options, "wanted", Wanted)
"""Give a command the options of what leaves; it receives them as one ``wanted``."""


def send(
    invocation: "Invocation",
    connection: Any,
    what: str,
    numbers: Sequence[int],
    wanted: Wanted,
    write: Write,
) -> None:
    """Let something leave the journal: to standard output or to a file, all of it or nothing.

    ``what`` and the reviews' ``numbers`` go into the export log. MaskingError when a listed term
    would be left, LeftoverError under ``--strict``: then nothing was written.
    """
    if wanted.preview:
        _show_preview(invocation, connection, wanted, write)
        return
    outgoing = _outgoing(invocation, connection, wanted)

    def log() -> None:
        _check_strict(outgoing, wanted)
        _log(invocation, connection, what, numbers, wanted)

    if wanted.output is not None:
        from failnote.journal.files import write_file

        pieces = (str(invocation.screen.marked(piece)) for piece in write(outgoing))
        write_file(wanted.output, _then(pieces, log), force=wanted.force)
    else:
        _pour(invocation, connection, outgoing, wanted, write, log)
    _tell_masked(invocation, outgoing, wanted)
    if wanted.output is not None:
        invocation.screen.tell(f"Written to {wanted.output}.")


def _then(pieces: Iterable[str], last: Callable[[], None]) -> Iterator[str]:
    """The pieces, and something to do behind the last, before the file gets its name."""
    yield from pieces
    last()


def _pour(
    invocation: "Invocation",
    connection: Any,
    outgoing: "AsWritten",
    wanted: Wanted,
    write: Write,
    log: Callable[[], None],
) -> None:
    """Write to standard output, and nothing of it before all of it has been masked."""
    from failnote.journal.export_log import let_notes_in
    from failnote.journal.reading import one_state

    pour = invocation.screen.pour
    if wanted.no_mask:
        log()
        for piece in write(outgoing):
            pour(piece)
        return
    let_notes_in(connection)
    with one_state(connection):
        held: list[str] = []
        length = 0
        for piece in write(outgoing):
            length += len(piece)
            held.append(piece)
            if length > MOST_HELD:
                held.clear()
        log()
        again = write(_outgoing(invocation, connection, wanted)) if length > MOST_HELD else held
        for piece in again:
            pour(piece)


def _outgoing(invocation: "Invocation", connection: Any, wanted: Wanted) -> "AsWritten":
    from failnote.masking.leaving import AsWritten

    return AsWritten() if wanted.no_mask else _masking(invocation, connection, wanted)


def _masking(invocation: "Invocation", connection: Any, wanted: Wanted) -> "Outgoing":
    from failnote.cli.names import OwnWords
    from failnote.masking.leaving import Outgoing

    return Outgoing(
        masker(invocation, connection),
        may_leave=wanted.may_leave,
        is_own=OwnWords(invocation.settings.spoken).__contains__,
        watch=wanted.preview,
    )


def masker(invocation: "Invocation", connection: Any, *, whole: bool = True) -> "Masker":
    """A masker with the journal's terms, in the user's language and country.

    JournalError for a term that cannot be searched for, unless the list need not be ``whole``.
    """
    from failnote.journal.term_rows import terms
    from failnote.masking import Masker, Term

    settings = invocation.settings
    listed = []
    for term in terms(connection):
        try:
            listed.append(Term(term.term, EARLIER_ROLES.get(term.role, term.role), term.case))
        except UsageError:
            if not whole:
                continue
            message = (
                f"Term {term.id} cannot be searched for, so nothing was written; take it off the"
                f" list: failnote journal terms remove {term.id}"
            )
            raise JournalError(message) from None
    return Masker(
        listed,
        language=settings.language,
        inflection=settings.inflection or None,
        locale=invocation.masked_country,
    )


def _check_strict(outgoing: "AsWritten", wanted: Wanted) -> None:
    if wanted.strict and outgoing.leftovers.total():
        message = (
            f"Nothing was written: {left_words(outgoing)}. --preview shows which; list them with"
            " `failnote journal terms add`, or leave --strict out."
        )
        raise LeftoverError(message)


def _log(
    invocation: "Invocation", connection: Any, what: str, numbers: Sequence[int], wanted: Wanted
) -> None:
    """Note what leaves and where to, before it does; a pipe is all that is known of a pipe."""
    from failnote.journal.export_log import note_export

    target = "standard output" if wanted.output is None else str(wanted.output.absolute())
    note_export(
        connection,
        what=what,
        target=target,
        masked=not wanted.no_mask,
        reviews=numbers,
        now=invocation.now,
    )


def _tell_masked(invocation: "Invocation", outgoing: "AsWritten", wanted: Wanted) -> None:
    """Say what was masked and what is left, in counts and never in words."""
    if wanted.no_mask:
        return
    from failnote.masking.leaving import Outgoing
    from failnote.masking.roles import SHAPES

    tell = invocation.screen.tell
    kinds = ", ".join(f"{SHAPES.get(k, k)} {n}" for k, n in sorted(outgoing.counts.items()))
    tell(f"{NOT_ANONYMOUS} Masked: {kinds or 'nothing was found'}.")
    if outgoing.leftovers.total():
        tell(f"Look again: {left_words(outgoing)}; --preview shows which.")
    if isinstance(outgoing, Outgoing) and not outgoing.has_terms:
        tell(NO_TERMS)


def left_words(outgoing: "AsWritten") -> str:
    """What may still identify, in counts."""
    return ", ".join(
        f"{count} {one if count == 1 else more}"
        for kind, (one, more) in LEFT.items()
        if (count := outgoing.leftovers[kind])
    )


def _show_preview(invocation: "Invocation", connection: Any, wanted: Wanted, write: Write) -> None:
    """Show every place that would be masked, where only the owner sees it."""
    from failnote.render.preview import preview_page
    from failnote.terminal.place import is_terminal

    if not is_terminal(sys.stdout):
        message = "--preview shows the words that are masked, so it needs a terminal to show them."
        raise UsageError(message)
    if wanted.no_mask:
        message = "--preview shows what is masked; leave --no-mask out."
        raise UsageError(message)
    outgoing = _masking(invocation, connection, replace(wanted, preview=True))
    for _ in write(outgoing):
        pass
    invocation.screen.show(preview_page(outgoing.seen))
    if not outgoing.has_terms:
        invocation.screen.tell(NO_TERMS)
