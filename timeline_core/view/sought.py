"""`Sought`: what a word of the filter line looks for in a folded text, and where it finds it.

A word is sought anywhere in a text, and in its other spellings (`text/search_forms.py`); `mark*t` as a whole word with
any letters between, `~ghweiran` in near spellings, `/raid(s|ed)/` as a pattern, and what stands in quotes as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from timeline_core.errors import QueryError
from timeline_core.text.edit_distance import within
from timeline_core.text.fold import fold
from timeline_core.text.search_forms import PROCLITICS, other_forms

ANY, NEAR, PATTERN = "*", "~", "/"
"""What makes more of a word than its letters."""
QUOTES = (('"', '"'), ("«", "»"), ("“", "”"))
"""What stands around words that are sought as they are: before, and behind."""
SPECIAL = re.compile(r'[\s,،:<>"«“]|^-')
"""What a value stands in quotes for."""
_WORD = re.compile(r"\w+")
_LONG = 7
"""Letters of a word from which on two of them may be others."""
_LONGEST_PATTERN = 200
_PATIENCE = 0.1
"""Seconds that a pattern may take for one text: what takes longer than this on a few hundred letters never ends."""
Clock = Callable[[], float]
"""Gives seconds of the processor."""
_BOUND: list[tuple[Clock, float]] = []
"""The clock that was given, and the seconds that a search may take by it."""
_UNTIL = ContextVar[float | None]("until", default=None)
"""When, by that clock, the search that is on has taken all that it may."""
_ESCAPED = re.compile(r"\\.|\\$")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for."""

    pieces: tuple[str, ...] = ()
    """Of these folded pieces one is in whatever it finds; none given: nothing is known."""
    pattern: str = ""
    """A regular expression of folded text; empty where the piece itself is looked for."""
    near: str = ""
    """Folded word of which near spellings are looked for."""
    said: str = ""
    """Of what a person wrote as a pattern: how."""
    of_one_word: bool = False
    """All that it finds lies within one word."""

    @property
    def literal(self) -> str:
        """The one piece that is looked for as it is; empty where more than that is asked."""
        return "" if self.pattern or self.near or not self.pieces else self.pieces[0]

    def holds(self, text: str) -> bool:
        """True where the folded text has it."""
        return any(True for _ in self.places(text))

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """From where and up to where the folded text has it.

        Raises:
            QueryError: a pattern that a person wrote takes too long.
        """
        if self.literal:
            return _literal(self.literal, text)
        if self.pieces and not any(piece in text for piece in self.pieces):
            return iter(())
        if self.near:
            return _near(self.near, text)
        return _matching(self, text) if self.said else (found.span() for found in _own(self.pattern).finditer(text))


def bound(clock: Clock, seconds: float) -> None:
    """From now on a search with a pattern may take so many seconds in all; without this each text has its own bound.

    The clock is the caller's: the core has none.
    """
    _BOUND[:] = [(clock, seconds)]


@contextmanager
def one_search() -> Iterator[None]:
    """All that is looked at within is one search; within another it is part of that."""
    if not _BOUND or _UNTIL.get() is not None:
        yield
        return
    [(clock, seconds)] = _BOUND
    token = _UNTIL.set(clock() + seconds)
    try:
        yield
    finally:
        _UNTIL.reset(token)


def _left(sought: Sought) -> float:
    """The seconds that a pattern may take for the next text.

    Raises:
        QueryError: the search as a whole has taken all that it may.
    """
    until = _UNTIL.get()
    if until is None:
        return _PATIENCE
    left = until - _BOUND[0][0]()
    if left <= 0:
        raise QueryError(
            "«{said}»: this pattern takes too long over all that is searched; fewer * and + in it, or letters "
            "around them",
            said=sought.said,
        )
    return min(left, _PATIENCE)


def literal(word: str) -> Sought:
    """What looks for the words as they are, however they are spelled."""
    return Sought((fold(word),))


def read(word: str) -> Sought:
    """What a word outside of quotes looks for.

    Raises:
        QueryError: it is a pattern that cannot be read.
    """
    if word.startswith(PATTERN):
        return _pattern(word)
    plain = fold(word)
    if plain.startswith(NEAR) and _WORD.fullmatch(plain[1:]):
        return _near_to(plain[1:])
    if ANY in plain and (runs := [run for run in plain.split(ANY) if run]):
        return _wild(plain, max(runs, key=len))
    return _worded(plain)


def _worded(word: str) -> Sought:
    forms = other_forms(word)
    if not forms:
        return Sought((word,))
    others = (rf"(?<!\w){PROCLITICS}{form.letters}{_END if form.whole else ''}" for form in forms)
    pieces = tuple(dict.fromkeys((word, *(form.letters for form in forms))))
    least = tuple(piece for piece in pieces if not any(other in piece and other != piece for other in pieces))
    return Sought(least, "|".join((re.escape(word), *others)), of_one_word=True)


_END = r"(?!\w)"


def _wild(word: str, piece: str) -> Sought:
    """Of a word with stars: `qahtan*`, `*istan`; where it is open before, what is glued to it stands there.

    The nearest place of each piece is as good as any later one, so none is tried again: many stars cost what one does.
    """
    before = "" if word.startswith(ANY) else rf"(?<!\w){PROCLITICS}"
    behind = "" if word.endswith(ANY) else _END
    first, *inner, last = map(re.escape, word.split(ANY))
    run = first + "".join(rf"(?>\w*?{one})" for one in inner if one) + rf"\w*{last}"
    return Sought((piece,), before + run + behind, of_one_word=bool(_WORD.fullmatch(word.replace(ANY, ""))))


def _near_to(word: str) -> Sought:
    """What is a letter or two apart holds one of a few parts of the word as it is; the article is none of it."""
    word = next((form.letters for form in other_forms(word) if not form.whole), word)
    parts = edits_of(word) + 1
    cuts = [len(word) * at // parts for at in range(parts + 1)]
    pieces = tuple(dict.fromkeys(word[first:last] for first, last in pairwise(cuts)))
    return Sought(tuple(piece for piece in pieces if piece), near=word, of_one_word=True)


def edits_of(word: str) -> int:
    """How many letters of a word may be others in a near spelling of it."""
    return 1 if len(word) < _LONG else 2


def _literal(piece: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(piece)
    while at >= 0:
        yield at, at + len(piece)
        at = text.find(piece, at + len(piece))


def _near(word: str, text: str) -> Iterator[tuple[int, int]]:
    edits = edits_of(word)
    for found in _WORD.finditer(text):
        if any(within(word, form, edits) for form in (found[0], *(form.letters for form in other_forms(found[0])))):
            yield found.span()


@lru_cache(maxsize=64)
def _own(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _pattern(word: str) -> Sought:
    said = word[1:-1] if word.endswith(PATTERN) else ""
    if not said:
        raise QueryError("«{said}»: a pattern ends with / as it begins", said=word)
    if len(said) > _LONGEST_PATTERN:
        raise QueryError("«{said}»: a pattern has at most {number} letters", said=word, number=str(_LONGEST_PATTERN))
    sought = Sought(pattern=_folded(said), said=word)
    _compiled(sought)
    return sought


def _folded(pattern: str) -> str:
    """The pattern with its letters folded, and `\\W` as it is."""
    kept = _ESCAPED.findall(pattern)
    return "".join(fold(piece) + escaped for piece, escaped in zip(_ESCAPED.split(pattern), (*kept, ""), strict=True))


def _compiled(sought: Sought) -> Callable[..., Iterable[re.Match[str]]]:
    import regex  # loaded for a pattern alone: it knows a bound of time, which `re` does not

    try:
        found: Callable[..., Iterable[re.Match[str]]] = regex.compile(sought.pattern, regex.MULTILINE).finditer
    except regex.error as error:
        raise QueryError("«{said}»: no pattern: {why}", said=sought.said, why=str(error)) from error
    return found


def _matching(sought: Sought, text: str) -> Iterator[tuple[int, int]]:
    try:
        for found in _compiled(sought)(text, timeout=_left(sought)):
            yield found.span()
    except TimeoutError as error:
        raise QueryError(
            "«{said}»: this pattern takes too long; fewer * and + in it, or letters around them", said=sought.said
        ) from error


def written(value: str, sought: Sought) -> str:
    """The word as it is typed: in quotes where without them it would look for more."""
    return value if sought.said or (not SPECIAL.search(value) and _as_read(value) == sought) else quoted(value)


def _as_read(value: str) -> Sought | None:
    try:
        return read(value)
    except QueryError:
        return None


def quoted(value: str) -> str:
    """The value in quotation marks: the first pair whose closing mark is not in it."""
    first, last = next((quotes for quotes in QUOTES if quotes[1] not in value), QUOTES[0])
    return first + value + last
