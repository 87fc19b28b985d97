"""Words that are a date or a name («رجب», "April"): what stands beside them tells which.

A month is in doubt only alone; with a day, a year or a turn beside it («رمضان الماضي», "June 1990") it is a date. A
number among numbers («0933 12 04 2011») is no year, but part of a row of figures. «الاثنين» is Monday, or "the two".
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
from timeline_core.text.marks import DASHES
from timeline_core.text.tokens import Tokens, is_narrow

_LONGEST = 3
"""Words behind a month in which the body that it may be a name of is looked for ("October Dam Hospital")."""
_TWO_BEFORE = 30
"""Words before "the two" in which two persons or things must be named («رجلان»)."""
_STOPS = frozenset('.!?؟…:;؛"“”«»(')


@dataclass(frozen=True, slots=True)
class Doubt:
    """The section `[doubt]` of a language: lists of words, folded."""

    persons: frozenset[str] = frozenset()
    """Months that are names of persons too."""
    leads: frozenset[str] = frozenset()
    """Words that make `persons` right behind them months, whatever follows: "since April"."""
    titles: frozenset[str] = frozenset()
    """Words that make `persons` right behind them persons: "Mr", "lawyer"."""
    heads: frozenset[str] = frozenset()
    """Months that are no months at the head of a sentence, unless a plural follows: there «آب» is a verb."""
    habits: frozenset[str] = frozenset()
    """Words of what is done every week, of a timetable: "opens", «الدوام»."""
    clocks: frozenset[str] = frozenset()
    """Words of a time of day in a timetable ("a.m.", «الساعة»)."""
    verbs: frozenset[str] = frozenset()
    """Words that make `persons` right before them persons, beside all verbs of the past: "April says"."""
    days: frozenset[str] = frozenset()
    """Words that make a day right behind them a date, though the text calls a bridge by that day, too: "on 6 October".
    """
    bodies: frozenset[str] = frozenset()
    """Nouns of bodies and places: a month and capitals before one are its name ("October Dam Hospital")."""
    twos: frozenset[str] = frozenset()
    """Weekdays that are "the two" too («الاثنين»)."""
    duals: frozenset[str] = frozenset()
    """Words for two persons or things («رجلان»), of whom "the two" can speak."""
    takes: frozenset[str] = frozenset()
    """Words that make `twos` right behind them "the two", where two were named before: «أفرج عن الاثنين»."""

    oblique: frozenset[str] = frozenset()
    """Endings of a dual that `twos` agree with: «المرشحين الاثنين»."""
    upright: frozenset[str] = frozenset()
    """Endings of the same dual as a subject: «المرشحان»."""
    fronts: frozenset[str] = frozenset()
    """The article, and the article with what is glued to it."""
    years: frozenset[str] = frozenset()
    """Phrases that make a day near them one of every year: «من كل عام», "each year"."""
    glued: frozenset[str] = frozenset()
    """Particles of one letter that may be glued to any of these words: the «و» of «وشابين»."""

    def holds(self, word: str, words: frozenset[str]) -> bool:
        """True where `word` is one of `words`, or one of them behind a glued particle: «وشابين»."""
        said = folded(word)
        return said in words or (said[:1] in self.glued and said[1:] in words)

    @staticmethod
    def of(section: Mapping[str, object], glued: frozenset[str] = frozenset()) -> Doubt:
        """Read the section `[doubt]`; a list that it leaves out is empty.

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
            "oblique",
            "upright",
            "fronts",
            "years",
        )
        lists = (frozenset(map(fold, strings(section.get(name, []), f"[doubt] {name}"))) for name in names)
        return replace(Doubt(*lists), glued=glued)


@dataclass(frozen=True, slots=True)
class Beside:
    """Tells for each expression of one text whether the words beside it make it a date, a name or a figure."""

    said: Tokens
    forms: Known
    doubt: Doubt
    plural: Callable[[str], bool]
    """Whether a word is a plural, as far as its letters tell."""

    def standing(self, sense: Sense, word: str, first: int, last: int) -> Standing:
        """Whether the expression is a date, a name, part of figures, or still open.

        Args:
            word: the words of the expression.
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
        """True where the word before takes "the two", and two persons or things were named shortly before."""
        if self._agrees_with_two(at):
            return True
        if not self.doubt.holds(self._word(at, -1), self.doubt.takes):
            return False
        return any(self.doubt.holds(word, self.doubt.duals) for word in self.said.words[max(at - _TWO_BEFORE, 0) : at])

    def _agrees_with_two(self, at: int) -> bool:
        """The word before may be the dual of a noun that was told of two: «تقدم مرشحان … استبعد المرشحين الاثنين»."""
        before = self._dual(self._word(at, -1), self.doubt.oblique)
        return bool(before) and any(self._dual(word, self.doubt.upright) == before for word in self.said.words[:at])

    def _dual(self, word: str, endings: frozenset[str]) -> str:
        """The noun without that ending and without the article: «مرشح» of «المرشحين»; empty where it ends otherwise."""
        said = folded(word)
        stem = next((said.removesuffix(end) for end in endings if said.endswith(end)), "")
        return next((stem.removeprefix(front) for front in self.doubt.fronts if stem.startswith(front)), stem)

    def _of_month(self, word: str, at: int) -> Standing:
        doubt, before, after = self.doubt, self._word(at, -1), self._word(at, 1)
        if after in DASHES and after and self._begins_line(at):
            return Standing.DATE
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
        """The next word in that direction, where only a blank lies between; else empty.

        Args:
            step: -1 for the word before, 1 for the word behind.
        """
        other = at + step
        if not 0 <= other < len(self.said.words) or self.said.words[other] in _STOPS:
            return ""
        gap = self.said.gaps[max(at, other)]
        return self.said.words[other] if gap and is_narrow(gap) else ""

    def _heads_sentence(self, at: int) -> bool:
        return at == 0 or self.said.words[at - 1] in _STOPS or "\n" in self.said.gaps[at]

    def _begins_line(self, at: int) -> bool:
        return at == 0 or "\n" in self.said.gaps[at]

    def _in_figures(self, at: int) -> bool:
        """True for a number with another number right before or behind it, as in the number of a telephone."""
        return any(self._word(at, step)[:1].isdecimal() for step in (-1, 1)) and self.said.words[at].isdecimal()

    def _is_named(self, at: int) -> bool:
        """True for a word with a capital letter that is in no date: "Jones"."""
        form = self.forms[at]
        return self.said.words[at][0].isupper() and (form is None or not form.parts)

    def _is_verb(self, at: int) -> bool:
        form = self.forms[at]
        return form is not None and any(looking.cue is Cue.PAST for looking in form.looks)

    def _heads_a_body(self, at: int) -> bool:
        """True for a month whose next words, with capitals, end in the noun of a body: "October Dam Hospital"."""
        for n in range(at + 1, min(at + 1 + _LONGEST, len(self.said.words)) if self.doubt.bodies else at):
            if not self.said.words[n][0].isupper() or not self._word(n - 1, 1):
                return False
            if fold(self.said.words[n]) in self.doubt.bodies:
                return True
        return False
