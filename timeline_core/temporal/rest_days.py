"""Days of rest: «نهاية الأسبوع», "the weekend" is Friday and Saturday in Damascus, Saturday and Sunday in Tunis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from timeline_core.errors import LanguageError
from timeline_core.model.expression import Meaning, Mention
from timeline_core.temporal.senses.nth import Weekend
from timeline_core.temporal.senses.periods import Turned
from timeline_core.text.fold import fold

_WEEKEND = "weekend"
Days = tuple[int, int]
"""First and last weekday, 0 is Monday."""


@dataclass(frozen=True, slots=True)
class RestDays:
    """The table `seeds/weekends.toml`: the days of rest of every state, and whose readers an outlet writes for."""

    days: Mapping[str, Days] = field(default_factory=dict)
    """Id of a state -> its days of rest."""
    until: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)
    """Id of a state -> the last year of its former days of rest, and which these were."""
    outlets: Mapping[str, str] = field(default_factory=dict)
    """Folded name of an outlet -> the state for whose readers it writes."""

    def of(self, state: str, year: int) -> Days | None:
        """The days of rest of a state in a year; None where they are not known."""
        last, *before = self.until.get(state, (0, 0, 0))
        return (before[0], before[1]) if year <= last else self.days.get(state)


def load(data: Mapping[str, object]) -> RestDays:
    """Check the table and make it ready.

    Raises:
        LanguageError: a row is not of the form that its section has.
    """
    days = {state: (row[0], row[1]) for state, row in _rows(data, "days", 2)}
    until = {state: (row[0], row[1], row[2]) for state, row in _rows(data, "until", 3)}
    outlets = data.get("outlets", {})
    if not isinstance(outlets, dict) or not all(isinstance(names, list) for names in outlets.values()):
        raise LanguageError("weekends.toml: [outlets]: a list of names is wanted for each state")
    unknown = sorted({*until, *outlets} - days.keys())
    if unknown:
        raise LanguageError(f"weekends.toml: {', '.join(unknown)}: such a state has no row in [days]")
    return RestDays(days, until, {fold(name): state for state, names in outlets.items() for name in names})


def _rows(data: Mapping[str, object], section: str, length: int) -> Iterable[tuple[str, Sequence[int]]]:
    table = data.get(section, {})
    for state, row in table.items() if isinstance(table, dict) else ():
        if not (isinstance(row, list) and len(row) == length and all(isinstance(one, int) for one in row)):
            raise LanguageError(f"weekends.toml: [{section}] {state}: {length} numbers are wanted")
        yield state, row


def speaks_of_weekends(mentions: Iterable[Mention]) -> bool:
    """True when one of the mentions is a weekend: only then must the state be known."""
    return any(_is_weekend(mention.meaning) for mention in mentions)


def in_state(mentions: Sequence[Mention], days: Days, *, certain: bool) -> tuple[Mention, ...]:
    """The mentions, with the days of rest of a state as their weekends.

    Args:
        certain: the state is that of the outlet. A state that the report only names decides where the language leaves
            the days open, and nowhere else.
    """
    return tuple(
        replace(mention, meaning=_moved(mention.meaning, days, certain=certain))
        if _is_weekend(mention.meaning)
        else mention
        for mention in mentions
    )


def _is_weekend(meaning: Meaning) -> bool:
    return isinstance(meaning, Weekend) or (isinstance(meaning, Turned) and meaning.unit == _WEEKEND)


def _moved(meaning: Meaning, days: Days, *, certain: bool) -> Meaning:
    if isinstance(meaning, Weekend):
        return replace(meaning, begins=days[0], ends=days[1])
    if isinstance(meaning, Turned) and certain:
        return Weekend(days[0], meaning.turn, days[1], future=meaning.future, past=meaning.past)
    return meaning


def year_of(published: date | None, default: int = 9999) -> int:
    """The year in which the report looks at weekends: its own, else `default`."""
    return default if published is None else published.year
