"""What one report tells by itself: what is recognised in it, its day as far as its own words give it, its drafts.

Source:
    DESIGN.md section 4, «Undated reports».
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, partial

from timeline_core.events.budget import within_budget
from timeline_core.events.credits import add_credits
from timeline_core.events.dating.passing_years import years_before_yearless, years_in_passing
from timeline_core.events.extract import Extracted, extract
from timeline_core.events.layout import Layout
from timeline_core.events.report_reading import Reading
from timeline_core.events.roles.naming import add_naming
from timeline_core.events.trees import Trees
from timeline_core.knowledge import Knowledge
from timeline_core.lexicon.language_of import foreign_code, language_of, languages_of
from timeline_core.model.draft import Draft
from timeline_core.model.entry import Entry
from timeline_core.model.expression import Expression, Mention, Origin
from timeline_core.model.fault import Fault, guard
from timeline_core.model.report import GIVEN, INFERRED, UNKNOWN, Clue, Published, Report
from timeline_core.model.silence import Silence
from timeline_core.model.span import Span
from timeline_core.model.unswept import unswept
from timeline_core.model.verdict import Verdict
from timeline_core.model.when import Precision
from timeline_core.names.finder import PERSON, Names, find_names
from timeline_core.names.foreign.letters import Letters
from timeline_core.names.gazetteer import PLACE
from timeline_core.names.places.ambiguous import Ambiguous, find_ambiguous
from timeline_core.outline.anchored import Anchored, anchored, own_dates
from timeline_core.outline.head import HeadKind
from timeline_core.outline.outline import Outline, outline
from timeline_core.outline.voices import Voices, voices
from timeline_core.syntax.parse import Parser
from timeline_core.temporal import fallback
from timeline_core.temporal.arbiter import in_doubt, settle, unclaimed
from timeline_core.temporal.recognise import recognise
from timeline_core.temporal.report_day import called, window
from timeline_core.temporal.rest_days import in_state, speaks_of_weekends, year_of
from timeline_core.temporal.senses.deictic import with_moments
from timeline_core.text.fold import fold, folded
from timeline_core.text.sketch import sketch_of
from timeline_core.text.words import REMEMBERED

_LANGUAGES = 16
"""Of so many it is remembered what their words are."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A report with what is recognised in it, and when it was published."""

    report: Report
    mentions: tuple[Mention, ...]
    published: Published
    parts: tuple[tuple[Span, str], ...]
    """Its paragraphs, each with its language."""
    names: Names | None = None
    """Whom it names; None until something asks, for most dates need no name."""
    fault: Fault | None = None
    """Where its reading broke; then nothing is recognised in it."""
    outline: Outline = field(default_factory=Outline)
    """What each part of it counts from."""
    whole: Report | None = None
    """All of it, where `report` is only the beginning: what is behind that is not read."""
    read_to: int = 0
    """The paragraph in which that ends."""


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
    """Of its text; see `text.sketch`."""
    fault: Fault | None = None
    """Where its reading broke; then it tells nothing, and is set aside."""
    silence: Silence | None = None
    """Why it tells nothing; None where it tells something, or broke."""
    verdicts: tuple[Verdict, ...] = ()
    """What became of each of its dates, in text order."""
    read_to: int = 0
    """The last paragraph that was read of one that is too long; 0 of one that was read to its end."""


def account(report: Report, known: Knowledge) -> Account:
    """What the report tells by itself; no other report has a part in it."""
    with unswept():
        return account_of(read(report, known), known)


def account_of(one: Dated, known: Knowledge) -> Account:
    """What a report tells of which the day is settled; what breaks in it is told as its fault."""
    told = guard(lambda: _told(one, known)) if one.fault is None else one.fault
    if isinstance(told, Fault):
        return Account(one.whole or one.report, one.published, (), (), "", told)
    if one.whole is None:
        return told
    return replace(told, report=replace(one.whole, lang=told.report.lang), read_to=one.read_to)


def _told(one: Dated, known: Knowledge) -> Account:
    told = named(one, known)
    drafts, verdicts = _extracted(one, told, known)
    drafts = add_naming(add_credits(drafts, one.report.text, told.named, known.gazetteer), told.named)
    silence = None if drafts else _silence(one, known)
    sketch = sketch_of(one.report.text)
    return Account(one.report, one.published, told.found, drafts, sketch, silence=silence, verdicts=verdicts)


def _silence(one: Dated, known: Knowledge) -> Silence:
    """Why a report tells nothing: what could have been a date in it, and whether any line of it was read."""
    found = expressions(one, known)
    placed = [expression for expression in found if expression.when is not None and expression.when.resolved]
    return Silence(not any(code for _, code in one.parts), len(found) - len(placed), len(placed))


def read(report: Report, known: Knowledge) -> Dated:
    """The report with what is recognised in it, dated by its own words alone."""
    part, to = within_budget(report)
    found = guard(lambda: _read(part, known))
    if not isinstance(found, Fault):
        return replace(found, whole=report, read_to=to) if to else found
    published = Published(report.published, GIVEN) if report.published else Published(None, UNKNOWN)
    return Dated(report, (), published, (), Names((), ()), found)


def _read(report: Report, known: Knowledge) -> Dated:
    parts = languages_of(report.text, known.signs, report.lang)
    mentions = _mentions(report, parts, known)
    told = _found_names(report.text, parts, known) if in_doubt(mentions) else None
    doubts = [language.doubt for language in known.languages.values()]
    mentions = settle(report.text, mentions, () if told is None else _persons(told, known), doubts).dates
    mentions = tuple(with_moments(mentions, report.blocks, report.moment))
    report = report if report.lang else replace(report, lang=language_of(report.text, known.signs))
    outlined = outline(report.text, report.blocks, mentions, known.outline, report.title)
    if speaks_of_weekends(mentions):
        outlined = replace(outlined, mentions=_rested(report, outlined, known))
    one = _without_passing(Dated(report, mentions, Published(None, UNKNOWN), parts, told, outline=outlined), known)
    given = report.published is not None
    return replace(one, published=Published(report.published, GIVEN) if given else own_day(report.text, one.outline))


def _without_passing(one: Dated, known: Knowledge) -> Dated:
    """With the years marked that its sentences name only in passing."""
    years = years_before_yearless(one.outline.mentions)
    if not years:
        return one
    one = replace(one, names=one.names or _found_names(one.report.text, one.parts, known))
    reading = reading_of(one, known)
    trees = Trees(reading, known.parsers)
    passing = years_in_passing(reading, trees, years)
    trees.untie()
    told = (replace(mention, passing=True) if mention.span in passing else mention for mention in one.outline.mentions)
    return replace(one, outline=replace(one.outline, mentions=tuple(told))) if passing else one


def _rested(report: Report, outlined: Outline, known: Knowledge) -> tuple[Mention, ...]:
    """The mentions, their weekends those of the outlet's state; else of the state of the dateline, where a language
    leaves them open."""
    head, day = outlined.published, report.published.first if report.published is not None else None
    outlet = known.rest_days.outlets.get(fold(report.publisher)) or _state_of(report.publisher, known)
    lead = Span(head.span.start, head.date.start).of(report.text) if head and head.kind is HeadKind.DATELINE else ""
    for state, certain in ((outlet, True), (_state_of(lead, known), False)):
        days = known.rest_days.of(state, year_of(day))
        if days is not None:
            return in_state(outlined.mentions, days, certain=certain)
    return outlined.mentions


def _state_of(words: str, known: Knowledge) -> str:
    """The state that an outlet or a place that the words name is of; empty where they name none."""
    for hit in known.gazetteer.find(words) if words else ():
        entry = known.gazetteer[hit.id]
        while entry.within in known.gazetteer and entry.id not in known.rest_days.days:
            entry = known.gazetteer[entry.within]
        return entry.home or entry.id
    return ""


def own_day(text: str, outlined: Outline, happened: date | None = None) -> Published:
    """When the report was published, as it says itself: in a dateline or on a line of its own, else by its clues.

    Args:
        happened: the day of a happening that the report brings as news, where that is known from elsewhere.
    """
    head = outlined.published
    sure = head is not None and head.when is not None and not head.when.uncertain
    if sure and head is not None and head.when is not None and head.when.precision is Precision.DAY:
        clue = Clue("block", (("words", head.date.of(text)), ("block", head.kind.value)))
        return Published(head.when, INFERRED, (clue,))
    mentions, expressions = own_dates(text, outlined)
    found = called(text, mentions) or window(text, mentions, expressions, happened)
    return Published(None, UNKNOWN) if found is None else Published(found.when, INFERRED, found.clues)


def _persons(told: Names, known: Knowledge) -> Iterator[Span]:
    """Where the text names a person."""
    types = {entry.id: entry.type for entry in told.found}
    for hit in told.named:
        if types.get(hit.id) == PERSON or (hit.id in known.gazetteer and known.gazetteer[hit.id].type == PERSON):
            yield hit.span


def named(one: Dated, known: Knowledge) -> Names:
    """Whom the report names, without what its dates have taken: «آب» of a date is no town."""
    told = one.names or _found_names(one.report.text, one.parts, known)
    left = unclaimed((hit.span for hit in told.named), one.mentions)
    return replace(told, named=tuple(hit for hit in told.named if hit.span in left))


def ambiguous(one: Dated, names: Names, known: Knowledge) -> tuple[Ambiguous, ...]:
    """Where it names a place of which there are several, and tells not which.

    Args:
        names: what `named` gives for it.
    """
    text, kinds = one.report.text, _kinds_of(known)
    return tuple(find_ambiguous(text, one.parts, names.named, known.gazetteer, known.naming, known.world, kinds))


def _kinds_of(known: Knowledge) -> Mapping[str, Callable[[str], str]]:
    """By language, what its lexicon knows a word as."""
    return {code: _kinds(parser, known.naming.letters) for code, parser in known.parsers.items()}


def _found_names(text: str, parts: Iterable[tuple[Span, str]], known: Knowledge) -> Names:
    return find_names(text, parts, known.gazetteer, known.naming, known.phrasings, _kinds_of(known), known.world)


@lru_cache(maxsize=_LANGUAGES)
def _kinds(parser: Parser, letters: Letters) -> Callable[[str], str]:
    """Tells what a lexicon knows a word as; of each word once, whatever report it stands in."""
    return lru_cache(maxsize=REMEMBERED)(partial(_kind_of, parser, letters))


def _kind_of(parser: Parser, letters: Letters, spelling: str) -> str:
    """What a lexicon knows the word as; nothing where it is foreign by its letters and a word by a rare inflection."""
    kind = parser.kind_of(spelling)
    foreign = bool(kind) and letters.foreign(folded(spelling))
    return "" if foreign and parser.is_remote(spelling) else kind


def _mentions(report: Report, parts: Iterable[tuple[Span, str]], known: Knowledge) -> tuple[Mention, ...]:
    """What is recognised in each paragraph, in the language of the paragraph."""
    found: list[Mention] = []
    for span, code in parts:
        text, language = span.of(report.text), known.languages.get(code)
        if language is not None:
            found += (mention.shifted(span.start) for mention in recognise(text, language))
    return tuple(found)


def expressions(one: Dated, known: Knowledge) -> tuple[Expression, ...]:
    """Every expression of the report in text order, resolved as far as its day is known."""
    return _expressions(one, _anchored(one), known)


def _anchored(one: Dated) -> Anchored:
    return anchored(one.report.text, one.outline, one.published.when, _origin(one))


def _origin(one: Dated) -> Origin:
    return {GIVEN: Origin.PUBLISHED, INFERRED: Origin.INFERRED}.get(one.published.origin, Origin.NONE)


def _expressions(one: Dated, found: Anchored, known: Knowledge) -> tuple[Expression, ...]:
    unsure = _unsure(one, _origin(one), known)
    if not unsure:
        return found.expressions
    return tuple(sorted((*found.expressions, *unsure), key=lambda expression: expression.span))


def _unsure(one: Dated, origin: Origin, known: Knowledge) -> list[Expression]:
    """What dateparser reads in the paragraphs of a language that has no data of its own."""
    text, found = one.report.text, list[Expression]()
    for span, lang in one.parts:
        said = span.of(text)
        if lang or not any(letter.isdecimal() or letter.isalpha() for letter in said):
            continue
        code = foreign_code(said, known.signs) or ("" if one.report.lang in known.languages else one.report.lang)
        for expression in fallback.expressions(said, code, one.published.when, origin):
            found.append(replace(expression, span=expression.span.shifted(span.start)))
    return found


def reading_of(one: Dated, known: Knowledge) -> Reading:
    """The report as its sentences are read."""
    return _reading(one, named(one, known), known)


def _reading(one: Dated, told: Names, known: Knowledge) -> Reading:
    found = _anchored(one)
    told_on, gazetteer = _expressions(one, found, known), known.gazetteer.with_found(told.found)
    layout = Layout(one.outline, found, _voices(one, told))
    return Reading(one.report, one.published, told_on, known, gazetteer, told.named, layout, one.parts)


def _voices(one: Dated, told: Names) -> Voices:
    return voices(one.report.text, one.outline, [hit.span for hit in told.named if hit.category == PLACE])


def _extracted(one: Dated, told: Names, known: Knowledge) -> Extracted:
    """What the report tells, in text order."""
    return extract(_reading(one, told, known), known)
