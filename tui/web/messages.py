"""What the page of a window may say: keys and the mouse, its size, whether it is looked at; all else is refused."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

MOST_CELLS = 1_000
"""Columns or lines of a window; a screen that is drawn for more would take all memory."""

Kind = Literal["stdin", "resize", "ping", "blur", "focus"]


class MessageError(ValueError):
    """It is no message of the page's."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a page."""

    kind: Kind
    typed: str = ""
    """Of `stdin`: keys and mouse as a terminal sends them. Of `ping`: what is to be sent back, as JSON."""
    cells: tuple[int, int] = (0, 0)
    """Of `resize`: columns and lines."""

    @property
    def is_use(self) -> bool:
        """False of what a page sends that nobody looks at."""
        return self.kind in ("stdin", "resize")


def read(said: str) -> Message:
    """The message; it is a list of its kind and at most one value, and nothing in it is nested deeper.

    Raises:
        MessageError: it is none.
    """
    try:
        envelope = json.loads(said)
    except (ValueError, RecursionError) as error:
        raise MessageError("it is no JSON") from error
    if not isinstance(envelope, list) or not 1 <= len(envelope) <= 2 or not isinstance(envelope[0], str):
        raise MessageError("it is no list of a kind and a value")
    kind, value = envelope[0], envelope[1] if len(envelope) > 1 else None
    match kind:
        case "stdin" if isinstance(value, str):
            return Message("stdin", value.encode("utf-8", "ignore").decode("utf-8"))
        case "resize" if isinstance(value, dict):
            return Message("resize", cells=(_cells(value.get("width")), _cells(value.get("height"))))
        case "ping" if value is None or isinstance(value, str | int | float):
            return Message("ping", json.dumps(value))
        case "blur" | "focus":
            return Message("blur" if kind == "blur" else "focus")
    raise MessageError(f"it is no message of kind {kind[:20]!r}")


def _cells(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= MOST_CELLS:
        raise MessageError(f"a window has no {str(value)[:20]} cells")
    return value
