"""`Story`: what a person writes of chosen events, in its order; read from the acts of the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline_core.model.decision import Decision, Target, in_force
from timeline_core.stories.change import Change, Do, read_change
from timeline_core.text.fold import fold

_LANGUAGE = "en"
"""Of a story of which the beginning is missing."""
_MAKES = frozenset({Do.BEGIN, Do.TELL, Do.WRITE})


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: the sentence of an event, or words of one's own."""

    id: str
    """Of the act that made it."""
    place: str
    text: str
    """As it stands; the sentence was drafted, unless it is `own`."""
    drafted: str = ""
    """Of a sentence: what was drafted when it was accepted last."""
    target: Target | None = None
    """The event of a sentence, as it was when it was put in; None for words of one's own."""
    basis: str = ""
    """Of a sentence: what its event was when it was accepted last (`basis.py`)."""
    own: bool = False
    """A person wrote these words."""
    who: str = ""
    """Who put it in."""

    @property
    def order(self) -> tuple[str, str]:
        """By its place; of two at one place the earlier first."""
        return (self.place, self.id)


@dataclass(frozen=True, slots=True)
class Story:
    """Its parts in order."""

    name: str
    lang: str = _LANGUAGE
    parts: tuple[Part, ...] = ()
    at: str = ""
    """Moment of its last change."""

    def part(self, id: str) -> Part | None:
        """The part of that id."""
        return next((one for one in self.parts if one.id == id), None)


def key(name: str) -> str:
    """Two names of one key are one story: case, blanks and spellings aside."""
    return " ".join(fold(name).split())


def read_stories(log: Iterable[Decision]) -> tuple[Story, ...]:
    """Read every story from the log, the last changed first."""
    stories: dict[str, _Writing] = {}
    for act in in_force(log):
        change = read_change(act)
        if change is None:
            continue
        of = key(change.story)
        stories.setdefault(of, _Writing(change.story)).change(act, change)
    found = (one.story() for one in stories.values() if not one.ended)
    return tuple(sorted(found, key=lambda story: story.at, reverse=True))


class _Writing:
    """A story while its changes are read."""

    def __init__(self, name: str) -> None:
        self._name, self._lang, self._at = name, _LANGUAGE, ""
        self._parts: dict[str, Part] = {}
        self.ended = False

    def story(self) -> Story:
        parts = sorted(self._parts.values(), key=lambda part: part.order)
        return Story(self._name, self._lang, tuple(parts), self._at)

    def change(self, act: Decision, change: Change) -> None:
        """Take in a change; what a colleague put in after the story was put away stands in it alone."""
        self._at = act.at
        self.ended = change.do is Do.END or (self.ended and change.do not in _MAKES)
        if change.do is Do.END:
            self._parts = {}
        elif change.do is Do.BEGIN:
            [self._lang] = change.values
        elif change.do is Do.TELL:
            place, text, basis = change.values
            self._parts[act.id] = Part(act.id, place, text, text, act.targets[0], basis, who=act.who)
        elif change.do is Do.WRITE:
            place, text = change.values
            self._parts[act.id] = Part(act.id, place, text, own=True, who=act.who)
        elif change.do is Do.DROP:
            self._parts.pop(change.values[0], None)
        elif (part := self._parts.get(change.values[0])) is not None:
            self._parts[part.id] = _changed(part, change)


def _changed(part: Part, change: Change) -> Part:
    _, *values = change.values
    if change.do is Do.MOVE:
        return replace(part, place=values[0])
    if change.do is Do.WORD:
        own = bool(values[0].strip()) or part.target is None
        return replace(part, text=values[0] if own else part.drafted, own=own)
    sentence, basis = values
    return replace(part, text=part.text if part.own else sentence, drafted=sentence, basis=basis)
