"""`Decision`: one act of a person upon an event; the log of all of them; what undoing and doing again mean.

Acts are only ever added. An act is undone by an act that names it, and that one may be undone in turn, so that two
people's logs are joined by putting them together, and nothing that anyone decided is lost.

Source:
    DESIGN.md sections 2 and 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a person did. `values` of the decision in brackets."""

    ACCEPT = "accept"
    REJECT = "reject"
    REOPEN = "reopen"
    """Back to a draft."""
    DATE = "date"
    """[EDTF, words as typed]; an empty EDTF gives the machine's date back."""
    TITLE = "title"
    """[title]; empty gives the machine's title back."""
    KIND = "kind"
    """[kind]; empty gives the machine's kind back."""
    ACTORS = "actors"
    """[actor id, …]: all of them, in order; `Decision.cleared` gives the machine's back."""
    MERGE = "merge"
    """The first target takes in all further ones."""
    SPLIT = "split"
    """The evidence of the second target leaves the first; with one target every telling stands alone."""
    APART = "apart"
    """The two targets are two, and nobody asks again; should they be joined one day, the second leaves the first."""
    DOUBT = "doubt"
    """Whether the two targets are two, nobody can say yet."""
    NEW = "new"
    """[title, EDTF, words as typed, language, fact, …]: its words are an event, which no derivation made
    (`decisions/by_hand.py`). The hold of its one target is the words."""
    STAR = "star"
    UNSTAR = "unstar"
    TAG = "tag"
    """[tag, …]"""
    UNTAG = "untag"
    """[tag, …]"""
    NOTE = "note"
    """[text]; empty takes the note away."""
    NAME = "name"
    """[actor id, name, language]: one more name of an actor. No target."""
    SAME = "same"
    """[actor id, actor id]: the second is the first. No target."""
    RENAME = "rename"
    """[actor id, name, language]: this name is the one to show first. No target."""
    HIDE = "hide"
    """[actor id]: it is nobody, and in no event. No target."""
    OTHER = "other"
    """[actor id, id of its own, SHA-256 of a report, …]: in these reports that name is somebody else's. No target."""
    DIFFERENT = "different"
    """[actor id, actor id]: they are two, and nobody asks again. No target."""
    UNSURE = "unsure"
    """[actor id, actor id]: whether they are two, nobody can say yet. No target."""
    GAZETTEER = "gazetteer"
    """[actor or place, name of a file, its origin, its licence, row, …]: a list of one's own. No target."""
    ABOUT = "about"
    """[SHA-256 of a report, field, value, its id then]: what is known of a report; an empty value gives back what its
    file says, `none` says that nobody knows. No target."""
    REMOVE = "remove"
    """[SHA-256 of a report, its id then]: the report is in the bin, and tells nothing. No target."""
    STORY = "story"
    """[name of the story, change, …] (`stories/change.py`): a sentence of the target's event, words of one's own, their
    order. It changes no event."""
    UNDO = "undo"
    """[what it was asked for as]: takes back the act that `undoes` names; of an `undo`, it does the act again. One that
    has a name («restore», «unhide») is a step of its own, which the next `undo` takes back. No target."""


OF_READING = frozenset({Act.NAME, Act.SAME, Act.RENAME, Act.GAZETTEER})
"""Acts upon names with which reports are read."""
OF_PAIRS = frozenset({Act.SAME, Act.DIFFERENT, Act.UNSURE})
"""Acts upon two names."""
OF_TWO = frozenset({Act.MERGE, Act.APART, Act.DOUBT})
"""Acts upon an event and others beside it."""
OF_NAMES = OF_READING | OF_PAIRS | {Act.HIDE, Act.OTHER}
OF_REPORTS = frozenset({Act.ABOUT, Act.REMOVE})
"""Acts without a target: they say something of the world or of a report, not of one event."""
OF_STORIES = frozenset({Act.STORY})
"""Acts upon what a person writes of events."""


@dataclass(frozen=True, slots=True)
class Hold:
    """What a decision hangs on: a quote of a report. Ids and rules may change; these words stay."""

    report: str
    """SHA-256 of the report."""
    start: int
    """Code points; half-open."""
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    kind: str = ""
    """Kind of the event that it proved; an announcement and what it announces may share their words."""
    by: str = ""
    """Id of the act `new` that made an event of the words; empty where the machine did."""


@dataclass(frozen=True, slots=True)
class Target:
    """An event as the person saw it."""

    event: str
    """Its id then; only to be shown."""
    holds: tuple[Hold, ...]
    title: str = ""
    """Its title then; only to be shown, should the event be gone."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One act. Never changed and never taken out of the log."""

    id: str
    """Unique in the world; ids of one writer ascend."""
    act: Act
    at: str
    """Moment in UTC, ISO 8601 with milliseconds and `Z`."""
    who: str
    targets: tuple[Target, ...] = ()
    values: tuple[str, ...] = ()
    undoes: str = ""
    cleared: bool = False
    before: str = ""
    """Hash of the act that its library held last when it was recorded (`store/decisions/proof.py`); empty of the first
    one, and of those from before there was a chain."""

    @property
    def order(self) -> tuple[str, str]:
        """The later act of two upon one thing holds."""
        return (self.at, self.id)

    @property
    def is_step(self) -> bool:
        """False of a bare `undo`, which is a step back: what it took back is not taken back once more by the next."""
        return self.act is not Act.UNDO or bool(self.values)


def in_force(log: Iterable[Decision]) -> tuple[Decision, ...]:
    """The acts that hold, in order, each once: all but the `undo`s and what they undo."""
    ordered = _ordered(log)
    undone = _undone(ordered)
    return tuple(one for one in ordered if one.act is not Act.UNDO and one.id not in undone)


def _ordered(log: Iterable[Decision]) -> list[Decision]:
    """Each act once, though two logs that were put together both have it."""
    return sorted({one.id: one for one in log}.values(), key=lambda decision: decision.order)


def _undone(ordered: Sequence[Decision]) -> frozenset[str]:
    """Ids of the acts that do not hold; the last word about an act stands first to be read."""
    undone: set[str] = set()
    for one in reversed(ordered):
        if one.act is Act.UNDO and one.id not in undone:
            undone.add(one.undoes)
    return frozenset(undone)


def to_undo(log: Iterable[Decision], who: str = "") -> Decision | None:
    """The last step that holds, of that person or, without a name, of anyone; None when there is none."""
    ordered = _ordered(log)
    undone = _undone(ordered)
    holding = (one for one in reversed(ordered) if one.is_step and one.id not in undone)
    return next((one for one in holding if who in ("", one.who)), None)


def to_redo(log: Iterable[Decision], who: str = "") -> Decision | None:
    """The last `undo` that holds and after which its person did nothing new; None when there is none.

    To do again what it undid, record an `undo` of it.
    """
    ordered = _ordered(log)
    undone, known = _undone(ordered), {one.id: one for one in ordered}
    for one in reversed(ordered):
        if who not in ("", one.who) or one.id in undone:
            continue
        if one.is_step:
            return None
        target = known.get(one.undoes)
        if target is None or target.is_step:
            return one
    return None
