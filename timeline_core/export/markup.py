"""Words of a report as Markdown that shows just these words, in their own direction, in every renderer.

A `span` with a direction is what GitHub's sanitiser keeps, pandoc carries over into HTML, Word and LaTeX, and Obsidian
draws; `bdi` is stripped by GitHub, isolate characters bring up its warning of hidden text, and a `div` inside a list
item or a footnote ends it in some renderers. Where tags are stripped, the words still stand in logical order.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from timeline_core.export.harmless import QUOTED, has_left_to_right, has_right_to_left, make_harmless, right_to_left

_STRUCTURE = re.compile(
    r"([\\*_{}\[\]>#|~&$^@]"
    r"|:(?=//)|:(?=[\w+-]+:)"  # addresses that GitHub links by itself, and names of emoji
    r"|(?<=\bwww)\.|(?<=\w)\.(?=[^\W\d_]{2})"  # what begins an address, and what many renderers take for one: «a.com»
    r"|=(?==)|(?<==)=|%(?=%)|(?<=%)%)"  # Obsidian's highlights and comments
)
_ENTITIES = str.maketrans({"<": "&lt;", "`": "&#96;"})
"""pandoc looks for comments and code before it looks for a backslash before them, and over the end of a list item."""
_LEADING = re.compile(r"^([-=+:]|\d+(?=[.)]))")
_UNSAFE = re.compile(r"[\x00-\x20<>\"\\^`{|}\x7f-\uffff\U00010000-\U0010ffff]")


def escape(text: str) -> str:
    """Escape the words, on one line, so that none of them is markup."""
    plain = make_harmless(text)
    found = _LEADING.match(plain)
    if found is None:
        return _inert(plain)
    marker, rest = found[0], plain[found.end() :]
    return (f"{marker}\\" if marker.isdigit() else f"\\{marker}") + _inert(rest)


def _inert(text: str) -> str:
    return _STRUCTURE.sub(r"\\\1", text).translate(_ENTITIES)


def escape_isolated(text: str, *, rtl: bool = False) -> str:
    """As `escape`, and isolated where some of the words run in the other direction.

    Args:
        rtl: the words around run from the right.
    """
    if not (has_left_to_right(text) if rtl else has_right_to_left(text)):
        return escape(text)
    return f'<span dir="{"rtl" if right_to_left(text) else "ltr"}">{escape(text)}</span>'


def line(text: str, *, rtl: bool = False) -> str:
    """A line of the program's own, in which words of a report stand between «»."""
    pieces = QUOTED.split(text)
    said = "".join(
        f"«{escape_isolated(piece, rtl=rtl)}»" if place % 2 else _between(piece) for place, piece in enumerate(pieces)
    )
    own = right_to_left("".join(pieces[::2]))
    return said if own == rtl else f'<span dir="{"rtl" if own else "ltr"}">{said}</span>'


def _between(piece: str) -> str:
    """Escape a part; its blanks before and behind stay."""
    before, behind = piece[:1].isspace(), piece[-1:].isspace() and piece.strip() != ""
    return f"{' ' if before else ''}{escape(piece)}{' ' if behind else ''}"


def code(text: str, *, rtl: bool = False) -> str:
    """As code, whatever it holds; a day behind Arabic letters would be turned round."""
    said = f"`{make_harmless(text).replace('`', chr(0x2B9))}`"
    return f'<span dir="ltr">{said}</span>' if rtl else said


def link(url: str) -> str:
    """An address that can be followed; every character that could end it is percent-encoded."""
    return f"<{_UNSAFE.sub(lambda found: quote(found[0], errors='replace'), url)}>"


def value(text: str) -> str:
    """A string in YAML front matter, in the form that it shares with JSON."""
    return json.dumps(make_harmless(text), ensure_ascii=False)
