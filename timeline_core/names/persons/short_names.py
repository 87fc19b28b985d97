"""Persons of whom one part of the name stands alone: "Haftar" is "Khalifa Haftar", «نورا» is «نورا حسين».

Source:
    DESIGN.md section 6: where the part can stand for two, it stands for neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from timeline_core.model.entry import ACTOR, Named
from timeline_core.model.span import Span
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.names.name_parts import KNOWN
from timeline_core.names.name_words import Naming
from timeline_core.text.words import Run, Word, bare, letters_to_skip, spelled

_FAMILY = 4
"""A last name of so many letters stands for its person behind the full name («عون» is too short)."""
_ARTICLE = 3
"""Letters of the longest Latin article: "ash"."""
_ANYWHERE = 5
"""One of so many letters does so before the full name, too."""

Parts = Mapping[str, set[str]]
"""Part of a name, folded -> ids of those who bear it."""


class ShortNames:
    """Looks for parts of names in one text. Used once."""

    def __init__(self, text: str, run: Run, naming: Naming, kinds: Mapping[str, Callable[[str], str]]) -> None:
        """`kinds`: by language, what its lexicon knows a word as; see `find_names`."""
        self._text, self._run, self._naming, self._kinds = text, run, naming, kinds
        self._things = frozenset[str]().union(
            *(one.bearers - one.kin for one in naming.wordings if not one.form.capitals)
        )
        self._endings = frozenset[str]().union(*(one.joined_endings for one in naming.wordings))

    def find(
        self, whole: Mapping[str, Sequence[Named]], every: Mapping[str, Iterable[str]], taken: Container[int]
    ) -> Iterator[Named]:
        """The last names, then the first names, that stand alone.

        Args:
            whole: id of a person -> where the text names him.
            every: id -> all spellings of his name.
            taken: numbers of the words that belong to a name; it may grow meanwhile.
        """
        first = {id: min(hit.span.start for hit in hits) for id, hits in whole.items()}
        families: dict[str, set[str]] = defaultdict(set)
        compounds: dict[tuple[str, str], set[str]] = defaultdict(set)
        for id, spellings in every.items():
            for parts in (spelled(spelling.removesuffix("'s")) for spelling in spellings):
                if len(parts) > 1 and _without_article(parts[-1]) in self._endings:
                    compounds[parts[-2], parts[-1]].add(id)
                else:
                    for family in filter(self._may_stand_alone, _last_names(parts)):
                        families[family].add(id)
        yield from self._standing(families, first, _ANYWHERE, taken)
        yield from self._standing_compounds(compounds, taken)
        yield from self._standing(self._first_names(whole), first, len(self._text), taken)

    def _may_stand_alone(self, family: str) -> bool:
        """False for a word that is hardly anybody's last name: «بطاقات»."""
        return not self._is_word(family) or self._naming.parts.role(family).family >= KNOWN

    def _standing_compounds(
        self, compounds: Mapping[tuple[str, str], set[str]], taken: Container[int]
    ) -> Iterator[Named]:
        """Where a last name of two words stands alone: «نجم الدين», "Najm al-Din"."""
        last = frozenset(last for _, last in compounds)
        for n in self._run.where_any(last) if last else ():
            if not n or n in taken or n - 1 in taken:
                continue
            before, word = self._run[n - 1], self._run[n]
            ends = {form for form, _ in word.forms}
            for form, clitic in before.forms:
                ids = {id for (one, other), some in compounds.items() if one == form and other in ends for id in some}
                if len(ids) == 1 and self._text[before.end : word.start].isspace():
                    start = before.start + letters_to_skip(self._text[before.start : before.end], clitic)
                    yield Named(Span(start, word.end), next(iter(ids)), ACTOR)
                    break

    def again(self, alone: Parts, taken: Container[int]) -> Iterator[Named]:
        """Where one of the names of those stands that the text has once shown to be one; no lexicon knows it."""
        strangers = {word: ids for word, ids in alone.items() if not self._is_word(word)}
        yield from self._standing(strangers, dict.fromkeys((id for ids in alone.values() for id in ids), -1), 0, taken)

    def _is_word(self, word: str) -> bool:
        return any(kind_of(word) for kind_of in self._kinds.values())

    def _first_names(self, whole: Mapping[str, Sequence[Named]]) -> Parts:
        firsts: dict[str, set[str]] = defaultdict(set)
        for id, hits in whole.items():
            for hit in hits:
                parts = spelled(hit.span.of(self._text))
                if len(parts) > 1 and self._is_only_name(parts[0]):
                    firsts[parts[0]].add(id)
        return firsts

    def _is_only_name(self, word: str) -> bool:
        """It is in a list of first names that are nothing else, or no lexicon knows it."""
        if any(word in one.given_names for one in self._naming.wordings):
            return True
        weak = any(word in one.name_words for one in self._naming.wordings)
        return not weak and len(word) >= _FAMILY and not any(kind_of(word) for kind_of in self._kinds.values())

    def _standing(
        self, parts: Parts, first: Mapping[str, int], anywhere: int, taken: Container[int]
    ) -> Iterator[Named]:
        """Where one of the parts stands alone.

        Args:
            first: where the text names each person first.
            anywhere: letters from which on the part may stand before the whole name.
        """
        for n in self._run.where_any(parts.keys()):
            word = self._run[n]
            short = None if n in taken or self._is_borne(n) else self._short(word, parts, first, anywhere)
            if short is not None and not word.span.of(self._text).islower():
                yield short

    def _is_borne(self, n: int) -> bool:
        """What is called after somebody stands right before it, by itself or with an article: «جائزة نوبل»."""
        if not n or not self._text[self._run[n - 1].end : self._run[n].start].isspace():
            return False
        return any(form in self._things for form, _ in self._run[n - 1].forms)

    def _short(self, word: Word, parts: Parts, first: Mapping[str, int], anywhere: int) -> Named | None:
        for form, clitic in bare(word.folded):
            ids = parts.get(form, set())
            if len(ids) != 1:
                continue
            [id] = ids
            behind = word.start > first[id] and (len(form) >= _FAMILY or self._is_only_name(form))
            if len(form) >= anywhere or behind:
                start = word.start + letters_to_skip(self._text[word.start : word.end], clitic)
                return Named(Span(start, word.end), id, ACTOR)
        return None


def _last_names(parts: Sequence[str]) -> Iterator[str]:
    """The last word of a name of several, folded, as it stands and without a Latin article."""
    if len(parts) > 1:
        yield parts[-1]
        bare_word = _without_article(parts[-1])
        if bare_word != parts[-1]:
            yield bare_word


def _without_article(word: str) -> str:
    """A Latin word without its article: "al-Din" is "Din"."""
    head, hyphen, rest = word.partition("-")
    return rest if hyphen and len(head) <= _ARTICLE else word


def spellings_of(id: str, gazetteer: Gazetteer) -> Iterator[str]:
    """The names of an actor that the gazetteer holds."""
    for some in gazetteer[id].names.values() if id in gazetteer else ():
        yield from some


def short_of(body: str, spelling: str, called: Callable[[str], Iterable[tuple[Sequence[str], str]]]) -> str:
    """Whose name the words begin, where the text has called one so: «منظمة العفو» is «منظمة العفو الدولية».

    Args:
        body: kind of body of which the words are only the noun; then they begin no name of its own.
        called: the names of actors in the text that begin with a word, and their ids.
    """
    short = spelled(spelling)
    if body or len(short) < 2:
        return ""
    longer = {id for name, id in called(short[0]) if name[: len(short)] == short}
    return next(iter(longer)) if len(longer) == 1 else ""
