"""Words of a text for look-up by phrase: where they stand, how they are folded, and what is left without clitics."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.text.fold import CONTROLS, SIGNS, fold, folded

_LETTERS = rf"[^\W_]+(?:[{SIGNS}]+[^\W_]*)*"
"""Letters and figures; the words of a hashtag are parted by the sign that joins them («#التحالف_العربي»)."""
_PART = rf"{_LETTERS}(?:[{CONTROLS}]+{_LETTERS})*"
_WORD = re.compile(rf"{_PART}(?:['’.&-]{_PART})*\+?")
_APART = re.compile(f"({_WORD.pattern})")
"""Between the words, and they themselves."""
CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
BEFORE_ARTICLE = ("لل", "ولل", "فلل")
ARTICLE = "ال"
"""What is glued before a word; what is before a word with its article, and swallows a letter of that; the article."""
_SHORTEST = 2
_LINE = 400
"""Letters of a text whose words may be remembered."""
_LINES = 300
"""Such texts that are remembered."""
_TITLE = 40
"""Words of a title, in which few lists are looked up: a table of all their forms would cost more."""
_REPORTS = 30
"""Longer texts that are remembered: a report and its paragraphs."""
REMEMBERED = 50_000
"""Spellings that a lexicon remembers."""


_Listed = Mapping[str, object] | Set[str]


class Word(NamedTuple):
    """One word of a text; `folded` may be shorter than the span, `forms` are it and what is left without clitics."""

    start: int
    end: int
    folded: str

    @property
    def span(self) -> Span:
        """Where the word stands, as given."""
        return Span(self.start, self.end)

    @property
    def forms(self) -> tuple[tuple[str, int], ...]:
        """(form, letters split off in front), the whole word first."""
        return bare(self.folded)


class Run(tuple[Word, ...]):
    """Words that stand one behind the other. Many lists are looked up in the same ones.

    What is found in a text is found in its parts: each list is looked up once in the words of a report.
    """

    whole: Run | None = None
    """The run of which this is a part, from the word `low` on."""
    low: int = 0

    def part(self, low: int, high: int) -> Run:
        """The words from one to another."""
        found, whole = Run(self[low:high]), self.whole
        if whole is None:
            found.whole, found.low = self, low
        else:
            found.whole, found.low = whole, self.low + low
        return found

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Each spelling, with where it stands."""
        found: dict[str, list[int]] = {}
        for at, (_, _, spelling) in enumerate(self):
            if spelling in found:
                found[spelling].append(at)
            else:
                found[spelling] = [at]
        return found

    def where(self, opens: Callable[[str], bool]) -> list[int]:
        """The places of the words of which `opens` holds, in order; each spelling of the whole is asked for once.

        Args:
            opens: a method of what never changes, so that it is known again.
        """
        if self.whole is not None:
            return self._of_whole(self.whole.where(opens))
        found = self._held.get(opens)
        if found is None:
            found = [at for spelling, places in self.places.items() if opens(spelling) for at in places]
            found.sort()
            self._held[opens] = found
        return found

    @cached_property
    def _held(self) -> dict[Callable[[str], bool], list[int]]:
        return {}

    def _of_whole(self, every: list[int]) -> list[int]:
        """Those of the places in the whole that lie in this part."""
        if not every:  # as it is of most lists
            return every
        low = self.low
        return [at - low for at in every[bisect_left(every, low) : bisect_left(every, low + len(self))]]

    @cached_property
    def forms(self) -> Mapping[str, Sequence[int]]:
        """Each form of a word, with or without what is glued to it, and where such words stand."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, (_, _, spelling) in enumerate(self):
            for form in _forms(spelling):
                found[form].append(at)
        return found

    @cached_property
    def _listed(self) -> dict[int, tuple[_Listed, list[int]]]:
        return {}

    @cached_property
    def _listed_exactly(self) -> dict[int, tuple[_Listed, list[int]]]:
        return {}

    def where_exactly(self, known: Set[str]) -> list[int]:
        """The places of the words that are on a list that never changes, as they stand, in order."""
        whole = self if self.whole is None else self.whole
        held = whole._listed_exactly.get(id(known))
        if held is None or held[0] is not known:
            held = whole._listed_exactly[id(known)] = known, _looked_up(whole.places, known)
        return held[1] if whole is self else self._of_whole(held[1])

    def where_any(self, known: Set[str]) -> list[int]:
        """The places of the words of which one form is known, in order."""
        if self.whole is not None:
            return self._of_whole(self.whole.where_any(known))
        return sorted({at for form in _in_both(self.forms, known) for at in self.forms[form]})

    def where_listed(self, known: _Listed) -> list[int]:
        """The same for a list that never changes, which is looked up once in the whole."""
        whole = self if self.whole is None else self.whole
        held = whole._listed.get(id(known))
        if held is None or held[0] is not known:
            held = whole._listed[id(known)] = known, _looked_up(whole.forms, known)
        return held[1] if whole is self else self._of_whole(held[1])

    @cached_property
    def distinct(self) -> frozenset[str]:
        """Their spellings, each once."""
        return frozenset(self.places)


def _looked_up(own: Mapping[str, Sequence[int]], known: _Listed) -> list[int]:
    """The places of the words that are on the list, in order."""
    met: Iterable[str]
    if isinstance(known, dict):
        met = own.keys() & known.keys()
    else:
        met = _in_both(own, known.keys() if isinstance(known, Mapping) else known)
    return sorted({at for form in met for at in own[form]})


def _in_both(own: Mapping[str, Sequence[int]], known: Set[str]) -> list[str]:
    """The words that are in both; the smaller is walked (`keys() & frozenset` walks a large one)."""
    return [word for word in own if word in known] if len(own) < len(known) else [word for word in known if word in own]


def words(text: str, offset: int = 0) -> Run:
    """The words of `text` in order; `offset` is added to every span."""
    if offset:
        return _words(text, offset)
    return _of_report(text) if len(text) > _LINE else _of_line(text)


def words_in(text: str, span: Span) -> Run:
    """The words of a part of the text, with their places in the whole; no word is torn that an edge does not tear."""
    every = words(text)
    low, high = bisect_left(every, (span.start,)), bisect_left(every, (span.end,))
    torn = (low and every[low - 1].end > span.start) or (high and every[high - 1].end > span.end)
    return _words(span.of(text), span.start) if torn else every.part(low, high)


def _words(text: str, offset: int = 0) -> Run:
    new = tuple.__new__  # what a named tuple does beside it costs as much again, and there are many words
    pieces = _APART.split(text)
    edges = list(accumulate(map(len, pieces)))
    if offset:
        edges = [edge + offset for edge in edges]
    told = zip(edges[0::2], edges[1::2], map(folded, pieces[1::2]), strict=False)  # behind the last word is no edge
    return Run([new(Word, word) for word in told])


_of_line = lru_cache(maxsize=_LINES)(_words)
"""Of titles and other short texts: several rules read the words of one and the same."""
_of_report = lru_cache(maxsize=_REPORTS)(_words)
"""Of the report that is being read: names, sentences and figures are all found among its words."""


def run_of(some: Sequence[Word]) -> Run:
    """The words as a run, for those that many lists are looked up in."""
    return some if isinstance(some, Run) else Run(some)


def spelled(text: str) -> tuple[str, ...]:
    """The words of a phrase of a list, folded, as those of a text are compared with them."""
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=REMEMBERED)
def bare(folded: str) -> tuple[tuple[str, int], ...]:
    """A folded word, then the same without each proclitic (و ف ب ل ك and their pairs) that it may begin with.

    «للقيادة» is read as ل + القيادة, so that a name with its article is found; "ISIS's" also as "ISIS".
    """
    forms = [(folded, 0)]
    if folded.endswith("'s"):
        forms.append((folded[:-2], 0))
    for clitic in CLITICS:
        if folded.startswith(clitic) and len(folded) >= len(clitic) + _SHORTEST:
            forms.append((folded[len(clitic) :], len(clitic)))
    for clitic in BEFORE_ARTICLE:
        if folded.startswith(clitic) and len(folded) >= len(clitic) + _SHORTEST:
            forms.append((ARTICLE + folded[len(clitic) :], len(clitic) - 1))
    return tuple(forms)


@lru_cache(maxsize=REMEMBERED)
def _forms(folded: str) -> tuple[str, ...]:
    return tuple(form for form, _ in bare(folded))


def letters_to_skip(word: str, letters: int) -> int:
    """How many code points of `word`, as given, hold its first `letters` folded letters and their vowel signs."""
    at = 0
    while letters > 0 and at < len(word):
        letters -= len(folded(word[at]))
        at += 1
    while 0 < at < len(word) and not folded(word[at]):
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of a lexicon in a run of words: which concept, from which word on, how many."""

    concept: str
    at: int
    count: int
    clitic: int = 0


def _follows(run: Sequence[Word], at: int, phrase: Sequence[str]) -> bool:
    """True where the phrase goes on behind the word as it begins with it."""
    if at + len(phrase) > len(run):
        return False
    for k in range(1, len(phrase)):  # noqa: SIM110 a generator for each phrase would cost more than its words
        if run[at + k].folded != phrase[k]:
            return False
    return True


class Lexicon:
    """Phrases by concept, found by their first word. They never change."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], *, article: bool = False) -> None:
        """`article`: an Arabic phrase is also found with the article before its first word."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.longest = 0
        """Words of the longest phrase."""
        for concept, spellings in phrases.items():
            for spelling in spellings:
                self._add(spelled(spelling), concept, article)
        for known in self._by_first.values():
            known.sort(key=lambda item: (-len(item[0]), item))

    def opens(self, word: Word) -> bool:
        """True when a phrase may begin with the word."""
        return not self._by_first.keys().isdisjoint(_forms(word.folded))

    def _add(self, folded: tuple[str, ...], concept: str, article: bool) -> None:
        self.longest = max(self.longest, len(folded))
        variants = {folded}
        if article and "\u0620" <= folded[0][0] <= "\u064a" and not folded[0].startswith(ARTICLE):
            variants.add((ARTICLE + folded[0], *folded[1:]))
        for variant in variants:
            self._by_first.setdefault(variant[0], []).append((variant, concept))

    def begins_in(self, run: Sequence[Word]) -> list[int]:
        """The words with which a phrase may begin, in order."""
        if isinstance(run, Run) and (run.whole is not None or len(run) > _TITLE):
            return run.where_listed(self._by_first)
        known = self._by_first.keys()
        return [at for at, (_, _, spelling) in enumerate(run) if not known.isdisjoint(_forms(spelling))]

    def at(self, run: Sequence[Word], at: int) -> Hit | None:
        """The longest phrase that begins at that word."""
        spelling, known = run[at].folded, self._by_first
        for form in _forms(spelling):  # of most words none is listed
            if form in known:
                return self._longest(run, at, spelling)
        return None

    def _longest(self, run: Sequence[Word], at: int, spelling: str) -> Hit | None:
        best: Hit | None = None
        second = run[at + 1].folded if at + 1 < len(run) else ""
        for form, clitic in bare(spelling):
            for phrase, concept in self._by_first.get(form, ()):
                if best is not None and len(phrase) <= best.count:
                    break
                if len(phrase) == 1 or (phrase[1] == second and _follows(run, at, phrase)):
                    best = Hit(concept, at, len(phrase), clitic)
                    break
        return best

    def find(self, run: Sequence[Word]) -> Iterator[Hit]:
        """Every phrase in order, not overlapping, the longest first at each word."""
        after = 0
        for at in self.begins_in(run):
            hit = self._longest(run, at, run[at].folded) if at >= after else None
            if hit is not None:
                yield hit
                after = at + hit.count
