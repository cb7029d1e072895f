"""Names: headings of areas and context fields for the screen, read without checking them.

The prompt files are checked when a guide is loaded; here a reading command needs a few words of
them, and pydantic would cost more than the whole command (8 x `python -c pass`).
"""

import tomllib
from typing import Any

from failnote.promptfile import bundled_prompts
from failnote.render.words import Names


def load_names() -> Names:
    """Area, field and value names as the screen shows them."""
    areas: dict[str, Any] = _table("codebook.toml").get("areas", {})
    fields: list[dict[str, Any]] = _table("context.toml").get("field", [])
    return Names(
        areas={key: area["label"] for key, area in areas.items()},
        fields={field["id"]: field["label"] for field in fields},
        values={field["id"]: field.get("values", {}) for field in fields},
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((bundled_prompts() / name).read_text(encoding="utf-8"))
