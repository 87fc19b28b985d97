"""Reports in, a `Timeline` out: the whole way of the data in one pure function.

Source:
    DESIGN.md section 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline_core.draft import Draft
from timeline_core.extract import extract
from timeline_core.gazetteer import Gazetteer
from timeline_core.merge import Sources, merge
from timeline_core.phrasing import Phrasing
from timeline_core.report import GIVEN, INFERRED, UNKNOWN, Clue, Published, Report
from timeline_core.temporal import fallback
from timeline_core.temporal.anchor import resolve
from timeline_core.temporal.dating import window
from timeline_core.temporal.expression import Expression, Mention, Origin
from timeline_core.temporal.language import Language
from timeline_core.temporal.recognise import recognise
from timeline_core.text.sentences import paragraphs
from timeline_core.timeline import Timeline
from timeline_core.tongue import foreign_code, language_of


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of languages and of the world: all that `derive` needs beside the reports."""

    languages: Mapping[str, Language]
    phrasings: Mapping[str, Phrasing]
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True)
class _Read:
    """A report with what is recognised in it, before its day is known."""

    report: Report
    mentions: tuple[Mention, ...]
    published: Published


def derive(reports: Sequence[Report], known: Knowledge) -> Timeline:
    """The timeline of the reports: the same whatever their order.

    Args:
        reports: each id once.
    """
    read = [_read(report, known) for report in reports]
    read = _dated_by_others(read, known)
    drafts = [draft for one in read for draft in _drafts(one, known)]
    sources = Sources(
        order={one.report.id: (_first_day(one.published), one.report.id) for one in read},
        until={one.report.id: _last_day(one.published) for one in read},
        hashes={one.report.id: one.report.sha256 for one in read},
    )
    events = merge(drafts, sources)
    dated = tuple(event for event in events if event.when is not None and event.when.resolved)
    undated = tuple(event for event in events if event.when is None or not event.when.resolved)
    used = {id for event in events for id in (*event.actors, *event.places)}
    return Timeline(
        reports=tuple(one.report for one in read),
        published={one.report.id: one.published for one in read},
        events=dated,
        undated=undated,
        names=known.gazetteer.only(used),
    )


def expressions_of(report: Report, known: Knowledge) -> tuple[Published, tuple[Expression, ...]]:
    """The expressions of one report by itself, and when it was published."""
    one = _read(report, known)
    return one.published, _expressions(one, known)


def _read(report: Report, known: Knowledge) -> _Read:
    mentions = _mentions(report, known)
    report = report if report.lang else replace(report, lang=language_of(report.text, known.phrasings))
    if report.published is not None:
        return _Read(report, mentions, Published(report.published, GIVEN))
    bare = resolve(report.text, mentions, None, Origin.NONE)
    found = window(report.text, mentions, bare)
    published = Published(None, UNKNOWN) if found is None else Published(found.when, INFERRED, found.clues)
    return _Read(report, mentions, published)


def _mentions(report: Report, known: Knowledge) -> tuple[Mention, ...]:
    """What is recognised in each paragraph, in the language of the paragraph."""
    found: list[Mention] = []
    for span in paragraphs(report.text):
        text = span.of(report.text)
        language = known.languages.get(language_of(text, known.phrasings))
        if language is not None:
            found += (replace(m, span=m.span.shifted(span.start)) for m in recognise(text, language))
    return tuple(found)


def _expressions(one: _Read, known: Knowledge) -> tuple[Expression, ...]:
    origin = {GIVEN: Origin.PUBLISHED, INFERRED: Origin.INFERRED}.get(one.published.origin, Origin.NONE)
    found = resolve(one.report.text, one.mentions, one.published.when, origin)
    unsure = _unsure(one, origin, known)
    return tuple(sorted((*found, *unsure), key=lambda expression: expression.span)) if unsure else found


def _unsure(one: _Read, origin: Origin, known: Knowledge) -> list[Expression]:
    """What dateparser reads in the paragraphs of a language that has no data of its own."""
    text, found = one.report.text, list[Expression]()
    for span in paragraphs(text):
        said = span.of(text)
        if language_of(said, known.phrasings) or not any(letter.isdecimal() or letter.isalpha() for letter in said):
            continue
        code = foreign_code(said) or ("" if one.report.lang in known.languages else one.report.lang)
        for expression in fallback.expressions(said, code, one.published.when, origin):
            found.append(replace(expression, span=expression.span.shifted(span.start)))
    return found


def _drafts(one: _Read, known: Knowledge) -> tuple[Draft, ...]:
    return extract(one.report, one.published, _expressions(one, known), known.phrasings, known.gazetteer)


def _dated_by_others(read: Sequence[_Read], known: Knowledge) -> list[_Read]:
    """Date the undated by the happenings that they share with the dated; again for as long as one more is dated."""
    current = list(read)
    while True:
        undated = [one for one in current if one.published.when is None]
        if not undated:
            return current
        facts = [draft for one in current if one.published.when is not None for draft in _drafts(one, known)]
        dated = {one.report.id: found for one in undated if (found := _by_shared(one, facts, known)) is not None}
        if not dated:
            return current
        current = [replace(one, published=dated.get(one.report.id, one.published)) for one in current]


def _by_shared(one: _Read, facts: Sequence[Draft], known: Knowledge) -> Published | None:
    """When a report was published that shares a happening with a dated one: the next days that its words allow."""
    told = _drafts(one, known)
    shared = [
        (fact.when.first, fact.report, fact.key, fact, sorted(mine.persons & fact.persons))
        for fact in facts
        for mine in told
        if fact.when is not None
        and fact.when.first is not None
        and fact.when.first == fact.when.last
        and mine.persons & fact.persons
        and mine.concepts & fact.concepts
    ]
    if not shared:
        return None
    day, report, _, _, persons = min(shared, key=lambda item: item[:3])
    bare = resolve(one.report.text, one.mentions, None, Origin.NONE)
    found = window(one.report.text, one.mentions, bare, not_before=day)
    if found is None:
        return None
    clue = Clue("shared", (("persons", " ".join(persons)), ("report", report), ("day", day.isoformat())))
    return Published(found.when, INFERRED, (clue, *found.clues))


def _first_day(published: Published) -> date:
    return published.when.first if published.when is not None and published.when.first else date.max


def _last_day(published: Published) -> date:
    return published.when.last if published.when is not None and published.when.last else date.max
