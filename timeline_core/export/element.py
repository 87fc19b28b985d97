"""HTML elements: what is a plain string is escaped, so that no word of a report can become markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from timeline_core.export.harmless import QUOTED, harmless, right_to_left


class Html(str):
    """Markup; any other string is text."""

    __slots__ = ()


def element(name: str, *parts: str, **attributes: str | None) -> Html:
    """An element with its parts; `class_` and `data_x` stand for `class` and `data-x`, None leaves an attribute out."""
    said = "".join(f' {_name(key)}="{escape(value)}"' for key, value in attributes.items() if value is not None)
    return Html(f"<{name}{said}>{inside(parts)}</{name}>")


def inside(parts: Iterable[str]) -> Html:
    """Parts one after the other."""
    return Html("".join(part if isinstance(part, Html) else _text(part) for part in parts))


def _text(part: str) -> str:
    """Escaped; a blank before and behind it stays, for a part is often followed by another."""
    before, behind = part[:1].isspace(), part[-1:].isspace() and part.strip() != ""
    return f"{' ' if before else ''}{escape(harmless(part))}{' ' if behind else ''}"


def joined(parts: Iterable[str], between: str = ", ") -> Html:
    """Parts with the same between them."""
    return Html(escape(between).join(inside((part,)) for part in parts))


def isolated(text: str, lang: str | None = None) -> Html:
    """Words of a report, in their own direction."""
    return element("bdi", harmless(text), dir=direction(text), lang=lang or None)


def line(text: str) -> Html:
    """A line of the program's own, in which words of a report stand between «»."""
    pieces = QUOTED.split(text)
    said = inside(inside(("«", isolated(piece), "»")) if place % 2 else piece for place, piece in enumerate(pieces))
    return element("bdi", said, dir="rtl") if right_to_left("".join(pieces[::2])) else said


def direction(text: str) -> str:
    """As the attribute `dir` has it."""
    return "rtl" if right_to_left(text) else "ltr"


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
