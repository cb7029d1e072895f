"""Errors: what can go wrong in words the user can act on, and with which exit code.

Raise one where the trouble is known, with the sentence to be read: what is wrong, which
one, what to do. A message names the question, never the answer.
"""


class FailnoteError(Exception):
    """Base of all errors below: the command line prints the message and leaves."""

    exit_code = 1


class UsageError(FailnoteError):
    """An option, code, field, word or date that does not exist; no terminal where one is needed."""

    exit_code = 2


class GuideError(FailnoteError):
    """A prompt file is missing, unreadable or wrong; the message lists every problem found."""

    exit_code = 2


class AnswerError(FailnoteError):
    """An answer does not fit its question; the message names the question only."""


class JournalError(FailnoteError):
    """The journal cannot be opened or written, or lacks what was asked for."""


class LockedError(JournalError):
    """The journal is encrypted and no passphrase, or a wrong one, was given."""

    exit_code = 3


class NewerJournalError(JournalError):
    """The journal was written by a newer failnote; the file is left untouched."""

    exit_code = 4


class DamagedError(JournalError):
    """The journal file does not hold together."""

    exit_code = 5


class ConflictError(JournalError):
    """Another process changed the same thing meanwhile; neither text is lost."""


class MaskingError(FailnoteError):
    """A listed term is still in a masked text; nothing of it may be written."""


class LeftoverError(FailnoteError):
    """With ``--strict``: something in a masked text may still identify."""

    exit_code = 6
