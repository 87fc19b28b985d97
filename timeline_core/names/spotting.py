"""Named entities of the gazetteer in a text, and words of the same letters that name nothing.

Source:
    DESIGN.md section 6: a wrong match is worse than a missed one.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline_core.model.entry import ACTOR, PLACE, STATES, Named
from timeline_core.model.span import Span
from timeline_core.names.known.cues import Index, Known, Spotted, is_cue
from timeline_core.names.known.guarded import Guarded
from timeline_core.text.words import Word, bare, letters_to_skip, run_of

_LONGEST_LINK = 3
"""Words between two such places: «في», «محافظة»."""


_ABBREVIATED = 2
"""Letters of an abbreviation that is a word without its capitals: "UN"."""


def find_known(text: str, run: Sequence[Word], index: Index) -> tuple[Named, ...]:
    """Where the text names an entry, in text order, not overlapping; of two names the longer.

    A guarded name that is introduced once counts in the whole text.

    Args:
        run: the words of `text`.

    Cost:
        Linear in the text for names of bounded length.
    """
    return _Spotter(text, run, index).named()


class _Spotter:
    """Walks one text. Used once."""

    def __init__(self, text: str, run: Sequence[Word], index: Index) -> None:
        self._text, self._run, self._index = text, run, index
        self._found_at = self._candidates()
        self._guarded = Guarded(text, run, index, (one for some in self._found_at.values() for one in some))
        self._countries: Counter[str] = Counter()

    def named(self) -> tuple[Named, ...]:
        found = self._chosen()
        if any(one.known.guarded or one.known.shared for ones in self._found_at.values() for one in ones):
            self._countries = Counter(home for one in found if (home := self._country(one.id)))
            found = self._chosen()
        named: list[Named] = []
        end = 0
        for one in self._without_namesakes(found):
            hit = self._to_named(one)
            joined = named and named[-1].category == PLACE and self._is_joined(end, one)
            if (joined and self._shares_preposition(one)) or (named and self._ends_address(named[-1], end, one)):
                hit = replace(hit, category=PLACE)
            named.append(hit)
            end = one.end
        return tuple(named)

    def _ends_address(self, place: Named, end: int, one: Spotted) -> bool:
        """A state between commas, behind a place in it, only says where that is: "in Bergen, Norway,"."""
        if end != one.at or place.category != PLACE or self._country(place.id) != one.id or place.id == one.id:
            return False
        between, behind = self._text[place.span.end : self._run[one.at].start], self._run[one.end - 1].end
        return _breaks(between) and (behind == len(self._text) or _breaks(self._text[behind]))

    def _is_joined(self, end: int, one: Spotted) -> bool:
        """It stands behind the name that ends there, joined to it: «مصر وفرنسا», "Oman and the Emirates"."""
        cues = self._index.cues
        if end == one.at:
            return self._run[one.at].folded[: one.clitic] in cues.glued_and
        between = [word.folded for word in self._run[end : one.at]]
        return between[:1] != [] and between[0] in cues.joints and all(word in cues.articles for word in between[1:])

    def _shares_preposition(self, one: Spotted) -> bool:
        """True for a state that may share the preposition of the state before, which it is joined to."""
        if not one.at or self._index.entries[one.id].type not in STATES:
            return False
        run = self._run
        return not _breaks(self._text[run[one.at - 1].end : run[one.at].start]) and not self._speaks(one)

    def _candidates(self) -> dict[int, list[Spotted]]:
        """Number of a word -> every name that stands at it; only of words where one does, in order."""
        names, standing = self._index.names, dict[int, list[Spotted]]()
        for at in run_of(self._run).where_listed(names):
            for form, clitic in bare(self._run[at].folded):
                if form in names:
                    found = [Spotted(at, known, clitic) for known in names[form] if self._matches(known, at)]
                    if found:
                        standing.setdefault(at, []).extend(found)
        return standing

    def _matches(self, known: Known, at: int) -> bool:
        run, count = self._run, len(known.words)
        if count > 1:
            behind = run[at + 1 : at + count]
            if not behind or behind[0].folded != known.words[1] or tuple(w.folded for w in behind) != known.words[1:]:
                return False
        written = self._text[run[at + count - 1].start : run[at + count - 1].end]
        return not known.capital or (
            written.isupper() if count == 1 and len(written) <= _ABBREVIATED else written[:1].isupper()
        )

    def _chosen(self) -> list[Spotted]:
        """The longest names that count, from the first word on."""
        chosen: list[Spotted] = []
        end = 0
        for at, found in self._found_at.items():
            if at >= end:
                counting = [one for one in found if self._is_named(one, chosen)]
                if counting:
                    chosen.append(max(counting, key=lambda one: (len(one.known.words), -one.clitic)))
                    end = chosen[-1].end
        return chosen

    def _is_named(self, one: Spotted, before: Sequence[Spotted]) -> bool:
        known = one.known
        if known.words[0] in self._index.cues.hours and self._guarded.is_hour(one):
            return False
        if known.shared:
            return self._is_meant(one, before)
        if not known.guarded or self._guarded.is_introduced(one) or self._guarded.is_on_the_way(one):
            return True
        if before and before[-1].end == one.at and self._guarded.joins_capital(one, before[-1].id):
            return True
        home = self._country(known.id)
        if self._countries[home] == 0:
            return False
        entry = self._index.entries[known.id]
        if entry.category == ACTOR and entry.type not in STATES:
            return known.company and not self._glued_in(one)
        return self._stands_in_list(one, before, home) or (known.company and self._behind_locator(one))

    def _is_meant(self, one: Spotted, before: Sequence[Spotted]) -> bool:
        """True for a shared name where most other names of the text are of its country.

        Else a state where it is joined to another one: «قطر وعمان».
        """
        same = [other for other in self._found_at[one.at] if other.known.words == one.known.words]
        rivals = [other for other in same if other.id != one.id]
        own = self._countries[self._country(one.id)]
        most = max((self._countries[self._country(other.id)] for other in rivals), default=0)
        if own != most:
            return own > most
        types = [self._index.entries[other.id].type for other in rivals]
        is_only_state = self._index.entries[one.id].type in STATES and not any(type_ in STATES for type_ in types)
        joined = bool(before) and before[-1].end == one.at and self._is_joined(one.at, one)
        return is_only_state and joined and self._index.entries[before[-1].id].type in STATES

    def _located(self, one: Spotted) -> bool:
        """True behind a locator («في», «إلى», "from"), or with a glued «ب»."""
        if self._glued_in(one):
            return True
        return self._behind_locator(one)

    def _behind_locator(self, one: Spotted) -> bool:
        locators, run = self._index.cues.locators, self._run
        at = one.at
        while at and run[at - 1].folded in self._index.cues.articles:
            at -= 1
        if at == 0 or one.clitic:
            return False
        before = run[at - 1].folded
        return is_cue(before, locators) or (at > 1 and f"{run[at - 2].folded} {before}" in locators)

    def _stands_in_list(self, one: Spotted, before: Sequence[Spotted], home: str) -> bool:
        """True where «و» joins it to another place of its country: «حمص وحماة»."""
        if before and self._is_in_row(before[-1].end, one.at) and self._joins_country(one, before[-1].id, home):
            return True
        after = self._found_at.get(one.end, ())
        return any(not other.known.guarded and self._joins_country(other, other.id, home) for other in after)

    def _is_in_row(self, end: int, at: int) -> bool:
        """Between the two stand only words that are joined to the one before: «جدة والمعلا والخرج»."""
        between = self._run[end:at]
        joined = all(any(word.folded.startswith(letter) for letter in self._index.cues.glued_and) for word in between)
        spaces = (self._text[self._run[k - 1].end : self._run[k].start] for k in range(end, at + 1) if between)
        return len(between) <= _LONGEST_LINK and joined and all(map(str.isspace, spaces))

    def _joins_country(self, second: Spotted, other: str, home: str) -> bool:
        """True for a conjunction glued to the second of two places, the other of which is of that country."""
        entry = self._index.entries[other]
        glued = self._run[second.at].folded[: second.clitic] in self._index.cues.glued_and
        return glued and entry.category == PLACE and entry.type not in STATES and self._country(other) == home

    def _country(self, id: str) -> str:
        """The country of an entry; a state is its own."""
        entries = self._index.entries
        entry, seen = entries[id], {id}
        while (up := entry.within or entry.affiliation) in entries and up not in seen:
            seen.add(up)
            entry = entries[up]
        return entry.id if entry.type in STATES else entries[id].home or entry.home

    def _to_named(self, one: Spotted) -> Named:
        first = self._run[one.at]
        start = first.start + letters_to_skip(self._text[first.start : first.end], one.clitic)
        return Named(Span(start, self._run[one.end - 1].end), one.id, self._role(one))

    def _role(self, one: Spotted) -> str:
        """Actor or place: a state behind «في» is a place, beside a verb of saying an actor."""
        entry = self._index.entries[one.id]
        if entry.type not in STATES:
            return entry.category
        if self._located(one) or (one.at > 0 and self._introduces(self._run[one.at - 1].folded)):
            return ACTOR if self._speaks(one) else PLACE
        return ACTOR if self._speaks(one) else entry.category

    def _speaks(self, one: Spotted) -> bool:
        speakers, run = self._index.cues.speakers, self._run
        before = one.at > 0 and is_cue(run[one.at - 1].folded, speakers) and one.clitic == 0
        return before or (one.end < len(run) and run[one.end].folded in speakers and run[one.end].folded.isascii())

    def _introduces(self, word: str) -> bool:
        return is_cue(word, self._index.cues.introducers)

    def _without_namesakes(self, found: Sequence[Spotted]) -> Iterator[Spotted]:
        """Without namesakes: «أريحا في إدلب» is another town than Jericho, as the words behind it say."""
        for one, after in pairwise((*found, None)):
            if one is not None and (after is None or not self._contradicts(one, after)) and not self._lends_name(one):
                yield one

    def _lends_name(self, one: Spotted) -> bool:
        """True for a place that something is named after: «بنك الرياض», «اتفاق الطائف»."""
        entry = self._index.entries[one.id]
        if entry.category != PLACE or entry.type in STATES or one.at == 0 or one.clitic:
            return False
        return is_cue(self._run[one.at - 1].folded, self._index.cues.bearers)

    def _contradicts(self, one: Spotted, after: Spotted) -> bool:
        """True where the words say that `one` lies in `after`, and the two are of different countries."""
        entries, run = self._index.entries, self._run
        entry, other = entries[one.id], entries[after.id]
        return (
            entry.category == PLACE
            and entry.within in entries
            and after.id in self._index.containers
            and after.at - one.end <= _LONGEST_LINK
            and self._country(entry.id) != self._country(other.id)
            and self._says_inside(one, after)
            and not _breaks(self._text[run[one.end - 1].end : run[after.at].start])
        )

    def _glued_in(self, one: Spotted) -> bool:
        """True where «ب» is glued to the name."""
        clitic = self._run[one.at].folded[: one.clitic]
        return any(letter in clitic for letter in self._index.cues.glued_in)

    def _says_inside(self, one: Spotted, after: Spotted) -> bool:
        between = [word.folded for word in self._run[one.end : after.at]]
        introducers = self._index.cues.introducers
        if between and between[0] in self._index.cues.inside:
            return all(word in introducers for word in between[1:])
        if not between:
            return self._run[after.at].folded[: after.clitic] in self._index.cues.glued_in
        return between[0].startswith(tuple(self._index.cues.glued_in)) and all(
            self._introduces(word) for word in between
        )


def _breaks(between: str) -> bool:
    """True where a punctuation mark stands between."""
    return any(unicodedata.category(letter).startswith("P") for letter in between)
