"""What a reader said of one event: seen, wrong, another date, a title, a star, tags, a note.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_core.decisions.by_hand import read_by_hand
from timeline_core.errors import EdtfError
from timeline_core.model.actor_role import roles_among
from timeline_core.model.decision import OF_TWO, Act, Decision
from timeline_core.model.event import Event, Kind, Machine, Status
from timeline_core.model.when import When

_STATUS = {Act.ACCEPT: Status.ACCEPTED, Act.REJECT: Status.REJECTED, Act.REOPEN: Status.DRAFT}
_STAR = {Act.STAR: True, Act.UNSTAR: False}


@dataclass(frozen=True, slots=True)
class Touch:
    """An act upon an event, and the tellings of the event that it hangs on."""

    act: Decision
    tellings: frozenset[int]


Parts = Sequence[Sequence[int]]
"""The tellings of an event by the machine's events that a reader joined in it, its own first."""


_COUNTED = {
    Act.NAME: 3,
    Act.RENAME: 3,
    Act.SAME: 2,
    Act.DIFFERENT: 2,
    Act.UNSURE: 2,
    Act.HIDE: 1,
    Act.ABOUT: 4,
    Act.REMOVE: 2,
    Act.APART: 2,
    Act.DOUBT: 2,
}
"""How many values these acts have; those upon two events, how many targets."""
_LEAST = {Act.OTHER: 3, Act.GAZETTEER: 5}
"""How many these have at least: `other` says whose name it is, who else is meant, and in which reports; behind four
values of `gazetteer` stand its rows."""


def is_sound(act: Decision) -> bool:
    """False for an act whose values cannot be applied, such as a date that is no EDTF."""
    value = act.values[0] if act.values else None
    if act.act in _COUNTED:
        return len(act.targets if act.act in OF_TWO else act.values) == _COUNTED[act.act]
    if act.act in _LEAST:
        return len(act.values) >= _LEAST[act.act]
    match act.act:
        case Act.DATE:
            return value is not None and (not value or _when(value) is not None)
        case Act.KIND:
            return value is not None and (not value or value in frozenset(Kind))
        case Act.TITLE | Act.NOTE | Act.TAG | Act.UNTAG:
            return value is not None
        case Act.ACTORS:
            return bool(act.values) or act.cleared
        case Act.NEW:
            return read_by_hand(act) is not None
        case _:
            return True


def apply_to_event(event: Event, parts: Parts, touches: Sequence[Touch]) -> Event:
    """Apply to the event what was decided upon it and upon the events it was joined from.

    What a reader put in the place of a value of a part counts where he put nothing in that of the event itself. A part
    that was rejected before it was joined says nothing of the whole.
    """
    corrected = _correct(event, parts, touches)
    status = _status(parts, touches)
    if status is Status.DRAFT and (corrected.by_hand or corrected.machine is not None):
        status = Status.EDITED
    return replace(
        corrected,
        status=status,
        starred=any(_STAR[last.act] for part in parts if (last := _last(part, touches, *_STAR)) is not None),
        tags=_tags(touches),
        note=_note(touches),
        decisions=tuple(touch.act.id for touch in touches),
    )


def _correct(event: Event, parts: Parts, touches: Sequence[Touch]) -> Event:
    """Put the reader's date, title, kind and actors in the place of the machine's, which are kept beside them.

    Of an event that a person made nothing is kept beside them: no machine said otherwise.
    """
    date, title, kind = (_first(parts, touches, act) for act in (Act.DATE, Act.TITLE, Act.KIND))
    actors = _first(parts, touches, Act.ACTORS)
    if date is title is kind is actors is None:
        return event
    return replace(
        event,
        when=_when(date[0]) if date else event.when,
        title=title[0] if title else event.title,
        kind=Kind(kind[0]) if kind else event.kind,
        actors=tuple(dict.fromkeys(actors)) if actors is not None else event.actors,
        roles=roles_among(event.roles, actors) if actors is not None else event.roles,
        machine=None if event.by_hand else Machine(event.when, event.title, event.kind, event.actors),
        dated=next(filter(None, (*reversed(date[:2]), "?"))) if date else event.dated,
    )


def _when(edtf: str) -> When | None:
    try:
        return When(edtf)
    except EdtfError:
        return None


def _last(part: Sequence[int], touches: Sequence[Touch], *acts: Act) -> Decision | None:
    """The last of such acts that hangs on the part."""
    own = frozenset(part)
    return next((one.act for one in reversed(touches) if one.act.act in acts and own & one.tellings), None)


def _first(parts: Parts, touches: Sequence[Touch], act: Act) -> tuple[str, ...] | None:
    """The values that a reader gave the first part that has any; None for none, and where they were taken back."""
    lasts = (_last(part, touches, act) for part in parts)
    return next((last.values for last in lasts if last is not None and _given(last)), None)


def _given(act: Decision) -> bool:
    return not act.cleared if act.act is Act.ACTORS else bool(act.values[0])


def _status(parts: Parts, touches: Sequence[Touch]) -> Status:
    said = [
        _STATUS[last.act] if (last := _last(part, touches, *_STATUS)) is not None else Status.DRAFT for part in parts
    ]
    if said[0] is not Status.DRAFT or Status.ACCEPTED not in said:
        return said[0]
    return Status.ACCEPTED


def _tags(touches: Sequence[Touch]) -> tuple[str, ...]:
    """Those that some telling still has, in the order in which they were given."""
    held: dict[str, frozenset[int]] = {}
    for touch in touches:
        for tag in touch.act.values if touch.act.act in (Act.TAG, Act.UNTAG) else ():
            before = held.get(tag, frozenset())
            held[tag] = before | touch.tellings if touch.act.act is Act.TAG else before - touch.tellings
    return tuple(tag for tag, tellings in held.items() if tellings)


def _note(touches: Sequence[Touch]) -> str:
    """The last note upon each telling; two events that were joined have both of theirs."""
    notes: dict[int, tuple[int, str]] = {}
    for n, touch in enumerate(touches):
        if touch.act.act is Act.NOTE:
            notes |= dict.fromkeys(touch.tellings, (n, touch.act.values[0]))
    return "\n".join(dict.fromkeys(text for _, text in sorted(set(notes.values())) if text))
