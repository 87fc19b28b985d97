"""`Questions`: which actors and which events may be one, and what is new, after all that was decided until now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.commands.shared import timeline as timelines
from tui.commands.shared.gather import Gathered

if TYPE_CHECKING:
    from store.derived.accounting import Tell
    from timeline_core.decisions.event_pair import EventPair
    from timeline_core.decisions.news import Item
    from timeline_core.decisions.pairs import Pair
    from timeline_core.names.gazetteer import Gazetteer
    from timeline_core.timeline import Timeline


class Questions:
    """Called in threads; nothing is looked for before it is asked."""

    def __init__(self, found: Callable[[], Gathered], whole: Callable[[], Timeline | None], tell: Tell) -> None:
        """
        Args:
            found: what was gathered, with the log that the timeline has.
            whole: the timeline; None before it is there.
        """
        self._found, self._whole, self._tell = found, whole, tell

    def actors(self, names: Gazetteer, counts: Mapping[str, int]) -> list[Pair]:
        """Which actors may be one, of those with so many events each."""
        from seeds.load import knowledge
        from timeline_core.decisions.pairs import pairs

        found = self._found()
        log = found.log if found.library is None else found.library.decisions.log()
        return pairs(names, counts, knowledge().naming.transliteration.key, log)

    def news(self) -> tuple[str, list[Item]]:
        """Moment of the last look, and what is new since; the first look sees all."""
        from store.care import looks
        from timeline_core.decisions.news import find_news

        found, whole = self._found(), self._whole()
        if found.library is None or whole is None:
            return "", []
        before = looks.read(found.library.folder)
        if before is None:
            self.seen()
            return "", []
        return before.at, find_news(before, whole)

    def seen(self) -> None:
        """Remember that all that there is was seen."""
        from store.care import looks
        from store.decisions.stamps import Stamps
        from timeline_core.decisions.news import make_look

        found, whole = self._found(), self._whole()
        if found.library is not None and whole is not None:
            looks.write(found.library.folder, make_look(whole, Stamps().next()[1]))

    def events(self) -> list[EventPair]:
        """Which events may be one."""
        from seeds.load import knowledge

        whole = self._whole()
        return timelines.event_pairs(self._found(), whole, knowledge, self._tell) if whole is not None else []
