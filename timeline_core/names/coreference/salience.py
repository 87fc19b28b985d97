"""Which of several a definite noun stands for: the one that the text speaks of.

Source:
    Salience by mentions (Lappin and Leass 1994). DESIGN.md section 6: what can stand for two stands for neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


class Salience:
    """Which of some ids a text speaks of, as far as it is read."""

    def __init__(self) -> None:
        self.read = 0
        """Mentions, of others too."""
        self._counted: Counter[str] = Counter()
        self._top = 0
        self._most: set[str] = set()
        self._last = ""

    def take(self, id: str) -> None:
        """Read one more; `id` is empty for one that is not asked for."""
        self.read += 1
        if not id:
            return
        self._last = id
        self._counted[id] += 1
        if self._counted[id] > self._top:
            self._top, self._most = self._counted[id], {id}
        elif self._counted[id] == self._top:
            self._most.add(id)

    @property
    def meant(self) -> str:
        """The only one, or the one that was named most, and last; empty where there is none, or where it may be two."""
        first = next(iter(self._most)) if len(self._most) == 1 else ""
        return first if len(self._counted) == 1 or self._last == first else ""


def salient(mentions: Iterable[str]) -> str:
    """The only one, or the one that is named most, and last; empty where there is none.

    Args:
        mentions: ids, in the order of the text, each as often as it is named.
    """
    told = Salience()
    for id in mentions:
        told.take(id)
    return told.meant
