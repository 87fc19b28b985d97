"""`Wording`: the words of the filter line beside those of the program: names of fields, and of their fixed values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from timeline_core.errors import LanguageError
from timeline_core.text.fold import fold
from timeline_core.view.facts import ORIGINS, REPORTS
from timeline_core.view.filter import CHOICES, FIELDS


@dataclass(frozen=True, slots=True)
class Wording:
    """Field or value of the program -> its names in other languages, the one to show first."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Field -> value -> its names."""
    counts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What may be compared with a number -> its names."""

    @property
    def countable(self) -> tuple[str, ...]:
        """All that may be compared with a number."""
        return tuple(dict.fromkeys((ORIGINS, REPORTS, *self.counts)))

    def field_of(self, name: str) -> str:
        """The field, or what is counted, of that name in any language; the folded name itself where it is none."""
        return _called(name, (*FIELDS, *self.countable), {**self.fields, **self.counts})

    def value_of(self, field: str, name: str) -> str:
        """The fixed value of the field that has that name; the folded name itself where none has."""
        return _called(name, CHOICES.get(field, ()), self.values.get(field, {}))

    def is_asked(self, line: str, *fields: str) -> bool:
        """True where one of these fields stands in the line, in any language."""
        said = fold(line)
        names = (name for field in fields for name in (field, *self.fields.get(field, ())))
        return any(f"{fold(name)}:" in said for name in names)

    def names(self) -> tuple[str, ...]:
        """Every name of a field or of what is counted."""
        others = (name for some in (self.fields, self.counts) for names in some.values() for name in names)
        return (*FIELDS, *self.countable, *others)


def _called(name: str, known: Iterable[str], others: Mapping[str, tuple[str, ...]]) -> str:
    sought = fold(name)
    if sought in known:
        return sought
    return next((one for one, names in others.items() if sought in map(fold, names)), sought)


PLAIN = Wording()


class Words(TypedDict, total=False):
    """Of one language: field, what is counted, or value of a field -> its names."""

    fields: Mapping[str, list[str]]
    counts: Mapping[str, list[str]]
    values: Mapping[str, Mapping[str, list[str]]]


def read(data: Mapping[str, Words]) -> Wording:
    """The wording of the languages of a table: language -> `fields`, `counts` and `values.FIELD`.

    Raises:
        LanguageError: one name means two things, or something that no field and no value is.
    """
    fields, counts = dict[str, tuple[str, ...]](), dict[str, tuple[str, ...]]()
    values = dict[str, dict[str, tuple[str, ...]]]()
    for words in data.values():
        _add(fields, words.get("fields", {}), FIELDS)
        _add(counts, words.get("counts", {}), None)
        for one, names in words.get("values", {}).items():
            _add(values.setdefault(one, {}), names, CHOICES.get(one, ()))
    _check((fields, counts))
    for some in values.values():
        _check((some,))
    return Wording(fields, values, counts)


def _add(found: dict[str, tuple[str, ...]], names: Mapping[str, list[str]], known: Iterable[str] | None) -> None:
    for one, said in names.items():
        if known is not None and one not in known:
            raise LanguageError(f"the filter line: {one!r} is no field and no value; there are {', '.join(known)}")
        found[one] = (*found.get(one, ()), *said)


def _check(some: Iterable[Mapping[str, tuple[str, ...]]]) -> None:
    """Every name means one thing."""
    means = dict[str, str]()
    for names in some:
        for one, said in names.items():
            for name in said:
                if means.setdefault(fold(name), one) != one:
                    raise LanguageError(f"the filter line: {name!r} means {means[fold(name)]} and {one}")
