"""Places that no gazetteer holds, by the noun beside them («بلدة تلمنس», "Harwick province").

Source:
    DESIGN.md section 6: a wrong match is worse than a missed one, so what may be an adjective or a verb is no name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from timeline_core.names.known.cues import Cues
from timeline_core.names.name_words import NameWords
from timeline_core.names.places.found_place import FoundPlace
from timeline_core.names.places.standing import adjoins, begins_sentence
from timeline_core.text.words import Hit, Run, bare

_SHORTEST = 3
_ANY = "?"
"""Any letter, in the shape of a word."""
_LOCATED = "town"
"""Type of a place of which only its name is told."""
_LONGEST = 4
"""Words of a name in quotation marks."""
_QUOTES = {"«": "»", '"': '"', "“": "”", "”": "“", "(": ")"}
_BLANK = frozenset(" \t\n\"'“”‘’«»(")
_INSIDE = 3
"""Words between a place and the one that it lies in."""


class Places:
    """Looks for places in the words of one text that are in one language. Used once."""

    def __init__(
        self,
        text: str,
        run: Run,
        wording: NameWords,
        closed: frozenset[int],
        known: Mapping[int, str],
        cues: Cues,
        of_state: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """Each word is told by its number in `run`.

        Args:
            closed: words that are part of no new name.
            known: words of a place of the gazetteer -> its id.
            cues: words that stand before places.
            of_state: whether some place of a state that the text speaks of is called so.
        """
        self._text, self._run, self._wording, self._closed = text, run, wording, closed
        self._form = wording.form
        self._known, self._cues, self._of_state = known, cues, of_state
        self._words = wording.places

    def find(self) -> Iterator[FoundPlace]:
        """In text order for each kind of sign; they may overlap, then the better stands first."""
        words = self._words
        yield from filter(None, map(self._behind_noun, words.heads.find(self._run)))
        yield from filter(None, map(self._contained, words.contained.find(self._run)))
        for hit in words.pairs.find(self._run):
            yield from self._pair(hit)
        for hit in words.sites.find(self._run):
            if (spot := self._behind_noun(hit)) is not None:
                yield FoundPlace(hit.at, spot.end, hit.clitic, hit.concept, within=spot.within, head=hit.count)
        if self._form.adjective_first:
            yield from self._before_noun()
        if self._form.capitals:
            yield from self._located()

    def _behind_noun(self, hit: Hit) -> FoundPlace | None:
        at = hit.at + hit.count
        if at >= len(self._run) or self._run[hit.at].folded[hit.clitic :].startswith(self._form.article):
            return None
        if not self._touches(at):
            return None
        end = self._end_of_quotation(at) or self._end_of_name(at, hit)
        within = self._state_beside(end) or self._within(end)
        return FoundPlace(at, end, 0, hit.concept, within=within) if end > at else None

    def _contained(self, hit: Hit) -> FoundPlace | None:
        """«منطقة الغدير في بغداد»: a name, with an article too, where the place that it lies in stands behind it."""
        at = hit.at + hit.count
        if at >= len(self._run) or self._run[hit.at].folded[hit.clitic :].startswith(self._form.article):
            return None
        if not self._touches(at):
            return None
        quoted = self._end_of_quotation(at)
        word = self._run[at].folded
        long = len(word) >= _SHORTEST or word in self._words.firsts
        named = at not in self._closed and long and word.isalpha() and not self._is_excluded(word)
        end = quoted or (self._end_of_words(at) if named and not self._describes(at, hit) else at)
        within = self._within(end) if end > at else ""
        return FoundPlace(at, end, 0, hit.concept, within=within) if quoted or within else None

    def _describes(self, at: int, hit: Hit, clitic: int = 0) -> bool:
        """An adjective of the noun, or of a state: «منطقة سكنية», «المنطقة السورية»."""
        word = self._run[at].folded[clitic:]
        form = self._form.without_article(word)
        if form in self._wording.states_by_adjective or word in self._wording.lookalikes:
            return True
        if word != form:
            return False
        if self._run[hit.at + hit.count - 1].folded.endswith(self._form.feminine_nouns):
            return form.endswith(self._form.feminine) and _is_like(form, self._words.described)
        return form.endswith(self._form.relation)

    def _pair(self, hit: Hit) -> Iterator[FoundPlace]:
        """Two names behind a dual noun: «مدينتي صبيا وأبو عريش», the second behind a glued «و»."""
        first = self._behind_noun(hit)
        second = first.end if first is not None else self._behind_known(hit.at + hit.count)
        if first is not None:
            yield first
        if second < len(self._run) and self._touches(second) and self._run[second].folded.startswith(self._form.and_):
            end = self._end_of_name(second, hit, clitic=1)
            if end > second:
                yield FoundPlace(second, end, 1, hit.concept, within=self._within(end))

    def _behind_known(self, at: int) -> int:
        """The end of the known name that begins there; past all words where there is none."""
        if at not in self._known:
            return len(self._run)
        id = self._known[at]
        while at < len(self._run) and self._known.get(at) == id:
            at += 1
        return at

    def _end_of_name(self, at: int, hit: Hit, clitic: int = 0) -> int:
        """Where the name ends that begins at that word; `at` where none does."""
        if self._form.capitals:
            return self._capitals_from(at)
        borne = self._words.sites.at(self._run, hit.at) is not None
        return self._end_of_words(at, clitic, borne=borne) if self._is_name(at, hit, clitic) else at

    def _end_of_words(self, at: int, clitic: int = 0, *, borne: bool = False) -> int:
        """Past the second word of a name, where its first needs one («بني قيس»), or is somebody's («مطار مارك سيبال»).

        Args:
            borne: a site may be called after somebody.
        """
        word = self._run[at].folded[clitic:]
        more = at + 1 < len(self._run) and adjoins(self._text, self._run, at + 1) and at + 1 not in self._closed
        more = more and not self._is_excluded(self._run[at + 1].folded)
        if word in self._words.firsts:
            return at + 2 if more else at
        return at + 2 if more and borne and word in self._wording.name_words else at + 1

    def _capitals_from(self, at: int) -> int:
        """The end of the words with capitals that begin there."""
        end = at
        while (
            end < len(self._run)
            and end - at < _LONGEST
            and self._capital(end)
            and (end == at or adjoins(self._text, self._run, end))
        ):
            end += 1
        return end

    def _is_name(self, at: int, hit: Hit, clitic: int) -> bool:
        """False for what may be a verb, an adjective or another noun."""
        word = self._run[at].folded[clitic:]
        if at in self._closed or not word.isalpha() or self._is_excluded(word):
            return False
        if len(word) < _SHORTEST and word not in self._words.firsts:
            return False
        if self._describes(at, hit, clitic):
            return False
        if word.startswith(self._form.article):
            division = hit.concept in self._words.divisions
            return not (division and not self._of_state(word)) and not self._is_somebody(at, hit)
        # «ولاية صالح» is his term: a province of such a name is known
        return hit.concept not in self._words.divisions or word not in self._wording.name_words

    def _is_somebody(self, at: int, hit: Hit) -> bool:
        """Behind a noun that is one of action too («سجن»): somebody's title, or an adjective that stands for him."""
        if self._words.sites.at(self._run, hit.at) is None:
            return False
        word = self._run[at].folded
        adjective = tuple(ending + more for ending in self._form.relation for more in ("", *self._form.feminine))
        return self._wording.titles.at(self._run, at) is not None or word.endswith(adjective)

    def _is_excluded(self, word: str) -> bool:
        no, stops = self._words.no, self._wording.stops
        return _is_like(word, no) or any(form in no or form in stops for form, _ in bare(word))

    def _capital(self, k: int) -> bool:
        word = self._text[self._run[k].start : self._run[k].end]
        head, _, rest = word.partition("-")
        compound = bool(head) and rest.islower()
        named = (word[0].isupper() and not compound) or (rest[:1].isupper() and head.islower())
        return named and k not in self._closed and not self._is_excluded(self._run[k].folded)

    def _located(self) -> Iterator[FoundPlace]:
        """Names behind "in" and "at", with a known place behind them: "at Yida, South Sudan"."""
        end = 0
        for at in range(1, len(self._run)):
            if at < end or self._run[at - 1].folded not in self._cues.locators or not self._capital(at):
                continue
            end = self._capitals_from(at) if adjoins(self._text, self._run, at) else at
            within = self._within(end) if end > at else ""
            demonym = self._run[at].folded in self._wording.states_by_adjective
            if within and not demonym:
                yield FoundPlace(at, end, 0, _LOCATED, within=within)

    def _before_noun(self) -> Iterator[FoundPlace]:
        """Names before their noun, by their capitals: "Logar province"."""
        for hit in self._words.behind.find(self._run):
            at = hit.at
            while at > 0 and hit.at - at < 2 and self._capital(at - 1) and adjoins(self._text, self._run, at):
                at -= 1
            whose = self._run[hit.at - 1].folded in self._wording.states_by_adjective
            if (
                at < hit.at
                and not whose
                and not (
                    at > 0 and adjoins(self._text, self._run, at) and (at - 1 in self._known or at - 1 in self._closed)
                )
            ):
                yield FoundPlace(at, hit.at, 0, hit.concept, within=self._within(hit.at + hit.count))

    def _within(self, at: int) -> str:
        """The known place that is named behind a place, with nothing but «في محافظة» or the like between."""
        for k in range(at, min(at + _INSIDE, len(self._run))):
            if begins_sentence(self._text, self._run, k):
                return ""
            if k in self._known:
                return self._known[k]
            if not any(form in self._words.around for form, _ in bare(self._run[k].folded)):
                return ""
        return ""

    def _state_beside(self, at: int) -> str:
        """The state whose adjective describes a place there, and is no other word: «مدينة مرزيفون التركية»."""
        if at >= len(self._run) or self._form.adjective_first or not adjoins(self._text, self._run, at):
            return ""
        word = self._run[at].folded
        form = self._form.without_article(word)
        state, common = self._wording.states_by_adjective.get(form, ("", False)) if form != word else ("", False)
        return "" if common else state

    def _end_of_quotation(self, at: int) -> int:
        """The end of the words in quotation marks that begin there; 0 where there are none."""
        between = self._text[self._run[at - 1].end : self._run[at].start]
        closing = next((_QUOTES[letter] for letter in between if letter in _QUOTES), "")
        if not closing or at in self._closed:
            return 0
        for end in range(at + 1, min(at + _LONGEST, len(self._run)) + 1):
            stop = self._run[end].start if end < len(self._run) else len(self._text)
            if closing in self._text[self._run[end - 1].end : stop]:
                return end
        return 0

    def _touches(self, k: int) -> bool:
        """True when nothing but blanks and opening marks stands before the word."""
        return all(letter in _BLANK for letter in self._text[self._run[k - 1].end : self._run[k].start])


def _is_like(word: str, patterns: frozenset[str]) -> bool:
    """The word is one of these, begins or ends as those with a hyphen do, or has the letters of those with `?`."""
    begins, ends, shapes = _edges_of(patterns)
    if word in patterns or word.startswith(begins) or word.endswith(ends):
        return True
    alike = (part for part in shapes if len(part) == len(word))
    return any(all(mark in (_ANY, letter) for mark, letter in zip(part, word, strict=True)) for part in alike)


@cache
def _edges_of(patterns: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """How words begin that are like these, how they end, and those with the letters of any word."""
    begins = tuple(part[:-1] for part in patterns if part[-1] == "-")
    ends = tuple(part[1:] for part in patterns if part[0] == "-")
    return begins, ends, tuple(part for part in patterns if _ANY in part)
