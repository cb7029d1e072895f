"""Masking: what identifies goes out of a text, and a role comes in its place. Pure text to text.

A `Masker` is made for one export, so that its numbers ([person 2]) hold within it and no further.
What it returns was looked at a second time: a listed term in it is a `MaskingError`.
"""

from failnote.errors import MaskingError
from failnote.masking.masker import Masked, Masker
from failnote.masking.notices import Notice
from failnote.masking.second_look import second_look
from failnote.masking.soft import soft_check
from failnote.masking.terms import ROLES, Term

__all__ = [
    "ROLES",
    "Masked",
    "Masker",
    "MaskingError",
    "Notice",
    "Term",
    "second_look",
    "soft_check",
]
