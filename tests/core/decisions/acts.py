"""Decisions as a person makes them: upon an event of the timeline that he sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline_core.decisions.apply import decide, make_target
from timeline_core.model.decision import Act, Decision, Target
from timeline_core.model.event import Event, Evidence
from timeline_core.timeline import Timeline


class Reader:
    """Someone who decides, one act after the other; each is upon what he sees then."""

    def __init__(self, derived: Timeline, who: str = "sana", hour: int = 9) -> None:
        self.derived, self.who, self.hour = derived, who, hour
        self.log: list[Decision] = []

    @property
    def sees(self) -> Timeline:
        """The timeline with all that he decided."""
        return decide(self.derived, self.log)

    def event(self, words: str) -> Event:
        """The one event whose title has these words."""
        [event] = [event for event in (*self.sees.events, *self.sees.undated) if words in event.title]
        return event

    def act(self, act: Act, *events: Event | str, values: Sequence[str] = (), cleared: bool = False) -> Decision:
        """Decide upon these events, named by words of their titles."""
        found = [self.event(one) if isinstance(one, str) else one for one in events]
        return self.upon(act, *(make_target(event, self.sees) for event in found), values=values, cleared=cleared)

    def upon(self, act: Act, *targets: Target, values: Sequence[str] = (), cleared: bool = False) -> Decision:
        """Decide upon what these targets hold."""
        decision = Decision(*self._next(act), targets, tuple(values), cleared=cleared)
        self.log.append(decision)
        return decision

    def split(self, event: Event, evidence: Iterable[Evidence] | None = None) -> Decision:
        """Take these pieces out of the event; without any, every telling stands alone."""
        if evidence is None:
            return self.act(Act.SPLIT, event)
        return self.upon(Act.SPLIT, make_target(event, self.sees), make_target(event, self.sees, evidence))

    def undo(self, decision: Decision) -> Decision:
        """Take it back."""
        undo = Decision(*self._next(Act.UNDO), undoes=decision.id)
        self.log.append(undo)
        return undo

    def _next(self, act: Act) -> tuple[str, Act, str, str]:
        n = len(self.log)
        return (f"{self.who}-{n:04d}", act, f"2023-02-15T{self.hour:02d}:{n // 60:02d}:{n % 60:02d}.000Z", self.who)
