"""Lists actors or places with their events and roles, and tells all of one: names, their origin, what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_core.decisions.own_lists import rows, source
from timeline_core.model.actor_role import ActorRole
from timeline_core.model.decision import OF_NAMES, Act, Decision
from timeline_core.model.entry import ACTOR, PLACE, STATES
from timeline_core.text.fold import fold
from tui.commands.shared.context import Context, counted
from tui.commands.shared.rows import document
from tui.commands.who.called import every_name

if TYPE_CHECKING:
    from timeline_core.model.entry import Entry
    from timeline_core.model.event import Event
    from timeline_core.names.gazetteer import Gazetteer
    from tui.commands.who.acts import Desk

_ROLES = (ActorRole.AGENT, ActorRole.PATIENT, ActorRole.SPEAKER, ActorRole.SOURCE)
_HIDDEN, _UNNAMED = "hidden", "unnamed"
_STATES = ("", _UNNAMED, _HIDDEN)
"""In the order of the list."""
_LIST = "a list of Waqai"
GEONAMES = "GeoNames"
"""Where the coordinates are from that no list of one's own gave."""
_REPORTS = "the reports"


@dataclass(frozen=True, slots=True)
class Row:
    """One actor or place."""

    id: str
    type: str
    events: int
    agent: int
    patient: int
    speaker: int
    source: int
    names: tuple[str, ...]
    """The one to show first."""
    state: str = ""
    """`hidden`; `unnamed` of a group that is called by its kind alone; or empty."""


def put_list(desk: Desk, format: str, context: Context) -> None:
    """Those of most events first, groups without a name behind them, hidden ones last."""
    from tui.commands.shared.output import put
    from tui.commands.shared.terminal import put_lines

    rows = sorted(_rows(desk), key=lambda row: (_STATES.index(row.state), -row.events, row.id))
    if format == "table":
        put_lines(map(_line, rows), context)
    else:
        put(document(rows, Row, format, f"{desk.category}s"), None, context)


def _rows(desk: Desk) -> Iterator[Row]:
    counts: Counter[str] = Counter()
    roles: Counter[tuple[ActorRole, str]] = Counter()
    for event in (*desk.timeline.events, *desk.timeline.undated):
        counts.update(_ids(event, desk.category))
        roles.update(set(event.roles))
    hidden = {desk.timeline.names.canonical(act.values[0]) for act in desk.acts(Act.HIDE)}
    for id in dict.fromkeys((*counts, *(id for id in hidden if id in desk.timeline.names))):
        if id in desk.timeline.names:
            entry = desk.timeline.names[id]
            if entry.serves(desk.category):
                agent, patient, speaker, source = (roles[role, id] for role in _ROLES)
                names = tuple(dict.fromkeys(every_name(entry)))
                state = _HIDDEN if id in hidden else _UNNAMED if entry.unnamed else ""
                yield Row(id, entry.type, counts[id], agent, patient, speaker, source, names, state)


def _ids(event: Event, category: str) -> frozenset[str]:
    if category != ACTOR:
        return frozenset(event.places)
    return frozenset((*event.actors, *(id for _, id in event.roles)))


def _line(row: Row) -> str:
    parts = {"did it": row.agent, "had it done to": row.patient, "says so": row.speaker, "source": row.source}
    told = ", ".join(f"{what} {count}" for what, count in parts.items() if count)
    fields = (row.id, row.type, counted(row.events, "event"), told, row.state, " / ".join(row.names[:3]))
    return "  ".join(" ".join(field.split()) for field in fields if field)


@dataclass(frozen=True, slots=True)
class Question:
    """Two that may be one."""

    one: str
    other: str
    why: str
    names: tuple[str, ...]
    """Of the one and of the other, the name to show."""
    events: tuple[str, ...]
    """In how many each of them is."""


_WHY = {"parts": "one name holds the other", "words": "one name holds the other", "initials": "the same initials"}


def put_pairs(desk: Desk, format: str, context: Context) -> None:
    """Those of most events first, of which a person is unsure last."""
    from timeline_core.decisions.pairs import pairs
    from tui.commands.shared.output import put
    from tui.commands.shared.terminal import put_lines

    counts = {row.id: row.events for row in _rows(desk)}
    key = desk.known.naming.transliteration.key
    found = [
        Question(
            pair.one,
            pair.other,
            pair.why.value,
            (desk.name(pair.one), desk.name(pair.other)),
            (str(counts[pair.one]), str(counts[pair.other])),
        )
        for pair in pairs(desk.timeline.names, counts, key, desk.found.log)
    ]
    if format == "table":
        put_lines(map(_question, found), context)
        if found:
            context.tell(f"{counted(len(found), 'pair')}; say «waqai actors merge|different|unsure NAME OTHER»")
    else:
        put(document(found, Question, format, "pairs"), None, context)


def _question(pair: Question) -> str:
    one, other = (f"{name} ({events})" for name, events in zip(pair.names, pair.events, strict=True))
    return f"{pair.one}  {pair.other}  {one} / {other}: {_WHY[pair.why]}"


def put_one(desk: Desk, word: str, context: Context) -> None:
    """Its names with their origin, how many events it is in, and the acts in force about it."""
    from tui.commands.shared.terminal import put_lines

    id = desk.id(word)
    put_lines(_told(desk, id, names_of(desk, id)[id]), context)


def names_of(desk: Desk, id: str) -> Gazetteer:
    """The names that have it: those of the timeline, else those of our lists."""
    return desk.timeline.names if id in desk.timeline.names else desk.known.gazetteer


def _told(desk: Desk, id: str, entry: Entry) -> Iterator[str]:
    row = next((row for row in _rows(desk) if row.id == id), None)
    yield f"{id}  {entry.type}" + (f"  Wikidata {entry.wikidata}" if entry.wikidata else "")
    yield f"  {counted(row.events if row else 0, 'event')}" + (f"  {row.state}" if row and row.state else "")
    for lang, some in entry.names.items():
        for name in some:
            yield f"  {lang}  {name}  ({_origin(desk, id, entry, name)})"
    if entry.category == PLACE or entry.type in STATES:
        yield from _where(names_of(desk, id), id)
    if entry.source:
        yield "  ".join(("", *dict.fromkeys(_codes(desk, entry)), f"({entry.source})"))
    for act in _about(desk, id):
        yield f"  {act.who} {act.at[:10]}: {act.act} {', '.join(act.values)}"


def _where(names: Gazetteer, id: str) -> Iterator[str]:
    """What it lies in, its point, and how exactly that is known."""
    from timeline_core.names.world.where import spot

    if outer := [names[one].name("en") for one in names.around(id)]:
        yield f"  in {', '.join(outer)}"
    found = spot(id, names)
    if found is None:
        yield "  no coordinates are known, here or of what it lies in; «waqai places import» takes some"
        return
    whose = "" if found.of == names[id].id else f": of {names[found.of].name('en')}, in which it lies"
    origin = names[found.of].source or GEONAMES
    yield f"  {found.point.latitude}, {found.point.longitude} ({found.fineness}{whose}; {origin})"


def _codes(desk: Desk, entry: Entry) -> Iterator[str]:
    """Those that lists of one's own have for it."""
    names = {fold(name) for name in every_name(entry)}
    for act in desk.acts(Act.GAZETTEER):
        for row in rows(act):
            if row.code and any(fold(name) in names for _, name in row.names):
                yield row.code


def _origin(desk: Desk, id: str, entry: Entry, name: str) -> str:
    """Who calls it so: a person of the log, our lists, or the reports."""
    for act in _about(desk, id):
        if act.act in (Act.NAME, Act.RENAME) and fold(act.values[1]) == fold(name):
            return act.who
    for act in reversed(desk.acts(Act.GAZETTEER)):
        if any(fold(said) == fold(name) for row in rows(act) for _, said in row.names):
            return source(act)
    gazetteer = desk.known.gazetteer
    listed = any(fold(name) == fold(one) for one in every_name(gazetteer[id])) if id in gazetteer else False
    from_list = _LIST if listed else _REPORTS
    return f"{from_list}; so say {entry.origins[name]}" if name in entry.origins else from_list


def _about(desk: Desk, id: str) -> list[Decision]:
    now = desk.timeline.names.canonical
    every = (act for kind in OF_NAMES for act in desk.acts(kind))
    return sorted((act for act in every if now(act.values[0]) == id), key=lambda act: act.order)
