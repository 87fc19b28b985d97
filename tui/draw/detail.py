"""Draws the event pane: title, date, reason, actors, places, linked events, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline_core.merge.origins import find_origins
from timeline_core.model.actor_role import AGENT, BY, OTHER, PATIENT, grouped
from timeline_core.model.event import Event, Evidence, Figure, Join, Kind, Status
from timeline_core.model.expression import Expression, Origin
from timeline_core.model.report import Published
from timeline_core.names.gazetteer import Gazetteer
from tui.draw import line as render
from tui.draw import signs
from tui.draw import when as render_when
from tui.draw.line import BLANK, Line, Part
from tui.i18n import speech
from tui.i18n.speech import count, later, say
from tui.view import doubting
from tui.view import pins as pinning
from tui.view.gaps.rows import days_of
from tui.view.listing import Gap
from tui.view.search import hits
from tui.view.silence import silence
from tui.view.state import View
from tui.view.text.proofs import find_proof, key_of
from tui.view.text.walk import Part as Walked
from tui.view.text.walk import Value


@dataclass(frozen=True, slots=True)
class Reasons:
    """Functions that explain in one line: a date, the day of a report, a join of two tellings."""

    why: Callable[[Expression], str] = lambda _: ""
    published: Callable[[Published], str] = lambda _: ""
    joined: Callable[[Join, Gazetteer], str] = lambda _, __: ""
    told: Callable[[Evidence], str] = lambda _: ""
    bound: Callable[[Event, Mapping[str, Published]], str] = lambda _, __: ""
    """Why an event without a day stands where it does; empty for any other."""


DID, TO, BY_WHOM = later("Did it"), later("To whom"), later("Told by")
WHY, WHO, WHERE, FIGURES, REPORT = later("Why"), later("Who"), later("Where"), later("Figures"), later("Report")
JOINED, NOTE, ALSO, ABOUT, AGAINST = later("Merged"), later("Note"), later("Also"), later("About"), later("Against")
MACHINE, WHEN, DOUBT = later("Machine"), later("When"), later("Doubt")
SAID, DENIED, PLANNED, TOLD = later("Said"), later("Denied"), later("Planned"), later("Told")
LABELS = (
    MACHINE,
    WHY,
    DOUBT,
    DID,
    TO,
    BY_WHOM,
    WHO,
    WHERE,
    FIGURES,
    REPORT,
    JOINED,
    NOTE,
    ALSO,
    ABOUT,
    AGAINST,
    SAID,
    DENIED,
    PLANNED,
    TOLD,
)
_GROUPS = {AGENT: DID, PATIENT: TO, BY: BY_WHOM, OTHER: WHO}
"""Who did it, to whom, who says so, who else is named."""
_SHORT = (ABOUT, AGAINST)
_HERE = "\0"
"""Stands for the number while its words are put together."""
"""What may be cut: it stands in the timeline in full."""
_VERBS = {Kind.ANNOUNCEMENT: SAID, Kind.DENIAL: DENIED, Kind.PLANNED: PLANNED, Kind.OCCURRENCE: TOLD}
_KINDS = {
    Kind.OCCURRENCE: later("occurrence"), Kind.ANNOUNCEMENT: later("announcement"),
    Kind.PLANNED: later("planned"), Kind.DENIAL: later("denial"),
}  # fmt: skip
_STATUS = {
    Status.DRAFT: later("draft"), Status.EDITED: later("corrected by a person"),
    Status.ACCEPTED: later("accepted"), Status.REJECTED: later("rejected"),
}  # fmt: skip
COUNTED = (
    later("killed"), later("wounded"), later("arrested"), later("detainees"), later("operations"), later("raids"),
    later("attacks"), later("vehicles"), later("displaced"), later("houses"),
    later("missing"), later("abducted"), later("released"), later("executed"), later("refugees"), later("bodies"),
    later("rockets"), later("drones"), later("casualties"),
)  # fmt: skip
"""What figures count: the names of `[events.figure_noun]` of the language data."""


def kind(event: Event) -> str:
    """The kind of an event in words."""
    return kind_of(event.kind)


def kind_of(kind: Kind) -> str:
    """A kind in words."""
    return say(_KINDS[kind])


def kind_named(typed: str) -> str:
    """A kind by its name in the language of the screen, or as it was typed."""
    return next((kind.value for kind in Kind if kind_of(kind) == typed), typed)


def status(event: Event) -> str:
    """The status of an event in words."""
    made = event.by_hand and event.status is Status.EDITED
    return say("made by a person") if made else say(_STATUS[event.status])


def detail(view: View, width: int, why: Reasons) -> list[Line]:
    """Every line of the event pane, each at most `width` cells; a word of explanation when no event is chosen."""
    event = view.event
    if event is None:
        return _gap(view, view.gap, width) if view.gap is not None else _nothing(view, width)
    spans = hits(event.title, view.needle)
    lines = render.many(event.title, width, "title", spans, mode=view.mode)
    lines += render.paragraph(_facts(view, event), width, mode=view.mode)
    if view.airy:
        lines.append(BLANK)
    for name, parts in _fields(view, event, why):
        lines += _field(name, parts, width, view)
    return lines


def _gap(view: View, gap: Gap, width: int) -> list[Line]:
    """The days of the gap that the reader stands on, and what opens it."""
    first, last = (render_when.day(day) for day in days_of(gap))
    told = say("{first} to {last}", first=first, last=last)
    opens = say("{key} shows what could fall here, and the reports of that time.", key=view.keys.of("open"))
    said: tuple[list[Part], ...] = ([(gap.words, "title")], [(told, "accent")], [(opens, "faint")])
    return [line for parts in said for line in render.paragraph(parts, width, mode=view.mode)]


def _nothing(view: View, width: int) -> list[Line]:
    if view.failed or view.loading or not view.total:
        said, style = _waiting(view)
        return render.many(said, width, style, mode=view.mode)
    filters = render.framed(" · ".join(render.isolated(part) for part in render.filter_words(view)))
    back, switch = view.keys.of("back"), view.keys.of("switch_filters")
    said_of: tuple[list[Part], ...] = (
        [(say("No event is shown."), "title")],
        [(count("{n} is hidden by ", "All {n} are hidden by ", view.total), ""), (filters, "accent"), (".", "")],
        [(say("{back} clears the filter, {switch} shows all.", back=back, switch=switch), "faint")],
    )
    return [line for parts in said_of for line in render.paragraph(parts, width, mode=view.mode)]


def _waiting(view: View) -> tuple[str, str]:
    if view.failed:
        return view.failed, "message"
    if not view.loading:
        return silence(view.timeline.silent.values()), "title"
    done, total = view.read or (0, 0)
    if done < total:
        return count(
            "Reading… {done} of {n} report", "Reading… {done} of {n} reports", total, done=f"{done:,}"
        ), "faint"
    return (say("Joining what the reports tell…") if total else say("Reading the reports…")), "faint"


def _facts(view: View, event: Event) -> list[Part]:
    words = count("{n} quote", "{n} quotes", len(event.evidence))
    if len(event.reports) > 1:
        where = count("in {n} report", "in {n} reports", len(event.reports))
        words = say("{quotes} {where}", quotes=words, where=where)
    origins = len(find_origins(event, view.timeline))
    tags = [f"#{tag}" for tag in event.tags]
    rest = (
        kind(event),
        *([say("background")] if event.background else ()),
        words,
        *([count("{n} origin", "{n} origins", origins)] if origins < len(event.reports) else ()),
        *([status(event)] if _reviewed(event) else ()),
        *tags,
    )
    parts: list[Part] = [(render_when.full(event.when), _walked(view, Walked.DAY, "", "accent"))]
    looks = {kind(event): _walked(view, Walked.KIND, "", signs.KIND.get(event.kind, "faint"))}
    if _reviewed(event):
        looks[status(event)] = "accent"
    for said in rest:
        parts += [(" · ", "faint"), (said, looks.get(said, "faint"))]
    return [*parts, *([("  ★", "accent")] if event.starred else ())]


def _walked(view: View, part: Walked, key: str, style: str) -> str:
    """The style of a value: that of what is selected, while the reader is shown its proof."""
    proof = find_proof(view)
    return "selected" if proof is not None and proof.value == Value(part, key) else style


def _reviewed(event: Event) -> bool:
    return event.status is not Status.DRAFT


def _machine(view: View, event: Event) -> Iterator[list[Part]]:
    """What the machine says where a person said otherwise, a line each."""
    machine = event.machine
    if machine is None:
        return
    if machine.when != event.when:
        yield [(render_when.full(machine.when), "faint")]
    if machine.title != event.title:
        yield [(machine.title, "faint")]
    if machine.kind is not event.kind:
        yield [(kind_of(machine.kind), "faint")]
    if machine.actors != event.actors:
        yield _commas((_name(view, id), "") for id in machine.actors)


def _fields(view: View, event: Event, why: Reasons) -> Iterator[tuple[str, list[Part]]]:
    reasons = _reasons(view, event, why)
    for place, said in enumerate(_machine(view, event)):
        yield "" if place else MACHINE, said
    yield from ((WHY, [(render.sentence(reason), "")]) for reason in reasons[:1])
    yield from ((DOUBT, found) for found in _doubts(view, event))
    for group, ids in grouped(event.roles, event.actors):
        yield _GROUPS[group], _actors(view, ids)
    if event.places:
        yield WHERE, _commas((_name(view, id), _walked(view, Walked.PLACE, id, "")) for id in event.places)
    yield from _linked(view, event)
    if event.figures:
        yield FIGURES, _figures(view, event)
    yield from ((REPORT, [(render.sentence(reason), "")]) for reason in _inferred(view, event, why))
    for place, reason in enumerate(_joined(view, event, why)):
        yield "" if place else JOINED, [(render.sentence(reason), "faint")]
    if event.note:
        yield NOTE, [(event.note, "")]
    for place, reason in enumerate(reasons[1:]):
        yield "" if place else ALSO, [(render.sentence(reason), "faint")]


def _doubts(view: View, event: Event) -> Iterator[list[Part]]:
    """What an opponent would attack; slight doubts are told through the lens alone, so that the pane stays calm."""
    found = [(doubting.words(doubt), signs.doubt(doubt)) for doubt in doubting.doubts(view, event)]
    parts: list[Part] = []
    for said, style in found:
        if view.doubting or style == "grave":
            parts += [(" · ", "faint")] * bool(parts) + [(said, style)]
    if parts:
        yield parts


def _reasons(view: View, event: Event, why: Reasons) -> list[str]:
    """The reason of each different date word, or of the bound, the best evidence first; the same is told once."""
    said = [say("the date was set by a person: «{words}»", words=event.dated)] if event.dated else []
    said += [why.bound(event, view.timeline.published)]
    said += [why.why(piece.expression) for piece in event.evidence if piece.expression]
    said += map(why.told, event.evidence)
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


def _actors(view: View, ids: Sequence[str]) -> list[Part]:
    pinned = {id: render.PINNED[place] for place, (id, _) in enumerate(view.pins)}
    parts: list[Part] = []
    for id in ids:
        parts.append(("  " if parts else "", ""))
        if id in pinned:
            parts += [(pinned[id], pinning.hue_of(view.pins, (id,)) or "accent"), ("\u00a0", "")]
        parts.append((_name(view, id), _walked(view, Walked.ACTOR, id, "hit" if id in view.filter.actors else "")))
    return parts


def _commas(values: Iterator[Part]) -> list[Part]:
    parts: list[Part] = []
    for value in values:
        parts += [(say(", "), "")] * bool(parts) + [value]
    return parts


def _dotted(values: Sequence[str]) -> list[Part]:
    return [part for place, value in enumerate(values) for part in ([(" · ", "")] * bool(place) + [(value, "")])]


def _linked(view: View, event: Event) -> Iterator[tuple[str, list[Part]]]:
    """What announces or disputes this event, and what it announces or disputes itself."""
    about = view.about(event.id)
    for one in (Kind.ANNOUNCEMENT, Kind.DENIAL, Kind.PLANNED, Kind.OCCURRENCE):
        days = [render_when.brief(e.when) for e in about if e.kind is one]
        if days:
            yield _VERBS[one], _dotted(days)
    for name, ids in ((ABOUT, event.announces), (AGAINST, event.disputes)):
        for id in ids:
            target = view.named(id)
            if target is not None:
                yield name, [(render_when.brief(target.when), "faint"), (target.title, "")]


def _figures(view: View, event: Event) -> list[Part]:
    """What each report counts; where two differ, each with the number of its report."""
    parts: list[Part] = []
    for what in dict.fromkeys(figure.what for figure in event.figures):
        figures = [figure for figure in event.figures if figure.what == what]
        parts.append(("  ·  " if parts else "", "faint"))
        if _differ(figures):
            parts += _differing(view, event, figures, what)
        else:
            looks = {value(one): _walked(view, Walked.FIGURE, key_of(one), "toll") for one in reversed(figures)}
            values = _commas((said, looks[said]) for said in dict.fromkeys(map(value, figures)))
            before, _, behind = say("{number} {what}", number=_HERE, what=say(what)).partition(_HERE)
            parts += [part for part in ((before, ""), *values, (behind, "")) if part[0]]
    return parts


def _differ(figures: Sequence[Figure]) -> bool:
    """True when two reports have no count in common; one that tells a total and a part does not differ with itself."""
    counts = [{value(f) for f in figures if f.report == report} for report in {f.report for f in figures}]
    return any(one.isdisjoint(other) for one, other in combinations(counts, 2))


def _differing(view: View, event: Event, figures: Sequence[Figure], what: str) -> list[Part]:
    parts: list[Part] = [(say("{what}: ", what=say(what)), "")]
    for place, said in enumerate(dict.fromkeys(value(figure) for figure in figures)):
        reports = [
            speech.number(event.reports.index(f.report) + 1)
            for f in figures
            if value(f) == said and f.report in event.reports
        ]
        source = say(" (report {reports})", reports=say(", ").join(dict.fromkeys(reports))) if reports else ""
        look = next(_walked(view, Walked.FIGURE, key_of(f), "accent") for f in figures if value(f) == said)
        parts += [(say(" or ") if place else "", "faint"), (said, look), (source, "faint")]
    return parts


def value(figure: Figure) -> str:
    """The number of a figure: «43», «about 40», «at least 10,000», «up to 50», «10–12»."""
    low = speech.number(figure.low)
    if figure.high is None:
        said = say("at least {number}", number=low)
    elif figure.low == figure.high:
        said = low
    elif figure.up_to:
        said = say("up to {number}", number=speech.number(figure.high))
    else:
        said = say("{first}–{last}", first=low, last=speech.number(figure.high))
    return say("about {number}", number=said) if figure.approximate else said


def _field(name: str, parts: list[Part], width: int, view: View) -> list[Line]:
    margin = 1 + max(len(say(label)) for label in LABELS)
    room = max(8, width - margin)
    body = [_short(parts, room, view)] if name in _SHORT else render.paragraph(parts, room, mode=view.mode)
    said = render.label([(say(name), "label")] if name else [], margin, mode=view.mode)
    lead = render.across(said, (render.space(margin - render.width_of(said)),))
    return [render.across(lead if not place else (render.space(margin),), line) for place, line in enumerate(body)]


def _short(parts: list[Part], width: int, view: View) -> Line:
    """A date and a title in one line, the title cut."""
    (date, style), (title, _) = parts
    lead = render.across(render.label([(date, style)], width, mode=view.mode), (render.space(2),))
    return render.across(lead, render.clipped(title, width - render.width_of(lead), mode=view.mode))
