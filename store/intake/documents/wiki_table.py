"""A table in the markup of MediaWiki as one of Markdown, of which the rows are known.

Source: mediawiki.org/wiki/Help:Tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.intake.pages.structure import Merged, size_of

_CELL = re.compile(r"^([!|])(?![-}+])", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\A\s*((?:[\w-]+\s*=\s*(?:\"[^\"|\n]*\"|'[^'|\n]*'|[^\s|]+)\s*)+)\|(?!\|)")
_SPAN = re.compile(r"(col|row)span\s*=\s*[\"']?(\d{1,4})")
_LINK = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]*)\]\]")
_FEWEST = 2


def as_markdown(table: str) -> str:
    """The table, its rows a line each; empty for one whose columns have no names, which lays out a page.

    Args:
        table: from `{|` to `|}`.
    """
    rows = [[*_cells(part)] for part in re.split(r"^\|-.*$", table.removesuffix("|}"), flags=re.MULTILINE)]
    rows = [row for row in rows if row]
    if not rows or len(rows[0]) < _FEWEST or not all(mark == "!" for mark, *_ in rows[0]):
        return ""
    merged = Merged()
    lines = [" | ".join(merged.row([(said, size) for _, said, size in row])) for row in rows]
    rule = "|".join(["---"] * (lines[0].count(" | ") + 1))
    return "\n".join(["", f"| {lines[0]} |", f"|{rule}|", *(f"| {line} |" for line in lines[1:]), ""])


def _cells(part: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Mark, words and size of each cell of a row."""
    starts = [*_CELL.finditer(part)]
    ends = [one.start() for one in starts[1:]] + [len(part)]
    for start, end in zip(starts, ends, strict=True):
        for said in re.split(r"\|\||!!" if start[1] == "!" else r"\|\|", part[start.end() : end]):
            given = _ATTRIBUTES.match(said)
            sizes = dict(_SPAN.findall(given[1])) if given else {}
            words = _LINK.sub(r"\1", said[given.end() if given else 0 :])
            yield (
                start[1],
                " ".join(words.replace("|", "/").split()),
                (size_of(sizes.get("col", "1")), size_of(sizes.get("row", "1"))),
            )
