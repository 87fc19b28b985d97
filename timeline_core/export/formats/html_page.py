"""The timeline as one HTML file: read without a script, right to left where words run so, filtered by actor with one.

Precision stands in words, as in Markdown, and `<time datetime>` holds a day, a month or a year, whichever is known. The
page asks nothing of any server: its Content-Security-Policy allows its own style and script by their hashes, and
nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from html import escape
from itertools import groupby
from operator import itemgetter

from timeline_core.export import words
from timeline_core.export.element import Html, concatenate, direction, element, isolate, join, line
from timeline_core.export.ends import ends, written
from timeline_core.export.harmless import make_harmless
from timeline_core.export.html_parts import SCRIPT, STYLE
from timeline_core.export.markup import link
from timeline_core.export.method import note
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event, Evidence
from timeline_core.model.report import Report
from timeline_core.names.gazetteer import ACTOR, Entry
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:
    """The whole page."""
    main = element("main", *_days(timeline, tell), *_undated(timeline, tell))
    after = (_actors(timeline, tell), _reports(timeline, tell), _method(timeline, tell, scope))
    body = element("body", _header(timeline, tell, scope), _filter(timeline, tell), main, *after, _script())
    page = element("html", _head(tell), body, lang=tell.language.code, dir=tell.said("direction"))
    return f"<!doctype html>\n{page}\n"


def _head(tell: Teller) -> Html:
    policy = (
        f"default-src 'none'; style-src '{_digest(STYLE)}'; script-src '{_digest(SCRIPT)}'; base-uri 'none';"
        " form-action 'none'"
    )
    metas = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="generator" content="Waqai">',
    )
    return element("head", *map(Html, metas), element("title", tell.document_title), element("style", Html(STYLE)))


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _script() -> Html:
    return element("script", Html(SCRIPT))


def _header(timeline: Timeline, tell: Teller, scope: Scope) -> Html:
    joint = tell.said("joint")
    query = [joint, tell.said("filter"), " ", element("code", scope.query, dir="auto")] if scope.query else []
    made = [joint, tell.said("made", day=tell.day(date.fromisoformat(scope.made)))] if scope.made else []
    summary = element("p", words.summary(timeline, scope.redacted, tell), *query, *made)
    return element("header", element("h1", tell.document_title), summary)


def _filter(timeline: Timeline, tell: Teller) -> Html:
    """Hidden until the script that makes it work has run."""
    events = (*timeline.events, *timeline.undated)
    counts = Counter(id for event in events for id in event.actors if id in timeline.names)
    boxes = [
        element(
            "label",
            Html(f'<input type="checkbox" value="{escape(id)}">'),
            " ",
            isolate(timeline.names[id].name(tell.language.code, short=True)),
            f" {number:,}",
        )
        for id, number in counts.most_common()
    ]
    shown = element("p", id="shown", role="status")
    legend = element("legend", tell.said("filtered"))
    said = tell.said("shown", n="{n}", all="{all}")
    return element("form", element("fieldset", legend, *boxes, shown), id="filter", hidden="", data_shown=said)


def _days(timeline: Timeline, tell: Teller) -> Iterator[Html]:
    for heading, events in groupby(timeline.events, key=lambda event: words.heading(event, tell)):
        day = list(events)
        yield element("section", element("h2", _time(day[0], heading)), *(_article(one, timeline, tell) for one in day))


def _time(event: Event, heading: str) -> Html:
    one = ends(event.when).one
    value = event.when.edtf if event.when is not None else None
    return element("time", heading, datetime=written(one) if one else None, data_edtf=value)


def _undated(timeline: Timeline, tell: Teller) -> Iterator[Html]:
    if timeline.undated:
        articles = (_article(one, timeline, tell) for one in timeline.undated)
        yield element("section", element("h2", tell.said("undated_heading")), *articles)


def _article(event: Event, timeline: Timeline, tell: Teller) -> Html:
    star = ["★ "] if event.starred else []
    title = element(
        "h3",
        *star,
        make_harmless(event.title) or tell.said("no_title"),
        dir=direction(event.title),
        lang=event.lang or None,
    )
    facts = [
        part
        for name, group in groupby(_facts(event, timeline, tell), key=itemgetter(0))
        for part in (element("dt", name), *(element("dd", said) for _, said in group))
    ]
    quotes = (_quote(piece, timeline, tell) for piece in event.evidence)
    kinds = f"{event.kind.value}{' background' if event.background else ''}"
    return element(
        "article", title, element("dl", *facts), *quotes, id=event.id, class_=kinds, data_actors=" ".join(event.actors)
    )


def _facts(event: Event, timeline: Timeline, tell: Teller) -> Iterator[tuple[str, str]]:
    said, comma = tell.said, tell.said("list")
    yield said("what"), words.kind(event, tell)
    if event.when is not None:
        value = element("code", event.when.edtf, dir="ltr")
        shown = (words.when(event, tell), " (", value, ")", said("joint"), words.precision(event.when, tell))
        yield said("when"), concatenate(shown)
    yield from ((said("why"), line(why)) for why in words.reasons(event, timeline, tell))
    for name, ids in words.named_groups(event):
        if named := words.names(ids, timeline, tell):
            yield said(name), join(map(isolate, named), comma)
    for what, number, reports in words.figures(event, tell):
        yield what, concatenate((number, f" ({said('by')} ", join(map(isolate, reports), comma), ")"))
    for name, ids in (("announces", event.announces), ("disputes", event.disputes)):
        yield from ((said(name), _linked(id, timeline)) for id in ids)
    yield from ((said("joined"), line(why)) for why in words.reasons_for_joining(event, timeline, tell))
    yield from ((said("origins"), line(shown)) for shown in words.origins(event, timeline, tell))
    yield from ((said("differ"), line(shown)) for shown in words.conflicts(event, timeline, tell))
    yield from _reviewed(event, tell)


def _reviewed(event: Event, tell: Teller) -> Iterator[tuple[str, str]]:
    yield tell.said("state"), words.status(event, tell)
    yield from ((tell.said("corrected"), line(shown)) for shown in words.corrections(event, tell))
    if event.tags:
        yield tell.said("tags"), join(map(isolate, event.tags), tell.said("list"))
    if event.note:
        yield tell.said("note"), isolate(event.note)
    yield tell.said("id"), element("code", event.id, dir="ltr")


def _linked(id: str, timeline: Timeline) -> Html:
    other = timeline.event(id)
    return element("a", isolate(other.title), href=f"#{id}") if other else element("code", id)


def _quote(piece: Evidence, timeline: Timeline, tell: Teller) -> Html:
    report = timeline.report(piece.report)
    lang = report.lang if report is not None else ""
    comma = tell.said("list")
    source = join(map(isolate, words.source(piece, timeline, tell)), comma)
    place = comma + tell.said("place", start=piece.span.start, end=piece.span.end)
    quote = element(
        "blockquote", element("p", make_harmless(piece.exact), dir=direction(piece.exact), lang=lang or None)
    )
    return element("figure", quote, element("figcaption", source, place, *_address(report, comma)))


def _address(report: Report | None, comma: str) -> Iterable[Html]:
    if url := words.address(report):
        safe = link(url)[1:-1]
        yield concatenate((comma, element("a", safe, href=safe, rel="noopener noreferrer", dir="ltr")))


def _actors(timeline: Timeline, tell: Teller) -> Html:
    used = {id for event in (*timeline.events, *timeline.undated) for id in event.actors}
    entries = [entry for entry in timeline.names if entry.category == ACTOR and entry.id in used]
    return _listed(tell.said("actors"), (_entry(entry, timeline, tell) for entry in entries)) if entries else Html()


def _entry(entry: Entry, timeline: Timeline, tell: Teller) -> Html:
    code, joint = tell.language.code, tell.said("joint")
    own = entry.name(code)
    others = dict.fromkeys(name for names in entry.names.values() for name in names if name != own)
    also = [joint, tell.said("also"), " ", join(map(isolate, others), tell.said("list"))] if others else []
    part_of = timeline.names[entry.affiliation].name(code) if entry.affiliation in timeline.names else ""
    of = [joint, tell.said("of"), " ", isolate(part_of)] if part_of else []
    return concatenate((element("b", isolate(own)), joint, tell.named("type", entry.type), *of, *also))


def _reports(timeline: Timeline, tell: Teller) -> Html:
    return _listed(
        tell.said("reports"), (_reference(report, timeline, tell) for report in words.cited_reports(timeline))
    )


def _reference(report: Report, timeline: Timeline, tell: Teller) -> Html:
    said, comma = words.published(timeline.published[report.id], tell), tell.said("list")
    parts = join((element("b", isolate(report.id)), *map(isolate, words.outlet(report)), said), comma)
    return concatenate((parts, *_address(report, comma), comma, "SHA-256 ", element("code", report.sha256, dir="ltr")))


def _method(timeline: Timeline, tell: Teller, scope: Scope) -> Html:
    parts = [
        part
        for heading, lines in note(timeline, tell, scope)
        for part in (element("h3", heading), element("ul", *(element("li", line(said)) for said in lines)))
    ]
    return element("section", element("h2", tell.said("method")), *parts, class_="back")


def _listed(heading: str, items: Iterable[Html]) -> Html:
    lines = element("ul", *(element("li", item) for item in items))
    return element("section", element("h2", heading), lines, class_="back")
