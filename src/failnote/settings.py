"""Settings: one small TOML file in the configuration folder.

Read without pydantic, which would cost every reading command more than the command itself.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from failnote.promptfile import Problem, head_line, nearest, parse, read_text, refuse

FILE = "settings.toml"
ROLES = ("client", "patient", "coachee")
INFLECTIONS = ("none", "short", "long")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user decided; the defaults where there is no file."""

    support_contact: str = ""
    """Shown with the line that is one key away when it is urgent."""
    role: str = "client"
    """What failnote calls the person one works with."""
    cues: bool = True
    """May a phrase of an answer be asked about?"""
    leave_alone: tuple[str, ...] = ()
    """Phrases that no cue listens to."""
    passphrase_command: str = ""
    """Prints the passphrase; what options and FAILNOTE_PASSPHRASE_COMMAND say goes before it."""
    identifiers: bool = True
    """May a line say that an answer names somebody?"""
    language: str = "en"
    """ISO 639-1: the language of the texts, whose dates and endings masking knows."""
    country: str = ""
    """ISO 3166: whose phone numbers, streets and postcodes are meant; empty for the system's."""
    inflection: Literal["", "none", "short", "long"] = ""
    """How much is hung on names: none, short or long; empty for what is usual in the language."""

    def spoken(self, words: str) -> str:
        """Failnote's own words with the user's word for the client; for nothing that was written."""
        if self.role == "client":
            return words
        return _CLIENT.sub(self._named, words)

    def _named(self, found: re.Match[str]) -> str:
        word = self.role.capitalize() if found[0][0] == "C" else self.role
        return word + found[0][len("client") :]


_CLIENT = re.compile(r"\b[Cc]lients?\b")


_SHAPES = {
    "language": (re.compile("[a-z]{2,3}"), 'write two small letters:  language = "pl"'),
    "country": (re.compile("[A-Z]{2}|"), 'write two capitals:  country = "IE"'),
    "inflection": (
        re.compile("|".join(("", *INFLECTIONS))),
        f"write one of: {', '.join(INFLECTIONS)}",
    ),
}
"""Setting -> what it looks like, and how to mend it."""


def load_settings(folder: Path) -> Settings:
    """Read the settings of this folder; GuideError names file, line and mend."""
    path = folder / FILE
    if not path.is_file():
        return Settings()
    text = read_text(path)
    given = parse(text, str(path))
    if problems := list(_problems(given, text, str(path))):
        raise refuse(problems)
    given["leave_alone"] = tuple(given.get("leave_alone", ()))
    return Settings(**given)


def _problems(given: Mapping[str, Any], text: str, name: str) -> list[Problem]:
    known = [field.name for field in fields(Settings)]
    found = []
    for key, value in given.items():
        what, mend = "", ""
        if key not in known:
            what = f"there is no setting “{key}”"
            mend = nearest(key, known, f"the settings are: {', '.join(known)}")
        elif key == "role" and value not in ROLES:
            what, mend = "“role” is none of failnote's words", f"write one of: {', '.join(ROLES)}"
        elif key in ("cues", "identifiers") and not isinstance(value, bool):
            what, mend = f"“{key}” must be true or false", f"write  {key} = false"
        elif key in _SHAPES and not _has_shape(key, value):
            what, mend = f"“{key}” is none that failnote knows", _SHAPES[key][1]
        elif key == "support_contact" and not isinstance(value, str):
            what, mend = "“support_contact” must be words", 'write  support_contact = "words"'
        elif key == "passphrase_command" and not isinstance(value, str):
            what = "“passphrase_command” must be one command"
            mend = 'write  passphrase_command = "pass show failnote"'
        elif key == "leave_alone" and not _are_phrases(value):
            what, mend = "“leave_alone” must be a list", 'write  leave_alone = ["a phrase"]'
        if what:
            found.append(Problem(name, head_line(text, key), what, mend))
    return found


def _has_shape(key: str, value: object) -> bool:
    return isinstance(value, str) and bool(_SHAPES[key][0].fullmatch(value))


def _are_phrases(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
