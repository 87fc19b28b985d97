"""`Guarded`: which names that are words, too, count where they stand: by their type, by what was introduced once.

Source:
    DESIGN.md section 6: a wrong match is worse than a missed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline_core.model.entry import CAPITAL, PLACE, STATES
from timeline_core.names.known.cues import Index, Spotted, is_cue
from timeline_core.text.words import Word

_BEFORE_HOUR = 2
"""Words before an hour that may tell it to be one: «صلوا معه المغرب»."""
_OF_A_KIND = frozenset({"outlet", "club"})
"""Types of which a guarded name is introduced by the words of its type alone: «شمال الجزيرة» is no channel."""
_COMMAS = frozenset("،,")
_ARTICLE = 2
"""Letters of the article that a name and its adjective share."""


class Guarded:
    """The guarded names of one text."""

    def __init__(self, text: str, run: Sequence[Word], index: Index, candidates: Iterable[Spotted]) -> None:
        """`candidates`: every name that stands in the text, whether it counts or not."""
        self._text, self._run, self._index = text, run, index
        every = tuple(candidates)
        self._standing = {one.at: one.id for one in every if not one.clitic and not one.known.guarded}
        """Number of the first word of each name that is no other word -> id."""
        self._introduced = frozenset(
            one.known.words for one in every if one.at and one.known.guarded and self._introduces(one)
        )
        self._sure = {one.end: one.at for one in every if not one.clitic and self._is_sure(one)}
        """Of places that are nothing else: the word behind -> the first one."""

    def is_hour(self, one: Spotted) -> bool:
        """The name is the hour of the day: «صلاة المغرب», «صلوا معه المغرب», «المغرب والعشاء»."""
        beside = (*self._run[max(0, one.at - _BEFORE_HOUR) : one.at], *self._run[one.end : one.end + 1])
        return len(one.known.words) == 1 and any(is_cue(word.folded, self._index.cues.beside_hours) for word in beside)

    def is_introduced(self, one: Spotted) -> bool:
        """The text introduces the name, here or elsewhere; elsewhere no adjective makes another name of it.

        «عناصر القاعدة … ضد القاعدة», not «القاعدة الجوية»; a state's own adjective may stand there.
        """
        if one.known.words not in self._introduced:
            return False
        if not self._index.cues.of_type(self._index.entries[one.id].type):
            return True
        if one.at and self._introduces(one):
            return True
        return not self._is_described(one) and not (
            one.at and self._run[one.at - 1].folded in self._index.cues.pointers
        )

    def is_on_the_way(self, one: Spotted) -> bool:
        """One end of a way, of which the other is no word but a place: «من الرباط إلى باريس»."""
        if not one.at or one.clitic or self._index.entries[one.id].category != PLACE:
            return False
        cues, before = self._index.cues, self._run[one.at - 1].folded
        behind = self._run[one.end].folded if one.end < len(self._run) else ""
        if before in cues.sources and behind in cues.goals:
            return one.end + 1 in self._sure.values()
        first = self._sure.get(one.at - 1, 0)
        return before in cues.goals and first > 0 and self._run[first - 1].folded in cues.sources

    def _is_sure(self, one: Spotted) -> bool:
        return self._index.entries[one.id].serves(PLACE) and not (one.known.guarded or one.known.shared)

    def joins_capital(self, second: Spotted, other: str) -> bool:
        """True for a capital that a conjunction joins to another one: «بكين وسيول»."""
        entries = self._index.entries
        glued = self._run[second.at].folded[: second.clitic] in self._index.cues.glued_and
        return glued and entries[second.id].type == entries[other].type == CAPITAL

    def _introduces(self, one: Spotted) -> bool:
        """The word before it introduces any guarded name, or one of its type («مهاجم الأهلي»)."""
        before, type_ = self._run[one.at - 1].folded, self._index.entries[one.id].type
        kinds = self._index.cues.of_type(type_)
        if self._lies_behind(one) or (type_ in STATES and one.known.capital and before in self._index.cues.inside):
            return True
        if kinds and not one.clitic and is_cue(before, kinds):
            return True
        return type_ not in _OF_A_KIND and is_cue(before, self._index.cues.introducers)

    def _lies_behind(self, one: Spotted) -> bool:
        """What it lies in stands right behind it and a comma: "in Nice, France", «في نيس، فرنسا»."""
        id, around = one.id, self._standing.get(one.end, "")
        between = self._text[self._run[one.end - 1].end : self._run[one.end].start] if around else ""
        written = self._text[self._run[one.at].start]
        if between.strip() not in _COMMAS or written.islower():
            return False
        seen = set[str]()
        while (id := self._index.entries[id].within) in self._index.entries and id not in seen:
            if id == around:
                return True
            seen.add(id)
        return False

    def _is_described(self, one: Spotted) -> bool:
        """A definite word stands right behind the definite name, as an adjective of it."""
        if one.end >= len(self._run) or self._text[self._run[one.end - 1].end : self._run[one.end].start] != " ":
            return False
        name, behind = one.known.words[-1], self._run[one.end].folded
        return name[:_ARTICLE] == behind[:_ARTICLE] and not name.isascii()
