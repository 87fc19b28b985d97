"""Reports with what is recognised in them, each dated as far as it, and the other reports, tell.

Source:
    DESIGN.md section 4, «Undated reports».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline_core.events.extract import extract
from timeline_core.knowledge import Knowledge
from timeline_core.lexicon.language_of import foreign_code, language_of
from timeline_core.merge.bounds import Bounds
from timeline_core.merge.duplicates import sketch_of
from timeline_core.merge.likeness import ONCE
from timeline_core.model.draft import Draft
from timeline_core.model.entry import Entry
from timeline_core.model.event import Kind
from timeline_core.model.expression import Expression, Mention, Origin
from timeline_core.model.report import GIVEN, INFERRED, UNKNOWN, Clue, Published, Report
from timeline_core.model.span import Span
from timeline_core.names.finder import Names, joined, names
from timeline_core.names.gazetteer import PLACE, Gazetteer
from timeline_core.temporal import fallback
from timeline_core.temporal.recognise import recognise
from timeline_core.temporal.report_day import window
from timeline_core.temporal.resolve import resolve
from timeline_core.text.sentences import paragraphs


@dataclass(frozen=True, slots=True)
class Dated:
    """A report with what is recognised in it, and when it was published."""

    report: Report
    mentions: tuple[Mention, ...]
    published: Published
    names: Names


@dataclass(frozen=True, slots=True)
class Account:
    """All that one report tells. What it tells by itself hangs on nothing else, so that it may be kept."""

    report: Report
    """With its language."""
    published: Published
    found: tuple[Entry, ...]
    """Whom it names that no list knows."""
    drafts: tuple[Draft, ...]
    sketch: str
    """Of its text; see `copies`."""


def accounts(reports: Iterable[Report], known: Knowledge) -> list[Account]:
    """What each report tells, in their order, with its day where another report tells it."""
    return settled([account(report, known) for report in reports], known)


def account(report: Report, known: Knowledge) -> Account:
    """What the report tells by itself; no other report has a part in it."""
    return _account(_read(report, known), known)


def _account(one: Dated, known: Knowledge) -> Account:
    return Account(one.report, one.published, one.names.found, drafts(one, known), sketch_of(one.report.text))


def dated(reports: Iterable[Report], known: Knowledge) -> list[Dated]:
    """The reports in their order, each with its day where its own words or another report tell it."""
    read = [_read(report, known) for report in reports]
    if all(one.published.when is not None for one in read):
        return read
    told = settled([_account(one, known) for one in read], known)
    return [replace(one, published=account.published) for one, account in zip(read, told, strict=True)]


def _read(report: Report, known: Knowledge) -> Dated:
    parts = tuple((span, language_of(span.of(report.text), known.phrasings)) for span in paragraphs(report.text))
    mentions = _mentions(report, parts, known)
    told = names(report.text, parts, known.gazetteer, known.naming, known.phrasings)
    report = report if report.lang else replace(report, lang=language_of(report.text, known.phrasings))
    if report.published is not None:
        return Dated(report, mentions, Published(report.published, GIVEN), told)
    bare = resolve(report.text, mentions, None, Origin.NONE)
    found = window(report.text, mentions, bare)
    published = Published(None, UNKNOWN) if found is None else Published(found.when, INFERRED, found.clues)
    return Dated(report, mentions, published, told)


def _mentions(report: Report, parts: Iterable[tuple[Span, str]], known: Knowledge) -> tuple[Mention, ...]:
    """What is recognised in each paragraph, in the language of the paragraph."""
    found: list[Mention] = []
    for span, code in parts:
        text, language = span.of(report.text), known.languages.get(code)
        if language is not None:
            found += (replace(m, span=m.span.shifted(span.start)) for m in recognise(text, language))
    return tuple(found)


def expressions(one: Dated, known: Knowledge) -> tuple[Expression, ...]:
    """Every expression of the report in text order, resolved as far as its day is known."""
    origin = {GIVEN: Origin.PUBLISHED, INFERRED: Origin.INFERRED}.get(one.published.origin, Origin.NONE)
    found = resolve(one.report.text, one.mentions, one.published.when, origin)
    unsure = _unsure(one, origin, known)
    return tuple(sorted((*found, *unsure), key=lambda expression: expression.span)) if unsure else found


def _unsure(one: Dated, origin: Origin, known: Knowledge) -> list[Expression]:
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


def drafts(one: Dated, known: Knowledge) -> tuple[Draft, ...]:
    """What the report tells, in text order."""
    gazetteer = known.gazetteer.with_found(one.names.found)
    return extract(one.report, one.published, expressions(one, known), known.phrasings, gazetteer, one.names.named)


def _as_it_is(report: Report) -> Report:
    return report


def settled(read: Sequence[Account], known: Knowledge, whole: Callable[[Report], Report] = _as_it_is) -> list[Account]:
    """Date the undated by the happenings that they share with the dated; again for as long as one more is dated.

    Args:
        read: what each report tells by itself.
        whole: a report with its text, where those of `read` are without.
    """
    current = list(read)
    while True:
        undated = [at for at, account in enumerate(current) if account.published.when is None]
        facts = _facts(account for account in current if account.published.when is not None) if undated else {}
        newly = {at: found for at in undated if (found := _by_shared(current[at], facts, known, whole))}
        if not newly:
            return current
        for at, one in newly.items():
            current[at] = _account(one, known)


def _facts(dated: Iterable[Account]) -> Mapping[str, Sequence[Draft]]:
    """Person -> what happened to it on one known day, to a person only once."""
    found: dict[str, list[Draft]] = defaultdict(list)
    for draft in (draft for account in dated for draft in account.drafts):
        days = draft.when.days if draft.when is not None else None
        if days is not None and days[0] == days[1] and draft.kind is Kind.OCCURRENCE and draft.concepts & ONCE:
            for person in draft.persons:
                found[person].append(draft)
    return found


def _by_shared(
    account: Account, facts: Mapping[str, Sequence[Draft]], known: Knowledge, whole: Callable[[Report], Report]
) -> Dated | None:
    """The report with its day, where it shares a happening with a dated one.

    Only what happens to a person once counts, and of several such happenings the latest: the report follows it, and is
    of the first days of the month after it that all its words allow.
    """
    shared = [
        (fact.when.first, fact.report, sorted(mine.persons & fact.persons))
        for mine in account.drafts
        for person in sorted(mine.persons)
        for fact in facts.get(person, ())
        if fact.when is not None and fact.when.first is not None and mine.concepts & fact.concepts & ONCE
    ]
    if not shared:
        return None
    day, report, persons = max(shared)
    one = _read(whole(account.report), known)
    bare = resolve(one.report.text, one.mentions, None, Origin.NONE)
    found = window(one.report.text, one.mentions, bare, happened=day)
    if found is None:
        return None
    clue = Clue("shared", (("persons", " ".join(persons)), ("report", report), ("day", day.isoformat())))
    return replace(one, published=Published(found.when, INFERRED, (clue, *found.clues)))


def bounds_of(read: Iterable[Account], known: Knowledge) -> Bounds:
    """What a merge of the reports must know of their days and of the places."""
    read = [*read]
    published = {one.report.id: one.published.when.days if one.published.when else None for one in read}
    found = joined(entry for one in read for entry in one.found if entry.category == PLACE)
    around = _around(known.gazetteer.with_found(found))
    return Bounds(
        since={id: days[0] if days else date.max for id, days in published.items()},
        until={id: days[1] if days else date.max for id, days in published.items()},
        around=around,
        vague=frozenset(entry.id for entry in known.gazetteer if entry.type in ("country", "state", "region")),
        holders=frozenset(outer for outers in around.values() for outer in outers),
    )


def _around(names: Gazetteer) -> dict[str, frozenset[str]]:
    """Place id -> every place that it lies in."""
    found: dict[str, frozenset[str]] = {}
    for entry in names:
        outer: list[str] = []
        place = entry.within
        while place and place in names and place not in outer:
            outer.append(place)
            place = names[place].within
        if entry.category == PLACE:
            found[entry.id] = frozenset(outer)
    return found
