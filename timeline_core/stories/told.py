"""A story as it is read: each sentence with its event of now, its footnotes, and what has changed since."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from timeline_core.model.decision import Hold, Target
from timeline_core.model.event import Event
from timeline_core.stories.basis import Changed, find_changes
from timeline_core.stories.notes import Note, make_notes
from timeline_core.stories.story import Part, Story
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part with what its event is now."""

    part: Part
    event: Event | None = None
    """Of a sentence; None where no report tells it any more, and of words of one's own."""
    changes: tuple[Changed, ...] = ()
    notes: tuple[Note, ...] = ()
    first: int = 0
    """The number of its first footnote."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """Of its footnotes, through the whole story."""
        return tuple(range(self.first, self.first + len(self.notes)))


@dataclass(frozen=True, slots=True)
class Told:
    """The paragraphs of a story, in order."""

    story: Story
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of its sentences, each once."""
        found = {one.event.id: one.event for one in self.paragraphs if one.event is not None}
        return tuple(found.values())

    @property
    def stale(self) -> int:
        """How many sentences have another event than was accepted."""
        return sum(bool(one.changes) for one in self.paragraphs)


def tell_story(
    story: Story, timeline: Timeline, tell: Teller, within: Callable[[str], Iterable[Event]] | None = None
) -> Told:
    """Find the events of the sentences, and number their footnotes.

    Args:
        timeline: with all decisions.
        tell: speaks the language of the story.
        within: the events of the report of that id; without it all events are looked at where one has another id now.
    """
    find = _Finding(timeline, within)
    paragraphs: list[Paragraph] = []
    number = 1
    for part in story.parts:
        if part.target is None:
            paragraphs.append(Paragraph(part))
            continue
        event = find.event(part.target)
        changes = find_changes(part.basis, event, timeline, tell)
        notes = make_notes(event, timeline, tell) if event is not None else ()
        paragraphs.append(Paragraph(part, event, changes, notes, number))
        number += len(notes)
    return Told(story, tuple(paragraphs))


class _Finding:
    """Finds the event that a sentence is of, by the words that proved it: ids, titles and rules may have changed."""

    def __init__(self, timeline: Timeline, within: Callable[[str], Iterable[Event]] | None) -> None:
        self._timeline = timeline
        self._within = within
        self._ids = {report.sha256: report.id for report in timeline.reports}

    def event(self, target: Target) -> Event | None:
        """The one in which most of its quotes are; of two the one that still has its id."""
        held = self._timeline.event(target.event)
        counts = {held.id: (self._shared(held, target), held)} if held is not None else {}
        if held is None or 2 * counts[held.id][0] < len(target.holds):
            for event in self._near(target):
                counts.setdefault(event.id, (self._shared(event, target), event))
        best = max(counts.values(), key=lambda one: one[0], default=(0, None))
        return best[1] if best[0] else None

    def _near(self, target: Target) -> Iterable[Event]:
        """The events of its reports; of all, where one of these was read from another file."""
        ids = dict.fromkeys(self._ids.get(hold.report, "") for hold in target.holds)
        if self._within is not None and "" not in ids:
            return [event for id in ids for event in self._within(id)]
        every = (*self._timeline.events, *self._timeline.undated)
        return [event for event in every if "" in ids or not ids.keys().isdisjoint(event.reports)]

    def _shared(self, event: Event, target: Target) -> int:
        """How many of the quotes prove it: those that stand in what one of its quotes says."""
        return sum(self._proves(event, hold) for hold in target.holds)

    def _proves(self, event: Event, hold: Hold) -> bool:
        if hold.by:
            return any(hold.by == telling.made_by for telling in event.tellings)
        report = self._ids.get(hold.report)
        if report is None:
            return any(piece.exact == hold.exact for piece in event.evidence)
        return any(
            piece.report == report and (piece.exact in hold.exact or hold.exact in piece.exact)
            for piece in event.evidence
        )
