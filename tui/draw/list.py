"""Draws the rows of the timeline."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from timeline_core.model.actor_role import grouped
from timeline_core.model.event import Event, Status
from timeline_core.view.sought import Sought
from tui.bidi.layout import layout
from tui.bidi.modes import Mode
from tui.draw import line as render
from tui.draw import signs
from tui.draw import when as render_when
from tui.draw.line import Line
from tui.i18n.speech import say
from tui.view import doubting
from tui.view import pins as pinning
from tui.view.listing import Gap, Heading, Space
from tui.view.search import hits
from tui.view.sections import DOUBTS, Doubted, Ranks, Section
from tui.view.state import View
from tui.view.turning.ghosts import ghosts

TITLE_AT = (13, 18)
"""The cell of a row with which titles begin, on a screen from the left and on one from the right."""
_RANKED_TITLE_AT = (18, 23)
"""As this, where no heading says the month."""
_DATE = 24
FEW = 60
"""Events up to which a title that is too long takes a second line."""
_REMEMBERED = 2_048
"""Titles and dates that are laid out once: some pages of the list."""
_STATUS = {Status.DRAFT: " ", Status.EDITED: "✎", Status.ACCEPTED: "✓", Status.REJECTED: "✗"}
_STRIP = ("▎", "▕")
"""Of the hue of a pinned actor, beside the sign, on a screen from the left and on one from the right."""
_MIRRORED = {"├": "┤", "└": "┘"}


def row(view: View, number: int, width: int, *, folded: bool = False) -> Line:
    """The row of that number, exactly `width` cells; an empty line below the last.

    Args:
        folded: the title goes on below (`second`).
    """
    rows = view.listing.rows
    if not 0 <= number < len(rows):
        return (render.space(width),)
    here = rows[number]
    if isinstance(here, Space):
        return (render.space(width),)
    if isinstance(here, Heading):
        return _words(view, 1, heading(here.section), "heading", width)
    if isinstance(here, Gap):
        return _gap(view, here, width, here=number == view.row)
    return _event(view, number, here, width, folded=folded)


def heading(of: Section) -> str:
    """What a heading says: a month; a doubt; «1–10», the ranks of what stands below it."""
    if isinstance(of, Ranks):
        return say("{first}–{last}", first=of.first, last=of.last)
    if isinstance(of, Doubted):
        return say(DOUBTS[of.doubt]) if of.doubt is not None else say("in no doubt")
    return render_when.heading(of)


def _words(view: View, margin: int, words: str, style: str, width: int) -> Line:
    """Words of the program behind so many empty cells."""
    room = max(1, width - margin)
    return render.across((render.space(margin),), render.one(words, room, style, mode=view.mode, way=render.base()))


def _gap(view: View, gap: Gap, width: int, *, here: bool) -> Line:
    if not here:
        return _words(view, 6, f"⋮   {gap.words}", "faint", width)
    room = max(1, width - 6)
    margin = render.across((render.space(1),), ((render.pointer(), 1, "mark"),), (render.space(4),))
    words = render.one(f"⋮   {gap.words}", room, "date", mode=view.mode, way=render.base())
    return tuple((text, cells, f"chosen {style}".strip()) for text, cells, style in render.across(margin, words))


class _Lead(NamedTuple):
    """What stands before the title of a row, and the cells of the title."""

    margin: Line
    date: Line
    gap: int
    room: int


def _lead(view: View, number: int, event: Event, width: int, *, chosen: bool) -> _Lead:
    section = view.listing.section(number)
    branch = view.listing.branch(event.id)
    doubt = _doubt(view, event)
    margin = _margin(view, event, branch, doubt, here=chosen)
    if label := view.labels.get(number):
        margin = ((label, 1, "selected"), *margin[1:])
    said = not chosen and _is_said_above(view, number)
    words = render_when.label(event.when, section) if isinstance(section, tuple) else render_when.alone(event.when)
    date = () if said else _dated(words, view.mode)
    used = render.width_of(margin) + 2 + render.width_of(date)
    gap = max(1, title_at(section) - used)
    return _Lead(margin, date, gap, max(4, width - used - gap - 1))


def doubled(view: View, width: int) -> tuple[int, ...]:
    """The rows whose titles take two lines: where few events are shown on a tall screen, and no day is being tried."""
    if not view.airy or view.turn is not None or view.count > FEW:
        return ()
    rows = ((view.listing.row_at(place), event) for place, event in enumerate(view.listing.events))
    return tuple(number for number, event in rows if _is_cut(view, number, event, width))


def _is_cut(view: View, number: int, event: Event, width: int) -> bool:
    return len(layout(event.title, _lead(view, number, event, width, chosen=False).room, mode=view.mode).lines) > 1


def second(view: View, number: int, width: int) -> Line:
    """The rest of the title of a row, below it."""
    event = view.listing.rows[number]
    if not isinstance(event, Event):
        return (render.space(width),)
    here = number == view.row
    lead = _lead(view, number, event, width, chosen=here)
    first = layout(event.title, lead.room, mode=view.mode)
    rest = event.title[first.lines[0].end :]
    title = render.one(rest, lead.room, _style(view, event), hits(rest, view.needle), mode=view.mode, way=first.base)
    line = render.across((render.space(width - lead.room - 1),), title, (render.space(1),))
    return tuple((text, cells, f"chosen {style}".strip()) for text, cells, style in line) if here else line


def _style(view: View, event: Event) -> str:
    return "ghost" if event.id in ghosts(view).leaving else _rank(view, event, _doubt(view, event))


def _event(view: View, number: int, event: Event, width: int, *, folded: bool) -> Line:
    chosen = "chosen" if number == view.row else ""
    lead = _lead(view, number, event, width, chosen=bool(chosen))
    style = _style(view, event)
    title = (_folded if folded else _title)(event.title, lead.room, style, view.needle, view.mode)
    line = render.across(
        lead.margin,
        ((signs.sign(event), 1, f"{signs.hue(event)} sign"),),
        (render.space(1),),
        lead.date,
        (render.space(lead.gap),),
        title,
        ((_written(event), 1, "faint"),),
    )
    return tuple((text, cells, f"{chosen} {style}".strip()) for text, cells, style in line) if chosen else line


def title_at(section: object) -> int:
    """The cell with which titles begin below that heading: behind a day of the month, or behind a whole date."""
    return (TITLE_AT if isinstance(section, tuple) else _RANKED_TITLE_AT)[render.base()]


def _written(event: Event) -> str:
    """¶ a note, # a tag: what a person wrote there."""
    return "¶" if event.note else "#" if event.tags else " "


def _is_said_above(view: View, number: int) -> bool:
    """The row above is of the same day, and hangs no deeper or higher: a day is written once."""
    if view.turn is not None:
        return False  # a row of what would move may stand between them
    event, above = view.listing.rows[number], view.listing.rows[number - 1] if number else None
    if not view.listing.order.of_days or not isinstance(event, Event) or not isinstance(above, Event):
        return False
    if event.when is None or event.when != above.when:
        return False
    return bool(view.listing.branch(event.id)) == bool(view.listing.branch(above.id))


@lru_cache(_REMEMBERED)
def _title(title: str, width: int, style: str, needle: tuple[Sought, ...], mode: Mode) -> Line:
    return render.one(title, width, style, hits(title, needle), mode=mode)


@lru_cache(_REMEMBERED)
def _folded(title: str, width: int, style: str, needle: tuple[Sought, ...], mode: Mode) -> Line:
    """The first line of a title that goes on below."""
    return render.many(title, width, style, hits(title, needle), mode=mode)[0]


@lru_cache(_REMEMBERED)
def _dated(words: str, mode: Mode) -> Line:
    return render.label([(words, "date")], _DATE, mode=mode)


def _doubt(view: View, event: Event) -> str:
    """The style of its doubt where the lens is on; nothing where there is none."""
    place = view.listing.place_of(event.id) if view.doubting else -1
    return signs.doubt(doubting.gravest(view, place)) if place >= 0 else ""


def _rank(view: View, event: Event, doubt: str) -> str:
    """What is safe steps back behind what is in doubt."""
    own = signs.rank(event)
    return "faint" if view.doubting and not doubt and own != "rejected" else own


def _margin(view: View, event: Event, branch: str, doubt: str, *, here: bool) -> Line:
    """What a person said of it or its doubt, the reader's mark, the hue of who did it, and the branch it hangs by."""
    look = "mark" if here else "faint"
    said = _said(view, event)
    person: Line = ((signs.DOUBT[doubt], 1, doubt),) if doubt and said == " " else ((said, 1, "mark"),)
    hue = pinning.hue_of(view.pins, [id for _, ids in grouped(event.roles, event.actors) for id in ids])
    strip: Line = ((_STRIP[render.base()], 1, hue),) if hue else (render.space(1),)
    mark: Line = render.across(person, ((render.pointer() if here else " ", 1, look),), strip)
    if not branch:
        return mark
    drawn = _MIRRORED[branch] if render.base() else branch
    return render.across(mark, (render.space(2),), ((drawn, 1, look),), (render.space(1),))


def _said(view: View, event: Event) -> str:
    """− would move away, ■ marked, ★ starred, ✓ accepted, ✗ rejected, ✎ made or corrected by a person; else nothing."""
    if event.id in ghosts(view).leaving:
        return "−"
    if event.id in view.marked:
        return "■"
    if event.starred:
        return "★"
    return _STATUS[event.status]
