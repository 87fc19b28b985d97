"""Which tellings are one event, once a reader has merged and split.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from timeline_core.model.decision import Act, Decision
from timeline_core.model.event import Telling, count_shared

Found = Sequence[Sequence[int]]
"""Of each target of an act, the places of the tellings that it holds, in order of the holds."""


class Grouping:
    """Tellings by their places, and the group that each is in; begins as the machine left them."""

    def __init__(self, tellings: Sequence[Telling], homes: Sequence[int], rank: Sequence[int]) -> None:
        """
        Args:
            homes: of each telling the number of the machine's event.
            rank: of each telling its place among all, whatever joins them.
        """
        self._tellings, self._homes, self._rank = tellings, homes, rank
        self.members: dict[int, list[int]] = {}
        """Number of a group -> its tellings; those that give it its name stand first."""
        for n, home in enumerate(homes):
            self.members.setdefault(home, []).append(n)
        self._group = list(homes)
        self._next = max(homes, default=-1) + 1
        self.by: dict[int, str] = {}
        """Telling -> the decision that took it into its group."""

    def best(self, found: Iterable[int]) -> int | None:
        """The group that most of these tellings are in; of two as large the one of the first, which named the event."""
        counted = Counter(self._group[n] for n in found)
        return max(counted, key=lambda group: counted[group]) if counted else None

    def of(self, telling: int) -> int:
        """The group of that telling."""
        return self._group[telling]

    def act(self, act: Decision, found: Found) -> None:
        """Merge, split, or tell apart."""
        if act.act is Act.MERGE:
            self._merge(act.id, found)
        elif len(found) > 1:
            self._leave(found[0], found[1])
        else:
            self._scatter(found[0])

    def _merge(self, by: str, found: Found) -> None:
        first = self.best(found[0])
        for others in found[1:]:
            taken = self.best(others)
            if first is None:
                first = taken
            elif taken is not None and taken != first:
                self._take(first, taken, by)

    def _take(self, first: int, taken: int, by: str) -> None:
        joining = self.members.pop(taken)
        for n in joining:
            self._group[n] = first
            self.by[n] = by
        head = self.head(first)
        rest = {*self.members[first], *joining} - set(head)
        self.members[first] = [*head, *sorted(rest, key=lambda n: self._rank[n])]

    def _leave(self, whole: Sequence[int], leaving: Sequence[int]) -> None:
        """Split, or tell apart: the second target's tellings leave the group.

        One that neither target names follows its likest.
        """
        group = self.best(whole)
        gone = [n for n in leaving if self._group[n] == group]
        stays = [n for n in whole if self._group[n] == group and n not in gone]
        if group is not None and gone and stays:
            self._part(group, [stays, gone])

    def _scatter(self, whole: Sequence[int]) -> None:
        group = self.best(whole)
        alone = [[n] for n in whole if self._group[n] == group]
        if group is not None and len(alone) > 1:
            self._part(group, sorted(alone, key=lambda seeds: self.members[group].index(seeds[0])))

    def _part(self, group: int, seeds: Sequence[Sequence[int]]) -> None:
        """Split a group into these parts; the part with its first telling keeps its number."""
        members = self.members.pop(group)
        side = {n: k for k, some in enumerate(seeds) for n in some}
        held = [n for n in members if n in side]
        for n in members:
            if n not in side:
                like = max(held, key=lambda other: count_shared(self._tellings[other], self._tellings[n]))
                side[n] = side[like]
        for k in range(len(seeds)):
            part = [n for n in members if side[n] == k]
            number = group if k == side[members[0]] else self._next
            self._next += number == self._next
            self.members[number] = part
            for n in part:
                self._group[n] = number

    def head(self, group: int) -> list[int]:
        """The tellings of the machine's event that gives the group its name."""
        members = self.members[group]
        return [n for n in members if self._homes[n] == self._homes[members[0]]]

    def parts(self, group: int) -> list[list[int]]:
        """The tellings of a group by the machine's events that they come from, its own first."""
        parts: dict[int, list[int]] = {}
        for n in self.members[group]:
            parts.setdefault(self._homes[n], []).append(n)
        return list(parts.values())

    def joined_by(self, group: int) -> Mapping[int, str]:
        """The first telling of each part that a decision took in -> that decision."""
        return {part[0]: self.by.get(part[0], "") for part in self.parts(group)[1:]}
