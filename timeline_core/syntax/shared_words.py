"""Two dates with two deeds and nothing that parts them: which date is of which deed.

«أعدمت السلطات الجمعة رجلا أدين بهجوم وقع في تموز», "Police on Friday arrested a suspect in the killing on 3 March".

Source:
    DESIGN.md section 5: a date is never given to what it does not date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_core.syntax.clause import Clause
from timeline_core.syntax.segments import Range
from timeline_core.syntax.sentence import Sentence

_OTHER = 2
"""Telling words between two dates that make the second one of something else."""
_PLAIN = 1
"""Telling words that may follow a noun, or a preposition: with more of them another verb may have the date."""


def deeds(
    whole: Sentence, parts: Sequence[Clause], dates: Sequence[Range], fresh: Sequence[bool]
) -> list[Clause | None]:
    """The clause of each of the dates that share their words; the first deed goes with one day, or with days of a list.

    Args:
        parts: the shared clause, with the evidence of each date.
        fresh: a weekday or «أمس», by which news tells its own day.

    Returns:
        None for a date of which the words do not show what it is of.
    """
    if len(dates) > 1 and _inner_first(whole, parts[0], dates, fresh):
        start, end = parts[0].words[0], dates[0][1]
        noun = replace(parts[0], words=(start, end), whole=(start, end), skips=None)
        inner = noun if whole.grammar.bare_participle else _deed_of(whole, noun, (start + 1, dates[0][0]))
        return [inner, *deeds(whole, parts[1:], dates[1:], fresh[1:])]
    told: list[Clause | None] = [parts[0]]
    for k in range(1, len(dates)):
        between = (dates[k - 1][1], dates[k][0])
        if not _of_another(whole, between):
            told.append(_like(told[-1], parts[k]))
        else:
            told.append(_deed_of(whole, parts[k], between))
    return told


def listed(whole: Sentence, low: int, high: int) -> bool:
    """True when the second of two dates is joined to the first: «الخميس في موسكو والجمعة في باريس»."""
    return any(whole.marked(at, "joins") and whole.content_words((at, high)) == 0 for at in range(low, high + 1))


def _of_another(whole: Sentence, between: Range) -> bool:
    """True when another deed is told between two dates, so that the second cannot be of the first deed too."""
    tells = whole.content_words(between) >= _OTHER or bool(whole.concepts_in(between))
    return tells and not listed(whole, *between)


def _like(before: Clause | None, part: Clause) -> Clause | None:
    """What the date before it is of; the evidence reaches the date itself."""
    return part if before is None or before.words == part.words else before


def _inner_first(whole: Sentence, clause: Clause, dates: Sequence[Range], fresh: Sequence[bool]) -> bool:
    """True where the first date is of a noun, and the main verb stands behind: "a man wounded on … died on …"."""
    before = whole.concepts_in((clause.words[0] + 1, dates[0][0]))
    between = (dates[0][1], dates[1][0])
    if not before or not _of_another(whole, between):
        return False
    if fresh[1] and not fresh[0]:
        return whole.grammar.bare_participle or bool(whole.concepts_in((clause.words[0], before[-1].at)))
    verb = any(hit.at == between[0] for hit in whole.concepts_in(between))
    return whole.grammar.bare_participle and verb and whole.content_words((between[0] + 1, between[1])) <= _PLAIN


def _deed_of(whole: Sentence, clause: Clause, within: Range) -> Clause | None:
    """The deed told last before its date, where the words behind it leave the date to it."""
    hit = next(reversed(whole.concepts_in(within)), None)
    if hit is None or not _leaves(whole, (hit.at + hit.count, within[1])):
        return None
    told = (hit.at, max(clause.words[1], within[1]))
    return replace(clause, words=told, whole=told, skips=None, noun=True) if whole.content_words(told) > 1 else None


def _leaves(whole: Sentence, part: Range) -> bool:
    """True when nothing but what belongs to the deed stands in these words: whom, where."""
    free = 0
    for at in range(*part):
        if whole.led_to(at) or whole.run[at].folded in whole.phrasing.clauses.prepositions:
            free = 0
        elif not _belongs(whole, at):
            free += 1
            if free > _PLAIN:
                return False
    return True


def _belongs(whole: Sentence, at: int) -> bool:
    """True for a number, a name or noun with its article, a verb that only says that it took place, a small word."""
    word = whole.run[at]
    named = whole.grammar.capitals and whole.text[word.start].isupper()
    counted = word.folded.isdecimal() or whole.phrasing.figures.numbers.at(whole.run, at) is not None
    empty = word.folded in whole.phrasing.clauses.relative_verbs["empty"] or whole.content_words((at, at + 1)) == 0
    return named or counted or empty or whole.article(at)
