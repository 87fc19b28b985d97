"""Counts that a word says by itself: «طفل», «مواطنان», "a woman", "a couple", «زوجته» beside others.

Source:
    Grammatical number: the indefinite singular and the dual count what they name.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline_core.lexicon.wordlists import FigureWords
from timeline_core.model.span import Span
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Kind, Unit
from timeline_core.text.words import words, words_in

_LED = 2
"""Words before the noun that counts: an article, what describes it ("a young man")."""
_DUAL, _PLURAL = "dual", "plural"
_NOUNS = frozenset({Kind.NOUN, Kind.DEFINITE, Kind.NAME, Kind.ADJECTIVE})


class Count(NamedTuple):
    """How many people a word says that there are."""

    span: Span
    value: int


class Worded:
    """Reads the counts of the nouns of one sentence."""

    def __init__(self, text: str, lexicon: FigureWords, grammar: Grammar) -> None:
        self._text, self._lexicon, self._grammar = text, lexicon, grammar

    def of(self, part: Sequence[Unit]) -> Count | None:
        """One or two people, by the noun alone; none where a number counts them."""
        single = self._single(part)
        if single is None and any(unit.kind is Kind.NUMBER for unit in part):
            return None
        return self._two(part) or single

    def of_kin(self, part: Sequence[Unit]) -> Count | None:
        """The kin of somebody who is counted beside them: «زوجته», "his wife", «أطفالهما الثلاثة»."""
        noun = next((unit for unit in part if self._grammar.names("kin", unit)), None)
        if noun is None or not self._is_owned(part, noun):
            return None
        number = part[-1] if part[-1].kind is Kind.NUMBER and part[-1].start > noun.start else None
        if number is not None:
            hit = self._lexicon.numbers.at(words(number.lemma), 0)
            return Count(_span(noun), int(hit.concept)) if hit is not None and hit.concept.isdecimal() else None
        if _PLURAL in noun.marks or any(unit.kind is Kind.NUMBER for unit in part):
            return None
        return Count(_span(noun), 2 if _DUAL in noun.marks else 1)

    def _two(self, part: Sequence[Unit]) -> Count | None:
        """A dual of people, or a noun for two of them: «مسعفان», "a couple", "her parents"."""
        run = words_in(self._text, Span(part[0].start, part[-1].end))
        listed = next((hit for hit in self._lexicon.duals.find(run) if hit.concept == "people"), None)
        if listed is not None and listed.at <= _LED:
            return Count(run[listed.at].span, 2)
        for unit in part[: _LED + 1]:
            known = self._is_dual(part, unit) and self._is_person(unit)
            two = self._grammar.names("pairs", unit) and (part[0].kind is Kind.DETERMINER or self._is_owned(part, unit))
            if known or two or self._grammar.names("twins", unit):
                return Count(_span(unit), 2)
        return None

    def _single(self, part: Sequence[Unit]) -> Count | None:
        run = words_in(self._text, Span(part[0].start, part[-1].end))
        hit = next((hit for hit in self._lexicon.singles.find(run) if not hit.clitic), None)
        led = self._lexicon.single_leads
        if hit is None or hit.at > _LED or (led and run[0].folded not in led):
            return None
        if run[hit.at].folded in led and len(run) > 1:  # "another", but not "another 12"
            return None
        return Count(run[hit.at].span, 1)

    def _is_dual(self, part: Sequence[Unit], unit: Unit) -> bool:
        """By its ending alone, which no plural bears: «لاعبان», «والداه», but not «لاعبين»."""
        endings = tuple(self._grammar.lists.get("dual_endings", ()))
        return (
            _DUAL in unit.marks and unit.kind in _NOUNS and (self._is_owned(part, unit) or unit.word.endswith(endings))
        )

    def _is_person(self, unit: Unit) -> bool:
        single = self._lexicon.singles.at(words(unit.lemma), 0)
        return single is not None or any(self._grammar.names(name, unit) for name in ("persons", "kin"))

    def _is_owned(self, part: Sequence[Unit], noun: Unit) -> bool:
        """It is said whose they are: by a pronoun glued to it or before it, or by a possessive."""
        glued = any(one is noun and two.kind is Kind.CLITIC for one, two in pairwise(part))
        led = [unit for unit in part if unit.end <= noun.start]
        return glued or any(self._grammar.has("whose", unit.word) or unit.kind is Kind.POSSESSIVE for unit in led)


def _span(unit: Unit) -> Span:
    return Span(unit.start, unit.end)
