"""Words that people bear as names and months bear too («رجب», "April"): what stands beside them tells which they are.

A month alone is in doubt, for with a day, a year or a turn beside it («رمضان الماضي», "June 1990") it is a date; and a
lone number among others («0933 12 04 2011») is part of a row of figures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from timeline_core.model.expression import Standing
from timeline_core.temporal.grammar.forms import Cue
from timeline_core.temporal.grammar.lexicon import strings
from timeline_core.temporal.grammar.stretches import Known
from timeline_core.temporal.senses.dates import Day, Month, Weekday, Year
from timeline_core.temporal.senses.sense import Sense
from timeline_core.text.fold import fold, folded
from timeline_core.text.tokens import Tokens, is_narrow

_LONGEST = 3
"""Words of a name behind the month that it begins with."""
_TWO_BEFORE = 30
"""Words before "the two" in which they are named."""
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
    heads: frozenset[str] = frozenset()
    """Months that are something else at the head of a sentence, where no plural follows: «آب» is a verb there."""
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
    twos: frozenset[str] = frozenset()
    """Weekdays that are "the two" too («الاثنين»)."""
    duals: frozenset[str] = frozenset()
    """Words for two persons or things («رجلان»), of whom "the two" can speak."""
    takes: frozenset[str] = frozenset()
    """Words right behind which "the two" are they, where they were named before («أفرج عن الاثنين»)."""

    years: frozenset[str] = frozenset()
    """Phrases beside which a day is one of every year ("each year")."""
    glued: frozenset[str] = frozenset()
    """Particles of one letter that any of these words may stand behind."""

    def holds(self, word: str, words: frozenset[str]) -> bool:
        """True for one of the words, perhaps behind a particle: «وشابين»."""
        said = folded(word)
        return said in words or (said[:1] in self.glued and said[1:] in words)

    @staticmethod
    def of(section: Mapping[str, object], glued: frozenset[str] = frozenset()) -> Doubt:
        """Read the section; what it leaves out is empty.

        Raises:
            LanguageError: a part of it is no list of words.
        """
        names = (
            "persons",
            "leads",
            "titles",
            "heads",
            "habits",
            "clocks",
            "verbs",
            "days",
            "bodies",
            "twos",
            "duals",
            "takes",
            "years",
        )
        lists = (frozenset(map(fold, strings(section.get(name, []), f"[doubt] {name}"))) for name in names)
        return replace(Doubt(*lists), glued=glued)


@dataclass(frozen=True, slots=True)
class Beside:
    """Tells of the expressions of one text what the words beside them make of them."""

    said: Tokens
    forms: Known
    doubt: Doubt
    plural: Callable[[str], bool]
    """Tells whether a word is a plural."""

    def standing(self, sense: Sense, word: str, first: int, last: int) -> Standing:
        """What the words beside make of an expression.

        Args:
            word: all that is said of it.
            first: the token that it begins in.
            last: the token that it ends in.
        """
        if isinstance(sense, Year) and first == last and self._in_figures(first):
            return Standing.FIGURE
        if isinstance(sense, Month) and sense.month and sense.year is None and sense.turn is None:
            return self._of_month(fold(word), first)
        if isinstance(sense, Day) and sense.month.month and sense.month.year is None and self._heads_a_body(last):
            return Standing.NAME
        if isinstance(sense, Weekday) and sense.turn is None and fold(word) in self.doubt.twos and self._are_two(first):
            return Standing.NAME
        return Standing.DATE

    def _are_two(self, at: int) -> bool:
        """True where a verb or preposition takes the two who were named shortly before."""
        if not self.doubt.holds(self._word(at, -1), self.doubt.takes):
            return False
        return any(self.doubt.holds(word, self.doubt.duals) for word in self.said.words[max(at - _TWO_BEFORE, 0) : at])

    def _of_month(self, word: str, at: int) -> Standing:
        doubt, before, after = self.doubt, self._word(at, -1), self._word(at, 1)
        if word in doubt.heads and self._heads_sentence(at) and after and not self.plural(after):
            return Standing.NAME
        if self._heads_a_body(at):
            return Standing.NAME
        if word not in doubt.persons:
            return Standing.DATE
        if before and (self._is_named(at - 1) or fold(before) in doubt.titles):
            return Standing.NAME
        if fold(before) in doubt.leads:
            return Standing.DATE
        if after and (self._is_named(at + 1) or self._is_verb(at + 1) or fold(after) in doubt.verbs):
            return Standing.NAME
        return Standing.OPEN

    def _word(self, at: int, step: int) -> str:
        """The word before or after, with nothing but a blank between; empty where there is none."""
        other = at + step
        if not 0 <= other < len(self.said.words) or self.said.words[other] in _STOPS:
            return ""
        gap = self.said.gaps[max(at, other)]
        return self.said.words[other] if gap and is_narrow(gap) else ""

    def _heads_sentence(self, at: int) -> bool:
        return at == 0 or self.said.words[at - 1] in _STOPS or "\n" in self.said.gaps[at]

    def _in_figures(self, at: int) -> bool:
        """True for a number with another right before or behind it: part of the number of a telephone."""
        return any(self._word(at, step)[:1].isdecimal() for step in (-1, 1)) and self.said.words[at].isdecimal()

    def _is_named(self, at: int) -> bool:
        """True for a word with a capital letter that no date is made of: "Jones"."""
        form = self.forms[at]
        return self.said.words[at][0].isupper() and (form is None or not form.parts)

    def _is_verb(self, at: int) -> bool:
        form = self.forms[at]
        return form is not None and any(looking.cue is Cue.PAST for looking in form.looks)

    def _heads_a_body(self, at: int) -> bool:
        """True for a month with capitals behind it that end in a body: "October Dam Hospital"."""
        for n in range(at + 1, min(at + 1 + _LONGEST, len(self.said.words)) if self.doubt.bodies else at):
            if not self.said.words[n][0].isupper() or not self._word(n - 1, 1):
                return False
            if fold(self.said.words[n]) in self.doubt.bodies:
                return True
        return False
