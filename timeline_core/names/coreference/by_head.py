"""Coreference by the head noun: «الاتحاد» for «الاتحاد القاري للتنس», "the ministry" for "the Ministry of Ports".

Source:
    A definite noun stands for what was named with it as its head (Vieira and Poesio 2000: direct anaphora). DESIGN.md
    section 6: where it can stand for two, it stands for neither.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from timeline_core.model.entry import ACTOR, STATES, UNNAMED, Named
from timeline_core.model.once import cached_property
from timeline_core.names.coreference.salience import Salience
from timeline_core.names.found import Found
from timeline_core.names.name_words import NameWords
from timeline_core.text.words import bare, spelled

_PERSONS = frozenset({"person", "people", *STATES})
"""Types of those that no such noun stands for."""
_OTHER = "word"
"""What the lexicon knows a word as that goes on no name, as a noun would: "the union hall"."""
_words = lru_cache(maxsize=5_000)(spelled)
"""The words of a name of a list, which many texts ask for."""
_QUOTES = frozenset('"“”«»')


class ByHead:
    """Resolves such nouns of one text, for one language. Used once."""

    def __init__(self, found: Found, wording: NameWords, kind_of: Callable[[str], str]) -> None:
        """`kind_of`: what the lexicon knows a word as; see `find_names`."""
        self._found, self._titles, self._kind_of = found, wording.titles, kind_of
        self._form, self._nouns = wording.form, wording.head_nouns
        self._text, self._run = found.text, found.run
        self._definite = (*self._form.article, *self._form.to_article)
        self._introduced = set[str]()
        """Ids of those that the text calls by a name of several words, or with their noun beside it."""
        self._told: dict[str, Salience] = {}
        """Noun -> whom it may stand for, as far as the text is read: from its beginning to its end."""

    def find(self, within: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
        """The nouns between these words that stand for an actor: number of the word, letters of its clitic, id."""
        every = self._run.where_listed(self._nouns.definite)
        low, high = (bisect_left(every, edge) for edge in within)
        for n in every[low:high]:
            for form, clitic in bare(self._run[n].folded):
                noun = self._nouns.definite.get(form, "")
                if noun and self._stands_alone(n) and (id := self._meant(n, noun)):
                    yield n, clitic, id
                    break

    def _meant(self, n: int, noun: str) -> str:
        """Whom the noun stands for there; empty where it is somebody's own name, or may be several."""
        told, headed = self._told.setdefault(noun, Salience()), self._headed[noun]
        while told.read < len(headed) and headed[told.read][0] < self._run[n].start:
            told.take(headed[told.read][1])
        id = told.meant
        own = self._found.taken.get(n)
        if own is None or own.id == id:
            return id if own is None else ""
        unnamed = own.id.startswith(UNNAMED) and self._found.type(own.id) != "person"
        alone = own.category == ACTOR and not any(self._found.taken.get(k) is own for k in (n - 1, n + 1))
        return id if alone and (unnamed or own.id not in self._introduced) else ""

    @cached_property
    def _headed(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """Noun -> where the text names an actor with it as the head of one of its names, in order, and its id."""
        headed: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for hit in sorted(self._found.named, key=lambda hit: hit.span):
            if hit.category == ACTOR and self._found.type(hit.id) not in _PERSONS:
                for noun in {*self._heads_in_text(hit), *self._heads_of_entry(hit.id)}:
                    headed[noun].append((hit.span.start, hit.id))
        return headed

    def _heads_in_text(self, hit: Named) -> Iterator[str]:
        """The head of the name where it stands, or the noun beside it: «قناة» of «قناة الأفق»."""
        at = bisect_left(self._run, hit.span.start, key=lambda word: word.end)
        end = bisect_left(self._run, hit.span.end, key=lambda word: word.start)
        words = [word.folded for word in self._run[at:end]]
        if not words:
            return
        found = [*self._heads(words), *self._heads([*self._noun_beside(at, end)])]
        if found or len(words) > 1:
            self._introduced.add(hit.id)
        yield from found
        if hit.id.startswith(UNNAMED) and len(spelled(hit.span.of(self._text))) == 1:
            # «محكمة» is one of its kind, so that «المحكمة» may be it
            yield from (noun for noun in self._nouns.definite.values() if noun == words[-1])

    def _noun_beside(self, at: int, end: int) -> Iterator[str]:
        """The word on that side of a name where its noun would stand, and the word of the name beside it, in order."""
        if self._form.adjective_first:
            first, second = end - 1, end
        else:
            first, second = at - 1, at
        if first >= 0 and second < len(self._run) and self._adjoins(second):
            yield from (self._run[first].folded, self._run[second].folded)

    def _heads_of_entry(self, id: str) -> Iterator[str]:
        for some in self._found.gazetteer[id].names.values() if id in self._found.gazetteer else ():
            for name in some:
                yield from (noun for noun in self._heads(_words(name)) if noun not in self._nouns.common)

    def _heads(self, words: Sequence[str]) -> Iterator[str]:
        """The head of a name of several words: the first, or behind adjectives the last one, or that before "of"."""
        if len(words) < 2:
            return
        if not self._form.adjective_first:
            heads: Iterable[str] = (self._form.without_article(form) for form, _ in bare(words[0]))
        else:
            end = next((k for k, word in enumerate(words) if k and word in self._form.inside), len(words))
            heads = (words[end - 1],)
        yield from (noun for noun in heads if noun in self._bare)

    @cached_property
    def _bare(self) -> frozenset[str]:
        return frozenset(self._nouns.definite.values())

    def _stands_alone(self, n: int) -> bool:
        """With an article before it where that is a word, and with nothing behind it that makes another one of it.

        A title goes on no name: "the ministry spokesman".
        """
        if self._form.articles and not (n and self._run[n - 1].folded in self._form.articles and self._adjoins(n)):
            return False
        if n + 1 >= len(self._run) or not self._adjoins(n + 1):
            return True
        word = self._run[n + 1]
        if word.folded in self._nouns.goes_on:
            return False
        if word.folded in self._nouns.apart:
            return True
        if self._form.capitals:
            noun = self._text[word.start].isupper() or self._kind_of(word.folded) != _OTHER
            return not noun or self._titles.at(self._run, n + 1) is not None
        return not self._describes(n + 1, self._run[n].folded)

    def _describes(self, k: int, noun: str) -> bool:
        """A definite word that agrees with the noun, as its adjective would: «الهيئة الجديدة», not «الهيئة الطلب»."""
        word, feminine = self._run[k].folded, self._form.feminine
        return word.startswith(self._definite) and word.endswith(feminine) == noun.endswith(self._form.feminine_nouns)

    def _adjoins(self, n: int) -> bool:
        """True when nothing but blanks and quotation marks stands before the word."""
        between = self._text[self._run[n - 1].end : self._run[n].start] if n < len(self._run) else "."
        return n > 0 and all(letter.isspace() or letter in _QUOTES for letter in between)
