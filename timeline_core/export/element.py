"""HTML elements: what is a plain string is escaped, so that no word of a report can become markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from timeline_core.export.harmless import QUOTED, make_harmless, right_to_left


class Html(str):
    """Markup; any other string is text."""

    __slots__ = ()


def element(name: str, *parts: str, **attributes: str | None) -> Html:
    """An element with its parts; `class_` and `data_x` stand for `class` and `data-x`, None leaves an attribute out."""
    said = "".join(f' {_name(key)}="{escape(value)}"' for key, value in attributes.items() if value is not None)
    return Html(f"<{name}{said}>{concatenate(parts)}</{name}>")


def concatenate(parts: Iterable[str]) -> Html:
    """Put the parts one behind the other."""
    return Html("".join(part if isinstance(part, Html) else _text(part) for part in parts))


def _text(part: str) -> str:
    """Escape a part; its blanks before and behind stay, for another part often follows."""
    before, behind = part[:1].isspace(), part[-1:].isspace() and part.strip() != ""
    return f"{' ' if before else ''}{escape(make_harmless(part))}{' ' if behind else ''}"


def join(parts: Iterable[str], between: str = ", ") -> Html:
    """Put the parts one behind the other, with the same words between."""
    return Html(escape(between).join(concatenate((part,)) for part in parts))


def isolate(text: str, lang: str | None = None) -> Html:
    """Words of a report as `bdi`, in a direction of their own."""
    return element("bdi", make_harmless(text), dir=direction(text), lang=lang or None)


def line(text: str) -> Html:
    """A line of the program's own, in which words of a report stand between «»."""
    pieces = QUOTED.split(text)
    said = concatenate(
        concatenate(("«", isolate(piece), "»")) if place % 2 else piece for place, piece in enumerate(pieces)
    )
    return element("bdi", said, dir="rtl") if right_to_left("".join(pieces[::2])) else said


def direction(text: str) -> str:
    """As the attribute `dir` has it."""
    return "rtl" if right_to_left(text) else "ltr"


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
