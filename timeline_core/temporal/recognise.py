"""Finds the words of a text that denote time: one pass over all words, and the grammar only where a date can begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline_core.model.expression import Mention, Standing
from timeline_core.model.span import Span
from timeline_core.temporal.grammar.beyond import LINE
from timeline_core.temporal.grammar.doubt import Beside
from timeline_core.temporal.grammar.ends import ends_of
from timeline_core.temporal.grammar.forms import Cue
from timeline_core.temporal.grammar.habits import habitual, yearly
from timeline_core.temporal.grammar.language import Language, Place
from timeline_core.temporal.grammar.looks import View, is_aside, is_bound, is_destined, looks
from timeline_core.temporal.grammar.matcher import Atom, Matcher, Reading
from timeline_core.temporal.grammar.meaning_table import build
from timeline_core.temporal.grammar.meanings import Named, dated_by
from timeline_core.temporal.grammar.stretches import Known, Stretches
from timeline_core.temporal.senses.dates import Weekday
from timeline_core.temporal.senses.sense import Sense
from timeline_core.text.fold import fold
from timeline_core.text.tokens import Tokens, tokens

_PLURAL = "plural_word"
"""The kind of words in `[endings]` that are plurals ("soldiers")."""
_WINDOW = 12
"""How far ahead an expression of a long run is looked for, in atoms; one that reached further is not remembered."""
_JOINED = 2
"""Tokens from the last of a date to the first of the next, where one word joins them: "July and August"."""
_LONGEST_KEPT = 12
"""Words: what was read in a run of at most so many is remembered."""
_FIRST_YEAR, _SECOND_YEAR = re.compile(r"\d{4}$"), re.compile(r"[-–/](\d{4}|\d\d)(?!\w)")
_PLAIN = frozenset(("", " "))
_NONE: frozenset[str] = frozenset()
_AT_LINE = frozenset((LINE,))
_HEADING_MARKS = "#*_"


def recognise(text: str, language: Language) -> tuple[Mention, ...]:
    """Find every expression of time in the text, in its order: «أمس», "on Feb 10th". None overlaps another.

    Cost:
        Linear in the text.
    """
    found = _mentions(text, 0, language)
    for other in language.beside:
        found = _merged(found, _elsewhere(text, other))
    return tuple(found)


def _elsewhere(text: str, other: Language) -> list[Mention]:
    """What another language finds, on lines with a letter of its alphabet: of an English tweet in an Arabic report."""
    found: list[Mention] = []
    start = 0
    for line in text.split("\n"):
        if other.alphabet.search(line):
            found += _mentions(line, start, other)
        start += len(line) + 1
    return found


def _mentions(text: str, shift: int, language: Language) -> list[Mention]:
    said = tokens(text)
    forms = Known(said.words, language.forms)
    found = _found(text, said, forms, language)
    if not found:
        return []
    beside = Beside(said, forms, language.doubt, lambda word: _PLURAL in language.beyond.kinds(word))
    places = [(at, at + place.last - place.first, place.sense) for at, _, place in found]
    dated = {token for first, last, _ in places for token in range(first, last + 1)}
    view = View(said, forms, dated, language.around)
    mentions = []
    found = _shared_years(said, found, language)
    sets = habitual(said, places, language.doubt) | yearly(said, places, language.doubt)
    for number, (at, span, place) in enumerate(found):
        sense = _facing(view, place.sense, at, span)
        stands = Standing.NAME if place.named else Standing.SET if number in sets else Standing.DATE
        if stands is Standing.DATE:
            stands = beside.standing(sense, span.of(text), at, at + place.last - place.first)
        ends = () if place.ends is None else _parted(said, at - place.first, span, place.ends)
        mention = Mention(span, sense, sense.future, stands, ends)
        mentions.append(mention.shifted(shift) if shift else mention)
    return mentions


def _found(text: str, said: Tokens, forms: Known, language: Language) -> list[tuple[int, Span, Place]]:
    """Every expression: the number of the token that it begins in, its span, and what was read there."""
    found: list[tuple[int, Span, Place]] = []
    for first, end in Stretches(said, forms, language.grammar).find():
        for place in _places(said, forms, first, end, language):
            span = Span(said.starts[first + place.first] + place.start, said.starts[first + place.last] + place.end)
            if not (_cuts_code(text, span) or _cuts_years(text, span)):
                found.append((first + place.first, span, place))
    return found


def _facing(view: View, sense: Sense, at: int, span: Span) -> Sense:
    """The sense, told whether the words around it point to the future («سيلتقي», "will meet") or the past ("met")."""
    bound, aside = is_bound(view, at), is_aside(view, at)
    set_for = isinstance(sense, Weekday) and is_destined(view, at, span)
    cue = looks(view, at, span, granted=bound or set_for)
    future, past = (sense.future, sense.past) if cue is None else (cue is Cue.FUTURE, cue is Cue.PAST)
    return sense.facing(future=future, past=past, aside=aside and not bound, bound=bound)


def _cuts_code(text: str, span: Span) -> bool:
    """True where the words are cut out of a code, by capitals at their edge: the "9BC" of "9BC85F" is no year."""
    ahead, behind = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    return (ahead.isalnum() and text[span.start].isupper()) or (behind.isalnum() and text[span.end - 1].isupper())


def _cuts_years(text: str, span: Span) -> bool:
    """True for what takes only the first of two years that are one: no quarter of 2018 is "the third of 2018-2019"."""
    first, second = _FIRST_YEAR.search(span.of(text)), _SECOND_YEAR.match(text, span.end)
    if first is None or second is None:
        return False
    return str(int(first[0]) + 1).endswith(second[1])


def _parted(said: Tokens, run: int, span: Span, ends: tuple[int, int, int, int]) -> tuple[Span, ...]:
    """The spans of the two ends of a stretch.

    Args:
        run: the token from which `ends` counts.
        ends: as `Place.ends`.
    """
    until, since = said.starts[run + ends[0]] + ends[1], said.starts[run + ends[2]] + ends[3]
    return Span(span.start, until), Span(since, span.end)


def _shared_years(
    said: Tokens, found: list[tuple[int, Span, Place]], language: Language
) -> list[tuple[int, Span, Place]]:
    """Give a day or month without a year that of the date that it is joined to by "and", «و».

    "In July and August 1988" are two months of one year.
    """
    joins = language.around.joins
    for number in range(len(found) - 2, -1, -1) if joins else ():
        at, span, place = found[number]
        after = found[number + 1]
        if _between(said, at + place.last - place.first, after) in joins:
            sense = dated_by(place.sense, after[2].sense)
            if sense is not place.sense:
                found[number] = at, span, place._replace(sense=sense)
    return found


def _between(said: Tokens, last: int, after: tuple[int, Span, Place]) -> str:
    """The one word between token `last` and the next date, or the particle glued to that date; else empty."""
    at, _, place = after
    if at - last == _JOINED:
        return fold(said.words[at - 1])
    return fold(said.words[at][: place.start]) if at - last == 1 else ""


def _places(said: Tokens, forms: Known, first: int, end: int, language: Language) -> tuple[Place, ...]:
    """The expressions of one run of words. News says the same few words again and again, so short runs are
    remembered.
    """
    edges = _edges(said, first, end, language)
    if end - first > _LONGEST_KEPT:
        return _read(said, forms, first, end, language, edges)
    key = (edges, *said.words[first:end])
    kept = language.runs.recall(key)
    return language.runs.keep(key, _read(said, forms, first, end, language, edges)) if kept is None else kept


def _read(said: Tokens, forms: Known, first: int, end: int, language: Language, edges: _Edges) -> tuple[Place, ...]:
    atoms, sources = _atoms(said, forms, first, end)
    found = []
    for reading in _readings(atoms, language, edges):
        named = isinstance(reading.value, Named)
        sense = reading.value.date if isinstance(reading.value, Named) else reading.value
        if isinstance(sense, Sense):
            begin, last = sources[reading.first], sources[reading.end - 1]
            found.append(
                Place(
                    begin - first,
                    atoms[reading.first].start - said.starts[begin],
                    last - first,
                    atoms[reading.end - 1].end - said.starts[last],
                    sense,
                    named,
                    _ends(reading, said, atoms, sources, first),
                )
            )
    return tuple(found)


def _ends(
    reading: Reading, said: Tokens, atoms: Sequence[Atom], sources: Sequence[int], first: int
) -> tuple[int, int, int, int] | None:
    """Where the two ends of a stretch stand, as `Place.ends`; None of what is no stretch."""
    parted = ends_of(reading, atoms)
    if parted is None:
        return None
    end, begin = parted[0] - 1, parted[1]
    words = sources[end], sources[begin]
    return (
        words[0] - first,
        atoms[end].end - said.starts[words[0]],
        words[1] - first,
        atoms[begin].start - said.starts[words[1]],
    )


def readings(text: str, language: Language) -> Iterator[tuple[Sequence[Atom], Reading]]:
    """What `recognise` finds in that language alone, as trees; each comes with the atoms that its places count."""
    said = tokens(text)
    forms = Known(said.words, language.forms)
    for first, end in Stretches(said, forms, language.grammar).find():
        atoms, _ = _atoms(said, forms, first, end)
        for reading in _readings(atoms, language, _edges(said, first, end, language)):
            if isinstance(reading.value, Sense):
                yield atoms, reading


def _readings(atoms: Sequence[Atom], language: Language, edges: _Edges) -> Iterator[Reading]:
    kinds = language.beyond.kinds
    matcher = Matcher(
        language.grammar, atoms, build, closed=edges.closed, ahead=edges.ahead, beyond=edges.beyond, kinds=kinds
    )
    at = 0
    while at < len(atoms):
        reading = _longest(matcher, atoms, at, language) if atoms[at].begins else None
        matcher.forget()
        if reading is not None:
            yield reading
        at = at + 1 if reading is None else reading.end


def _longest(matcher: Matcher, atoms: Sequence[Atom], at: int, language: Language) -> Reading | None:
    """The longest reading that begins at the atom; remembered, since lists and tables say the same words many times."""
    if at + _WINDOW >= len(atoms):
        return matcher.longest(at)
    key = (*((atom.word, atom.sign) for atom in atoms[max(at - 1, 0) : at + _WINDOW]), at == 0)
    kept = language.windows.recall(key)
    if kept is None:
        reading = matcher.longest(at)
        if matcher.seen >= at + _WINDOW or at == 0:
            return reading
        kept = language.windows.keep(key, (reading, at))
    reading, was = kept
    return reading if reading is None or at == was else reading.shifted(at - was)


def _merged(found: list[Mention], more: list[Mention]) -> list[Mention]:
    """Both lists in the order of the text, without what of `more` overlaps something of `found`."""
    kept: list[Mention] = []
    at = 0
    for mention in more:
        while at < len(found) and found[at].span.end <= mention.span.start:
            at += 1
        if at == len(found) or not found[at].span.overlaps(mention.span):
            kept.append(mention)
    return sorted(found + kept, key=lambda mention: mention.span) if kept else found


class _Edges(NamedTuple):
    """What stands around a run of words: the kinds of the word before and behind it, and whether the line ends
    there.
    """

    ahead: frozenset[str]
    beyond: frozenset[str]
    closed: bool


def _edges(said: Tokens, first: int, end: int, language: Language) -> _Edges:
    if _begins_line(said, first):
        ahead = _AT_LINE
    else:
        ahead = language.beyond.kinds(said.words[first - 1]) if said.gaps[first] == " " else _NONE
    gap = said.gaps[end] if end < len(said.gaps) else ""
    if _ends_line(said, end):
        return _Edges(ahead, _NONE, closed=True)
    return _Edges(ahead, language.beyond.kinds(said.words[end]) if gap in _PLAIN else _NONE, closed=False)


def _begins_line(said: Tokens, first: int) -> bool:
    """True where a line begins, but for the marks of a heading: «## آذار», "**March**"."""
    while first and "\n" not in said.gaps[first] and not said.words[first - 1].strip(_HEADING_MARKS):
        first -= 1
    return not first or "\n" in said.gaps[first]


def _ends_line(said: Tokens, end: int) -> bool:
    """True where a line ends, but for the marks of a heading."""
    while end < len(said.words) and "\n" not in said.gaps[end] and not said.words[end].strip(_HEADING_MARKS):
        end += 1
    return end >= len(said.words) or "\n" in said.gaps[end]


def _atoms(said: Tokens, forms: Known, first: int, end: int) -> tuple[list[Atom], list[int]]:
    """The atoms of a run of words («وبالشهر» is three of them), and for each the token that it comes from."""
    atoms: list[Atom] = []
    sources: list[int] = []
    for at in range(first, end):
        form, start = forms[at], said.starts[at]
        if form is not None:
            for part in form.parts:
                begin, until = start + part.start, start + part.end
                atoms.append(Atom(part.word, begin, until, part.terms, part.begins, part.sign, part.rests, part.alone))
                sources.append(at)
    return atoms, sources
