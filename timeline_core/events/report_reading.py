"""`Reading`: one report as the extractor sees it: paragraphs with their language, sentences, names, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline_core.events.layout import Layout
from timeline_core.knowledge import Knowledge
from timeline_core.lexicon.language_of import languages_of
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.lexicon.wordlists import Sides
from timeline_core.model.entry import STATES
from timeline_core.model.expression import Expression
from timeline_core.model.in_order import InOrder
from timeline_core.model.once import cached_property
from timeline_core.model.report import Published, Report
from timeline_core.model.span import Span
from timeline_core.names.forces import stands_for_forces
from timeline_core.names.gazetteer import ACTOR, PLACE, Gazetteer, Named
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.word_range import WordRange
from timeline_core.text.sentences import sentences

_DATELINE = re.compile(r"[^\n.!?؟]{2,60}?(?:\s[-–—]+\s|\w-\s[^-:\n]{2,20}:\s|\)\s?[-–—:]+\s)(?:[^-:\n]{2,25}:\s)?")
"""What may stand before the first word of a report."""
_BEHIND = "-–—: "
"""What stands behind the agency in brackets, whose name may be of words that tell: "HALEM (Coast Wire) - "."""
_BYLINE = 9
"""Words, marks counted, that it has at most."""
_HEADING = 12
"""Words that a line without a full stop may have at most to be a heading."""
_TELLING = 3
"""Words beside a date from which on a line tells of something."""
_NAMES = 4
"""Names that may begin within one another, or nearly."""
_SAYINGS = ("say", "denies", "attributes")
_DASHES = "—–-"
_STOPS = ".!?؟…۔:»”\"'"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its place, its language, and what it is for the report."""

    span: Span
    phrasing: Phrasing
    sentences: tuple[Sentence, ...]
    heading: bool
    byline: bool
    """True for the line that signs and dates a quoted post: «— Name (@account) February 15, 2023»."""
    listed: bool = False
    """True for an entry, an item or a row with a day: it is told because it happened on it."""
    row: bool = False
    """True for a row of a table, which tells of one happening."""
    lead: Span | None = None
    """The day of an entry or a row, which stands on the line and belongs to none of its sentences."""


class Reading:
    """What of one report is the same for every event in it. Made once a report; holds no decision."""

    def __init__(
        self,
        report: Report,
        published: Published,
        expressions: Sequence[Expression],
        known: Knowledge,
        gazetteer: Gazetteer,
        named: Sequence[Named],
        layout: Layout | None = None,
        parts: Sequence[tuple[Span, str]] | None = None,
    ) -> None:
        """A paragraph in a language that has no phrasing tells no event.

        Args:
            named: where the text names someone whom the gazetteer knows, in text order.
            parts: its paragraphs with their languages, where they are at hand.
            layout: of the report; its lines are headings and paragraphs by their words alone where there is none.
        """
        self.report, self.published, self.gazetteer = report, published, gazetteer
        self.dates = InOrder(expressions)
        self.expressions = self.dates.every
        self.hits = InOrder(named)
        self.named = self.hits.every
        self.known = known
        self.layout = layout or Layout()
        self._parts = parts

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """In text order; only those in a language that has a phrasing."""
        parts = self._parts
        if parts is None:
            parts = languages_of(self.report.text, self.known.signs, self.report.lang)
        found = ((span, self.known.phrasings.get(code)) for span, code in parts)
        told: list[Paragraph] = []
        listed = False
        for number, (span, phrasing) in enumerate(found):
            if phrasing is not None and any(letter.isalnum() for letter in span.of(self.report.text)):
                told.append(self._paragraph(number, span, phrasing, listed=listed))
                listed = _bare(span.of(self.report.text))[0] in _DASHES
        return tuple(told)

    @cached_property
    def in_order(self) -> InOrder[Paragraph]:
        """The paragraphs, to find one where it stands."""
        return InOrder(self.paragraphs)

    @cached_property
    def sentences(self) -> InOrder[Sentence]:
        """Those of all paragraphs."""
        return InOrder(one for paragraph in self.paragraphs for one in paragraph.sentences)

    def _paragraph(self, number: int, span: Span, phrasing: Phrasing, *, listed: bool) -> Paragraph:
        """`listed`: the paragraph above begins with a dash, so that this one is the next of a list."""
        text = self.report.text
        dates = [expression.span for expression in self.dates.inside(span)]
        persons = self._persons_in(span)
        parts = tuple(
            Sentence(text, part, [date for date in dates if part.overlaps(date)], phrasing, persons)
            for told in self.layout.parts(number, span)
            for part in self._undatelined(sentences(text, told, phrasing.abbreviations), phrasing)
        )
        said = _bare(span.of(text))
        short = len(said.split()) <= _HEADING
        byline = short and said[0] in _DASHES and not listed and self._signs(span, parts)
        heading = self.layout.is_heading(number)
        if heading is None:
            heading = short and said[-1] not in _STOPS and not byline and not self._tells(parts)
        return Paragraph(
            span,
            phrasing,
            parts,
            heading,
            byline,
            self.layout.is_listed(number),
            self.layout.is_row(number),
            self.layout.lead(number),
        )

    def _undatelined(self, parts: Sequence[Span], phrasing: Phrasing) -> Sequence[Span]:
        """The sentences, the first without the place and agency before it («بغداد (رويترز) - », "Aden, May 4 - ")."""
        if not parts:
            return parts
        text = parts[0].of(self.report.text)
        stop = _DATELINE.match(text)
        if stop is None or len(text[: stop.end()].split()) > _BYLINE:
            return parts
        lead = Span(parts[0].start, parts[0].start + stop.end())
        agency = stop[0].find("(")
        place = Span(lead.start, lead.start + agency) if agency > 0 and stop[0].rstrip(_BEHIND)[-1] == ")" else lead
        words = Sentence(self.report.text, place, [date.span for date in self.dates.inside(place)], phrasing)
        dated = bool(words.dates) and not ("(" in stop[0] or words.content_words(WordRange(0, words.dates[0].start)))
        if _says(words) or words.concepts or dated or lead.end == parts[0].end or _has_verb(words, self.known):
            return parts
        return (Span(lead.end, parts[0].end), *parts[1:])

    def _signs(self, span: Span, parts: Sequence[Sentence]) -> bool:
        """True for an author and then a date, and nothing that tells of a thing."""
        dates = self.dates.inside(span)
        if not dates or any(part.concepts for part in parts):
            return False
        author = Span(span.start, dates[0].span.start)
        named = any(mark in author.of(self.report.text) for mark in "@(") or bool(self.names_in(author, ACTOR))
        after = Span(dates[-1].span.end, span.end).of(self.report.text)
        return named and not any(letter.isalpha() for letter in after)

    def _tells(self, parts: Sequence[Sentence]) -> bool:
        """True for a line that says when something happened, though it ends without a stop."""
        return any(
            part.concepts or part.content_words(part.whole) >= _TELLING
            for part in parts
            if self.expressions_in(part.span)
        )

    def expressions_in(self, span: Span) -> list[Expression]:
        """The expressions of a part of the text that say something of the days."""
        return [expression for expression in self.dates.inside(span) if expression.when is not None]

    def told_in(self, at: int) -> str:
        """The place that a dateline or a heading sets for it, as it is written there."""
        voice = self.layout.voices.place_at(at)
        return "" if voice is None else voice.words.of(self.report.text).strip("*_#: ")

    def told_by(self, at: int) -> str:
        """Who speaks there."""
        voice = self.layout.voices.speaker_at(at)
        return "" if voice is None else voice.words.of(self.report.text)

    def places_above(self, at: int) -> tuple[str, ...]:
        """Ids of the place that a heading sets for what stands there; a dateline only says where it was written."""
        voice = self.layout.voices.place_at(at)
        return self.names_in(voice.words, PLACE) if voice is not None and voice.heading else ()

    def names_in(self, span: Span, category: str) -> tuple[str, ...]:
        """Ids of that category that are named inside the span, in order of mention, each once."""
        return tuple(dict.fromkeys([hit.id for hit in self.hits_in(span, category)]))

    def hits_in(self, span: Span, category: str) -> list[Named]:
        """The names of that category inside the span, in order."""
        end = span.end
        return [hit for hit in self.hits.beginning_in(span) if hit.category == category and hit.span.end <= end]

    def only_person_before(self, at: int) -> str:
        """Id of the person whom the report names before that place, where it names no other one there."""
        first, other = self._first_persons
        return self.named[first].id if first < self.hits.before(at) <= other else ""

    @cached_property
    def _first_persons(self) -> tuple[int, int]:
        """Numbers of the first person whom the text names, and of the first that is another one; all names if none."""
        persons = [n for n, hit in enumerate(self.named) if hit.category == ACTOR and self.persons([hit.id])]
        others = (n for n in persons if self.named[n].id != self.named[persons[0]].id)
        return next(iter(persons), len(self.named)), next(others, len(self.named))

    def states_in(self, span: Span, category: str = PLACE) -> list[Named]:
        """The states that are named there as places, in order: one that does something is an actor all the same."""
        return [hit for hit in self.hits_in(span, category) if self.gazetteer[hit.id].type in STATES]

    def names_over(self, at: int) -> list[Named]:
        """The names that begin before that place and end behind it."""
        high = self.hits.before(at)
        return [hit for hit in self.named[max(0, high - _NAMES) : high] if hit.span.end > at]

    def _persons_in(self, span: Span) -> list[Span]:
        """Where persons are named inside the span."""
        return [hit.span for hit in self.hits.beginning_in(span) if self.gazetteer[hit.id].type == "person"]

    def persons(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of the ids that are persons."""
        return frozenset(id for id in ids if self.gazetteer[id].type == "person")

    def meant(self, actors: Iterable[str], span: Span, sides: Sides) -> frozenset[str]:
        """Those of the actors that are persons, and not named in the span only to say whose forces are meant."""
        persons = self.persons(actors)
        if not persons:
            return persons
        hits = [hit for hit in self.hits.beginning_in(span) if hit.id in persons]
        alone = {hit.id for hit in hits if not stands_for_forces(self.report.text, hit.span, sides)}
        return persons - ({hit.id for hit in hits} - alone)

    def person_before(self, at: int) -> Named | None:
        """The person named before that place in the same paragraph, where it names no other one: who «he» is."""
        start = next((one.span.start for one in self.in_order.backwards(at + 1)), 0)
        inside = self.hits.inside(Span(start, at))
        before = [hit for hit in inside if self.persons([hit.id])]
        return before[-1] if len({hit.id for hit in before}) == 1 else None

    @cached_property
    def zone(self) -> Span:
        """The part that tells the report's own story: its first two paragraphs that are no heading."""
        told = [paragraph.span for paragraph in self.paragraphs if not paragraph.heading][:2]
        return Span(0, told[-1].end) if told else Span(0, 0)

    @cached_property
    def zone_names(self) -> frozenset[str]:
        """The actors and places of the report's own story."""
        return frozenset((*self.names_in(self.zone, ACTOR), *self.names_in(self.zone, PLACE)))

    @cached_property
    def zone_persons(self) -> frozenset[str]:
        """The persons of the report's own story."""
        return self.persons(self.names_in(self.zone, ACTOR))


def _has_verb(lead: Sentence, known: Knowledge) -> bool:
    """What opens a text is no place where it has a verb: «كان جدي - رحمه الله - قد وصل»."""
    parser = known.parsers.get(lead.phrasing.code)
    return parser is not None and any(parser.is_verb(lead.text[word.start : word.end]) for word in lead.run)


def _says(words: Sentence) -> bool:
    """A verb of saying stands there."""
    return any(hit.concept in _SAYINGS for hit in words.phrasing.speech.verbs.find(words.run))


def _bare(line: str) -> str:
    """A line without the marks of a quotation before it."""
    return line.lstrip("> ") or " "
