"""How the chosen event is drawn: title, date, reason, who, where, what was said of it, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline_core.event import Event, Figure, Join, Kind, Status
from timeline_core.gazetteer import Gazetteer
from timeline_core.report import Published
from timeline_core.temporal.expression import Expression, Origin
from tui import render, render_when
from tui.render import BLANK, Line, Part
from tui.state import View


@dataclass(frozen=True, slots=True)
class Reasons:
    """Who tells, in one line each, why a date word has its value and how the day of a report was inferred."""

    why: Callable[[Expression], str] = lambda _: ""
    published: Callable[[Published], str] = lambda _: ""
    joined: Callable[[Join, Gazetteer], str] = lambda _, __: ""


LABEL = 7
_SHORT = ("About", "Against")
"""What may be cut: it stands in the timeline in full."""
_VERBS = {Kind.ANNOUNCEMENT: "Said", Kind.DENIAL: "Denied", Kind.PLANNED: "Planned", Kind.OCCURRENCE: "Told"}


def detail(view: View, width: int, why: Reasons) -> list[Line]:
    """Every line of the event pane, each at most `width` cells; a word of explanation when no event is chosen."""
    event = view.event
    if event is None:
        return _nothing(view, width)
    spans = render.hits(event.title, view.needle)
    lines = render.many(event.title, width, "title", spans, mode=view.mode)
    lines += render.paragraph(_facts(event), width, mode=view.mode)
    if view.airy:
        lines.append(BLANK)
    for name, parts in _fields(view, event, why):
        lines += _field(name, parts, width, view)
    return lines


def _nothing(view: View, width: int) -> list[Line]:
    if view.failed or view.loading or not view.total:
        said, style = _waiting(view)
        return render.many(said, width, style, mode=view.mode)
    filters = render.ltr(" · ".join(render.isolated(part) for part in render.filter_words(view)))
    said_of: tuple[list[Part], ...] = (
        [("No event is shown.", "title")],
        [(f"All {view.total:,} are hidden by ", ""), (filters, "accent"), (".", "")],
        [("Esc clears the filter, F looks past it.", "faint")],
    )
    return [line for parts in said_of for line in render.paragraph(parts, width, mode=view.mode)]


def _waiting(view: View) -> tuple[str, str]:
    if view.failed:
        return view.failed, "told"
    return ("Reading the reports…", "faint") if view.loading else ("These reports tell of no event.", "title")


def _facts(event: Event) -> list[Part]:
    quotes, reports = len(event.evidence), len(event.reports)
    kind = f"{event.kind} · background" if event.background else str(event.kind)
    words = f"{quotes} quotes" if quotes > 1 else "1 quote"
    if reports > 1:
        words += f" in {reports} reports"
    marks = [] if event.status is Status.DRAFT else [str(event.status)]
    rest = " · ".join((kind, words, *marks, *event.tags))
    return [(render_when.full(event.when), "accent"), (f" · {rest}", "faint")]


def _fields(view: View, event: Event, why: Reasons) -> Iterator[tuple[str, list[Part]]]:
    reasons = _reasons(event, why)
    yield from (("Why", [(render.sentence(reason), "")]) for reason in reasons[:1])
    if event.actors:
        yield "Who", _actors(view, event)
    if event.places:
        yield "Where", _commas(_name(view, id) for id in event.places)
    yield from _linked(view, event)
    if event.figures:
        yield "Figures", _figures(event)
    yield from (("Report", [(render.sentence(reason), "")]) for reason in _inferred(view, event, why))
    for place, reason in enumerate(_joined(view, event, why)):
        yield "" if place else "Joined", [(render.sentence(reason), "faint")]
    if event.note:
        yield "Note", [(event.note, "")]
    for place, reason in enumerate(reasons[1:]):
        yield "" if place else "Also", [(render.sentence(reason), "faint")]


def _reasons(event: Event, why: Reasons) -> list[str]:
    """The reason of each different date word, the best evidence first; the same reason is told once."""
    said = (why.why(piece.expression) for piece in event.evidence if piece.expression)
    return list(dict.fromkeys(reason for reason in said if reason))


def _inferred(view: View, event: Event, why: Reasons) -> list[str]:
    """How the day was inferred of each report from whose day a date word counts."""
    counted = (p for p in event.evidence if p.expression and p.expression.reason.origin is Origin.INFERRED)
    known = (view.timeline.published.get(piece.report) for piece in counted)
    said = (why.published(published) for published in known if published is not None)
    return list(dict.fromkeys(reason for reason in said if reason))


def _joined(view: View, event: Event, why: Reasons) -> list[str]:
    """Why its tellings are one happening; the same reason is told once."""
    said = (why.joined(join, view.timeline.names) for join in event.joined)
    return list(dict.fromkeys(reason for reason in said if reason))


def _name(view: View, id: str) -> str:
    return render.actor_name(view.timeline.names, id)


def _actors(view: View, event: Event) -> list[Part]:
    pinned = {id: render.PINNED[place] for place, (id, _) in enumerate(view.pins)}
    parts: list[Part] = []
    for id in event.actors:
        parts.append(("  " if parts else "", ""))
        if id in pinned:
            parts.append((f"{pinned[id]}\u00a0", "accent"))
        parts.append((_name(view, id), "hit" if id in view.filter.actors else ""))
    return parts


def _commas(values: Iterator[str]) -> list[Part]:
    parts: list[Part] = []
    for value in values:
        parts += [(", ", "")] * bool(parts) + [(value, "")]
    return parts


def _linked(view: View, event: Event) -> Iterator[tuple[str, list[Part]]]:
    """What announces or disputes this event, and what it announces or disputes itself."""
    about = view.about.get(event.id, ())
    for kind in (Kind.ANNOUNCEMENT, Kind.DENIAL, Kind.PLANNED, Kind.OCCURRENCE):
        days = [render_when.brief(e.when) for e in about if e.kind is kind]
        if days:
            yield _VERBS[kind], [(" · ".join(days), "")]
    for name, ids in (("About", event.announces), ("Against", event.disputes)):
        for id in ids:
            target = view.known.get(id)
            if target is not None:
                yield name, [(f"{render_when.brief(target.when)}  ", "faint"), (target.title, "")]


def _figures(event: Event) -> list[Part]:
    """What each report counts; where two differ, each with the number of its report."""
    parts: list[Part] = []
    for what in dict.fromkeys(figure.what for figure in event.figures):
        told = [figure for figure in event.figures if figure.what == what]
        parts.append(("  ·  " if parts else "", "faint"))
        if _differ(told):
            parts += _differing(event, told, what)
        else:
            parts.append((f"{', '.join(dict.fromkeys(map(_value, told)))} {what}", ""))
    return parts


def _differ(told: Sequence[Figure]) -> bool:
    """True when two reports have no count in common; one that tells a total and a part does not differ with itself."""
    counts = [{_value(f) for f in told if f.report == report} for report in {f.report for f in told}]
    return any(one.isdisjoint(other) for one, other in combinations(counts, 2))


def _differing(event: Event, told: Sequence[Figure], what: str) -> list[Part]:
    parts: list[Part] = [(f"{what}: ", "")]
    for place, value in enumerate(dict.fromkeys(_value(figure) for figure in told)):
        reports = [
            str(event.reports.index(f.report) + 1) for f in told if _value(f) == value and f.report in event.reports
        ]
        source = f" (report {', '.join(dict.fromkeys(reports))})" if reports else ""
        parts += [(" or " if place else "", "faint"), (value, "accent"), (source, "faint")]
    return parts


def _value(figure: Figure) -> str:
    about = "about " if figure.approximate else ""
    if figure.high is None:
        return f"{about}at least {figure.low:,}"
    return f"{about}{figure.low:,}" if figure.low == figure.high else f"{about}{figure.low:,}–{figure.high:,}"


def _field(name: str, parts: list[Part], width: int, view: View) -> list[Line]:
    room = max(8, width - LABEL - 1)
    body = [_short(parts, room, view)] if name in _SHORT else render.paragraph(parts, room, mode=view.mode)
    lead = (name.ljust(LABEL + 1), LABEL + 1, "label")
    return [((lead if not place else render.space(LABEL + 1)), *line) for place, line in enumerate(body)]


def _short(parts: list[Part], width: int, view: View) -> Line:
    """A date and a title in one line, the title cut."""
    (date, style), (title, _) = parts
    return ((date, len(date), style), *render.clipped(title, width - len(date), mode=view.mode))
