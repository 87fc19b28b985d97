"""What a person does to a story, as changes: puts in, moves, words, accepts. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline_core.model.event import Event
from timeline_core.stories.basis import make_basis
from timeline_core.stories.change import LONGEST_TEXT, Change, Do
from timeline_core.stories.isolates import plain
from timeline_core.stories.places import LONGEST, between
from timeline_core.stories.sentence import draft
from timeline_core.stories.story import Story
from timeline_core.stories.told import Told
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

MOST_PARTS = 2_000
"""Parts of one story, at most."""


class Draft(NamedTuple):
    """A change that is to be recorded, and the event that it hangs on."""

    change: Change
    event: Event | None = None


def tell_events(
    story: Story, events: Sequence[Event], timeline: Timeline, tell: Teller, after: str = ""
) -> list[Draft]:
    """Put in the sentences of these events, those aside that it has already.

    Args:
        after: id of the part behind which they stand; the end without one.
    """
    known = {part.target.event for part in story.parts if part.target is not None}
    low, high = _around(story, after)
    drafts: list[Draft] = []
    for event in events:
        if event.id in known or len(story.parts) + len(drafts) >= MOST_PARTS:
            continue
        low = between(low, high)
        values = (low, draft(event, timeline, tell)[:LONGEST_TEXT], make_basis(event, timeline))
        drafts.append(Draft(Change(story.name, Do.TELL, values), event))
    return drafts


def write(story: Story, text: str, after: str = "") -> list[Draft]:
    """Put in a paragraph of one's own behind that part; at the end without one."""
    return [Draft(Change(story.name, Do.WRITE, (between(*_around(story, after)), text[:LONGEST_TEXT])))]


def move(story: Story, id: str, by: int) -> list[Draft]:
    """Move a part so many places down; up, where it is less than 0. Nothing at an end."""
    ids = [part.id for part in story.parts]
    at = ids.index(id)
    to = max(0, min(at + by, len(ids) - 1))
    if to == at:
        return []
    rest = [part.place for part in story.parts if part.id != id]
    place = between(rest[to - 1] if to else "", rest[to] if to < len(rest) else "")
    return [Draft(Change(story.name, Do.MOVE, (id, place)))] if len(place) <= LONGEST else []


def word(story: Story, id: str, text: str) -> list[Draft]:
    """Give a part words of one's own; of a sentence, none gives the drafted words back."""
    return [Draft(Change(story.name, Do.WORD, (id, plain(text)[:LONGEST_TEXT])))]


def drop(story: Story, id: str) -> list[Draft]:
    """Take a part out."""
    return [Draft(Change(story.name, Do.DROP, (id,)))]


def accept(told: Told, ids: Sequence[str], timeline: Timeline, tell: Teller) -> list[Draft]:
    """Accept what the events of these sentences are now; drafted words follow, words of one's own stay."""
    found: list[Draft] = []
    for one in told.paragraphs:
        if one.part.id in ids and one.event is not None:
            values = (one.part.id, draft(one.event, timeline, tell)[:LONGEST_TEXT], make_basis(one.event, timeline))
            found.append(Draft(Change(told.story.name, Do.ACCEPT, values)))
    return found


def speak(told: Told, timeline: Timeline, tell: Teller) -> list[Draft]:
    """Tell the story in the language of `tell`: drafted sentences anew, words of one's own stay.

    A sentence of which the evidence has changed stays, until that is accepted.
    """
    begun = Draft(Change(told.story.name, Do.BEGIN, (tell.language.code,)))
    ids = [one.part.id for one in told.paragraphs if one.event is not None and not one.changes]
    return [begun, *accept(told, ids, timeline, tell)]


def _around(story: Story, after: str) -> tuple[str, str]:
    """The places between which something new stands."""
    places = [part.place for part in story.parts]
    ids = [part.id for part in story.parts]
    at = ids.index(after) if after in ids else len(ids) - 1
    return places[at] if ids else "", places[at + 1] if at + 1 < len(ids) else ""
