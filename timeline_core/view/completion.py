"""What may stand where a filter line is being typed: fields, their fixed values, and names that the timeline has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from timeline_core.text.fold import fold
from timeline_core.text.search_forms import PROCLITICS
from timeline_core.view.filter import CHOICES, FIELDS, TEXT
from timeline_core.view.sought import SPECIAL, quoted
from timeline_core.view.wording import Wording

Names = Callable[[str], Iterable[str]]
"""Field -> the names that the timeline has for it, what is most frequent first."""
_LAST = re.compile(
    r'(?:^|(?<=\s))-?(?P<field>[^\W\d_]*)(?P<sign>:?)(?P<said>(?:"[^"]*"?|«[^»]*»?|“[^”]*”?|[^\s"«“])*)$'
)
_MOST = 40
_COMPARED = ">"


class Completion(NamedTuple):
    """Pieces of a line, one of which may stand from a place on."""

    start: int
    """Letters of the line before it."""
    choices: tuple[str, ...] = ()

    def shared(self, line: str) -> str:
        """The line with what all choices begin with; as it is where that says no more."""
        first, last = min(self.choices, default=""), max(self.choices, default="")
        alike = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
        begun = first[:alike]
        longer = len(begun) > len(line) - self.start
        return line[: self.start] + begun if longer else line


def complete(line: str, wording: Wording, names: Names) -> Completion:
    """What may stand at the end of the line, in place of its last piece.

    Args:
        names: of the timeline; a name that holds a blank is put in quotes.
    """
    found = _LAST.search(line)
    if found is None:
        return Completion(len(line))
    if not found["sign"]:
        return Completion(found.start("field"), () if found["said"] else tuple(_fields(found["field"], wording)))
    field = wording.field_of(found["field"])
    begun = re.split("[,،]", found["said"])[-1]
    start = len(line) - len(begun)
    values = tuple(_values(field, found["field"], wording)) if field in CHOICES else names(field)
    plain = re.escape(fold(begun.strip('"«“»”')))
    sought = re.compile(rf"(?<!\w){PROCLITICS}{plain}")
    fitting = (value for value in values if sought.search(fold(value)))
    return Completion(start, tuple(quoted(one) if SPECIAL.search(one) else one for one in islice(fitting, _MOST)))


def _fields(begun: str, wording: Wording) -> Iterator[str]:
    """Names of fields that begin so; with nothing typed, those of the program."""
    known = ((name, field) for field in FIELDS for name in (field, *wording.fields.get(field, ())))
    counted = ((name, what) for what in wording.countable for name in (what, *wording.counts.get(what, ())))
    for sign, names in ((":", known), (_COMPARED, counted)):
        for name, field in names:
            if field != TEXT and fold(name).startswith(fold(begun)) and (begun or name == field):
                yield name + sign


def _values(field: str, typed: str, wording: Wording) -> Sequence[str]:
    """The fixed values of a field, in the language in which it was typed."""
    if fold(typed) == field:
        return CHOICES[field]
    names = wording.values.get(field, {})
    return [names[value][0] if names.get(value) else value for value in CHOICES[field]]
