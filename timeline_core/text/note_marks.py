"""Figures of footnotes that were small and high on the page, and that its text glues to words: "two villages1".

They are told by the notes at the foot of the page, which begin with the same numbers in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_HEAD = re.compile(r"\s*(\d{1,3})[.)]?\s+[^\W\d]")
"""The head of a note: "1 Interview with a guard", «2. مقابلة»."""
_GLUED = re.compile(
    r"(?:(?<=[^\W\d_]{3})[.,،؛:;»”\"')\]]{0,2}|(?<=\s(?:19|20)\d\d)[.,،؛:;»”\"')\]]{1,2})"
    r"(?P<figures>\d{1,3}(?:[,،]\s?\d{1,3})*)(?=[\s.,،؛:;]|$)"
)
"""Behind a word, or behind the stop that follows it or a year; of several notes too: "gate4, 5"."""
_NUMBER = re.compile(r"\d+")
_RAISED = str.maketrans("0123456789٠١٢٣٤٥٦٧٨٩", "⁰¹²³⁴⁵⁶⁷⁸⁹" * 2)


def raised(figures: str) -> str:
    """Figures as those of footnotes, so that they are glued to no word: "two villages1" is "two villages¹"."""
    return figures.translate(_RAISED)


def with_raised_marks(lines: Sequence[str]) -> list[str]:
    """The lines of a page, with the marks of its notes as raised figures.

    As they are, where one of the notes has no mark of its number, or the marks stand in another order.
    """
    first, marks = _marked(lines)
    if not marks:
        return [*lines]
    found = [*lines[:first], *(_raised_head(line) if _HEAD.match(line) else line for line in lines[first:])]
    for number, start, end in reversed(marks):
        line = found[number]
        found[number] = line[:start] + raised(line[start:end]) + line[end:]
    return found


def notes(lines: Sequence[str]) -> list[int]:
    """The numbers of the lines that are notes of which every mark is glued to a word above."""
    first, marks = _marked(lines)
    return [at for at in range(first, len(lines)) if _HEAD.match(lines[at])] if marks else []


def _marked(lines: Sequence[str]) -> tuple[int, list[tuple[int, int, int]]]:
    """The line of the first note, and the marks of all of them; none where one is missing, or a line stands alone that
    is no first note: "Covid19", and below it "19 people came".
    """
    first, numbers = _notes(lines)
    marks = _marks(lines[:first], numbers)
    listed = len(numbers) > 1 or numbers == [1]
    return first, marks if listed and len(marks) == len(numbers) else []


def _raised_head(line: str) -> str:
    return _NUMBER.sub(lambda hit: raised(hit[0]), line, count=1)


def _notes(lines: Sequence[str]) -> tuple[int, list[int]]:
    """The line of the first note at the foot of the page, and the numbers of the notes, which follow one another."""
    first, numbers = len(lines), list[int]()
    for at in range(len(lines) - 1, -1, -1):
        head = _HEAD.match(lines[at])
        if head is None:
            continue
        if numbers and int(head[1]) != numbers[0] - 1:
            break
        first, numbers = at, [int(head[1]), *numbers]
    return first, numbers


def _marks(lines: Sequence[str], numbers: Sequence[int]) -> list[tuple[int, int, int]]:
    """Line, start and end of the mark of each number, in order; fewer where one is missing."""
    glued = _figures(lines)  # read once, so that each mark stands behind the one before
    return [
        found
        for number in numbers
        if (found := next(((at, start, end) for said, at, start, end in glued if said == number), None)) is not None
    ]


def _figures(lines: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    for at, line in enumerate(lines):
        for hit in _GLUED.finditer(line):
            for one in _NUMBER.finditer(line, *hit.span("figures")):
                yield int(one[0]), at, *one.span()
