"""Names: headings and words of the prompt files, read without checking them.

The prompt files are checked when a guide is loaded; here a reading command needs a few words of
them, and pydantic would cost more than the whole command (8 x `python -c pass`).
"""

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from failnote.promptfile import bundled_prompts
from failnote.render.words import Names

TAGS = ("leg", "mode")
"""What the codebook says of each miss: the leg of the work it touches, and how it came about."""


class Vocabulary(NamedTuple):
    """The ids that filters may name."""

    misses: Collection[str]
    fields: Mapping[str, Collection[str]]
    """Context field -> its values; a field without values takes any."""


def load_names(spoken: Callable[[str], str] = str, own: Path | None = None) -> Names:
    """Area, field and value names as the screen shows them, in the user's words.

    ``own`` is the file of the user's own areas and codes.
    """
    areas: dict[str, Any] = _own(own).get("areas", {}) | _table("codebook.toml").get("areas", {})
    fields = _fields()
    return Names(
        areas={key: area["label"] for key, area in areas.items()},
        fields={field["id"]: field["label"] for field in fields},
        values={
            field["id"]: {key: spoken(words) for key, words in field.get("values", {}).items()}
            for field in fields
        },
        spoken=spoken,
    )


def next_moves(spoken: Callable[[str], str] = str, own: Path | None = None) -> dict[str, str]:
    """What to do the next time, by the code of the miss."""
    misses: list[dict[str, Any]] = _own(own).get("miss", []) + _table("codebook.toml")["miss"]
    return {miss["id"]: spoken(miss["next"]) for miss in misses if miss.get("next")}


def load_tags() -> dict[str, dict[str, str]]:
    """What the codebook says of misses beside their words: a tag -> code -> its value."""
    misses: list[dict[str, Any]] = _table("codebook.toml").get("miss", [])
    return {
        tag: {miss["id"]: miss[tag] for miss in misses if miss.get(tag, "none") != "none"}
        for tag in TAGS
    }


def vocabulary() -> Vocabulary:
    """The ids of failnote's own misses, context fields and their values."""
    misses: list[dict[str, Any]] = _table("codebook.toml").get("miss", [])
    return Vocabulary(
        misses=[miss["id"] for miss in misses],
        fields={field["id"]: list(field.get("values", {})) for field in _fields()},
    )


class OwnWords:
    """Failnote's own words and ids: read from the prompt files when one is first asked about."""

    def __init__(self, spoken: Callable[[str], str] = str) -> None:
        self._spoken = spoken

    def __contains__(self, text: str) -> bool:
        """Whether a text is one of them, as it is or in the user's word for the client."""
        return " ".join(text.split()) in self._all

    @cached_property
    def _all(self) -> frozenset[str]:
        folder = bundled_prompts()
        tables = (tomllib.loads(f.read_text(encoding="utf-8")) for f in folder.rglob("*.toml"))
        plain = {" ".join(text.split()) for table in tables for text in _texts(table)}
        plain |= {path.stem for path in folder.rglob("*.toml")}
        return frozenset(plain | set(map(self._spoken, plain)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _fields() -> list[dict[str, Any]]:
    fields: list[dict[str, Any]] = _table("context.toml").get("field", [])
    return fields


def _own(file: Path | None) -> dict[str, Any]:
    """The user's own areas and codes; none where the file is not as a guide would need it."""
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8")) if file else {}
        areas = {key: {"label": str(area["label"])} for key, area in found["areas"].items()}
        misses = [{"id": str(m["id"]), "next": str(m.get("next", ""))} for m in found["miss"]]
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}
    return {"areas": areas, "miss": misses}


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((bundled_prompts() / name).read_text(encoding="utf-8"))
