"""Words that people bear as names and months bear too («رجب», "April"): what stands beside them tells which they are.

Only a month alone is in doubt: with a day, a year or a turn beside it («رمضان الماضي», "June 1990") it is a date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline_core.model.expression import Standing
from timeline_core.temporal.grammar.forms import Cue, Form
from timeline_core.temporal.grammar.lexicon import strings
from timeline_core.temporal.senses.dates import Month
from timeline_core.temporal.senses.sense import Sense
from timeline_core.text.fold import fold
from timeline_core.text.tokens import Tokens, is_narrow

_LONGEST = 3
"""Words of a name behind the month that it begins with."""
_STOPS = frozenset('.!?؟…:;؛"“”«»(')


@dataclass(frozen=True, slots=True)
class Doubt:
    """The section `[doubt]` of a language; words are folded."""

    persons: frozenset[str] = frozenset()
    """Months that are names of persons too."""
    leads: frozenset[str] = frozenset()
    """Words behind which they are months, whatever follows ("since")."""
    titles: frozenset[str] = frozenset()
    """Words behind which they are persons ("Mr", "lawyer")."""
    habits: frozenset[str] = frozenset()
    """Verbs and nouns of what is done every week ("opens", «الدوام»)."""
    clocks: frozenset[str] = frozenset()
    """Words of a time of day in a timetable ("a.m.", «الساعة»)."""
    verbs: frozenset[str] = frozenset()
    """Words that, right behind them, have a person for their subject, beside all verbs of the past."""
    days: frozenset[str] = frozenset()
    """Words behind which a day is one of the calendar, though the text calls a body or a place by it too ("on")."""
    bodies: frozenset[str] = frozenset()
    """Bodies and places: a month and other capitals before them are their name ("October Dam Hospital")."""

    @staticmethod
    def of(section: Mapping[str, object]) -> Doubt:
        """Read the section; what it leaves out is empty.

        Raises:
            LanguageError: a part of it is no list of words.
        """
        names = ("persons", "leads", "titles", "habits", "clocks", "verbs", "days", "bodies")
        return Doubt(*(frozenset(map(fold, strings(section.get(name, []), f"[doubt] {name}"))) for name in names))


def standing(said: Tokens, forms: Sequence[Form | None], at: int, sense: Sense, word: str, doubt: Doubt) -> Standing:
    """What the words beside the month make of it.

    Args:
        at: the token that it is, or is a part of.
        word: all that is said of it.
    """
    if not (isinstance(sense, Month) and sense.month and sense.year is None and sense.turn is None):
        return Standing.DATE
    if doubt.bodies and _heads_a_body(said, at, doubt):
        return Standing.NAME
    if fold(word) not in doubt.persons:
        return Standing.DATE
    before, after = _beside(said, at, -1), _beside(said, at, 1)
    if before and (_is_named(said, forms, at - 1) or fold(before) in doubt.titles):
        return Standing.NAME
    if fold(before) in doubt.leads:
        return Standing.DATE
    if after and (_is_named(said, forms, at + 1) or _is_verb(forms[at + 1]) or fold(after) in doubt.verbs):
        return Standing.NAME
    return Standing.OPEN


def _beside(said: Tokens, at: int, step: int) -> str:
    """The word before or after, with nothing but a blank between; empty where there is none."""
    other = at + step
    if not 0 <= other < len(said.words) or said.words[other] in _STOPS:
        return ""
    gap = said.gaps[max(at, other)]
    return said.words[other] if gap and is_narrow(gap) else ""


def _is_named(said: Tokens, forms: Sequence[Form | None], at: int) -> bool:
    """True for a word with a capital letter that no date is made of: "Jones"."""
    form = forms[at]
    return said.words[at][0].isupper() and (form is None or not form.parts)


def _heads_a_body(said: Tokens, at: int, doubt: Doubt) -> bool:
    """True for a month with capitals behind it that end in a body: "October Dam Hospital"."""
    for n in range(at + 1, min(at + 1 + _LONGEST, len(said.words))):
        if not _beside(said, n - 1, 1) or not said.words[n][0].isupper():
            return False
        if fold(said.words[n]) in doubt.bodies:
            return True
    return False


def _is_verb(form: Form | None) -> bool:
    return form is not None and any(looking.cue is Cue.PAST for looking in form.looks)
