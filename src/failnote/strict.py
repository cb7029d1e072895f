"""Strict: a part of a prompt file as pydantic checks it; a key it does not know is an error."""

import re
from typing import Any, Self

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


class Strict(BaseModel):
    """A part of a prompt file."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    def changed(self, **fields: Any) -> Self:
        """Give a copy with other values; cached properties are not carried over."""
        copy = self.model_copy(update=fields)
        for name in copy.__dict__.keys() - type(self).model_fields.keys():
            del copy.__dict__[name]
        return copy


def visible(text: str) -> str:
    """Refuse control signs in words, such as the one that a backslash and a b make."""
    if re.search(r"[\x00-\x09\x0b-\x1f\x7f]", text):
        kind, message = "control_sign", "there is a control sign in the words"
        raise PydanticCustomError(kind, message)
    return text
