"""A report in, what it tells out: dated drafts, and the undated ones of its opening.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline_core.clause import Clause, content, governed
from timeline_core.draft import Draft
from timeline_core.event import Evidence, Figure, Kind, Role
from timeline_core.figures import figures
from timeline_core.gazetteer import ACTOR, PLACE, Gazetteer, Named
from timeline_core.phrasing import Phrasing
from timeline_core.reading import Paragraph, Reading
from timeline_core.report import Published, Report
from timeline_core.runs_on import runs_on
from timeline_core.sentence import Sentence
from timeline_core.span import Span
from timeline_core.temporal.expression import Expression
from timeline_core.text.words import words
from timeline_core.title import shortened, title
from timeline_core.when import When

CONTEXT = 32
"""Code points of prefix and suffix of an evidence."""
_LONG_AGO = 10
"""Days before publication from which on an event is what the report reminds of, unless its opening tells of it."""
_TELLING = 3
"""Words that a denial needs to say what it denies."""
_THIN = frozenset({"tally", "warn", "meeting", "agreement", "control"})
"""Concepts that alone do not make an undated clause a happening."""


def extract(
    report: Report,
    published: Published,
    expressions: Sequence[Expression],
    phrasings: Mapping[str, Phrasing],
    gazetteer: Gazetteer,
) -> tuple[Draft, ...]:
    """What the report tells, in order of place; no draft stands twice.

    Args:
        expressions: of this report, resolved, in text order.
        phrasings: by language code.
    """
    return _Extractor(Reading(report, published, expressions, phrasings, gazetteer)).drafts()


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence and where it stands."""

    paragraph: Paragraph
    number: int
    sentence: Sentence
    first: bool


class _Extractor:
    """Walks one reading. Used once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.report.text

    def drafts(self) -> tuple[Draft, ...]:
        told: list[Draft] = []
        latest: list[Draft] = []
        opened = False
        for place in self._places():
            if place.paragraph.byline:
                self._byline(place, told)
                continue
            if place.paragraph.heading:
                latest = []
                continue
            tells = any(draft.kind is Kind.OCCURRENCE for draft in told)
            if opened and not tells and not self._expressions_in(place.sentence):
                continue
            fresh = self._sentence(place, lead=not opened, tells=tells)
            opened = True
            if fresh:
                told += fresh
                latest = fresh
            else:
                self._continue(place, told, latest)
        return tuple(told)

    def _places(self) -> Iterator[_Place]:
        for number, paragraph in enumerate(self._reading.paragraphs):
            for k, sentence in enumerate(paragraph.sentences):
                if any(letter.isalnum() for letter in sentence.span.of(self._text)):
                    yield _Place(paragraph, number, sentence, k == 0)

    def _sentence(self, place: _Place, *, lead: bool, tells: bool) -> list[Draft]:
        """What it tells. `lead`: it opens the report. `tells`: something that it may dispute stands before it."""
        sentence = place.sentence
        dated = self._dated(sentence)
        drafts = [self._draft(place, clause, expression) for clause, expression in dated]
        drafts = [draft for draft in drafts if draft.title]
        heads = {clause.head for clause, _ in dated if clause.head >= 0 and not clause.said}
        for clause, _ in dated:
            if clause.said and clause.head not in heads and clause.content is None:
                drafts += self._content(place, clause)
        if not dated and lead:
            drafts += self._lead(place)
        if not dated and tells:
            drafts += self._denial(place)
        return _linked(drafts)

    def _dated(self, sentence: Sentence) -> list[tuple[Clause, Expression]]:
        """Each clause that a date governs, with the most precise of its dates."""
        best: dict[tuple[int, int, bool], tuple[Clause, Expression]] = {}
        for expression in self._expressions_in(sentence):
            clause = governed(sentence, sentence.range_of(expression.span))
            if sentence.content_words(clause.words) < 2:
                continue
            key = (*clause.words, clause.said)
            if key not in best or _finer(expression, best[key][1]):
                best[key] = (clause, expression)
        return list(best.values())

    def _expressions_in(self, sentence: Sentence) -> list[Expression]:
        """The expressions of a sentence that say something of the days."""
        return [e for e in self._reading.expressions if sentence.span.covers(e.span) and e.when is not None]

    def _draft(self, place: _Place, clause: Clause, expression: Expression | None) -> Draft:
        sentence = place.sentence
        span = sentence.span_of(clause.whole)
        if expression is not None:
            span = span.hull(expression.span)
        actors, called = self._actors(sentence, clause, span)
        kind = self._kind(sentence, clause, expression)
        role = self._role(sentence, expression, actors)
        concepts = frozenset(h.concept for h in sentence.concepts if clause.whole[0] <= h.at < clause.whole[1])
        named = self._title(sentence.span_of(clause.words), place.paragraph.phrasing)
        if clause.skips is not None:
            parts = ((clause.words[0], clause.skips[0]), (clause.skips[1], clause.words[1]))
            titles = [self._title(sentence.span_of(part), place.paragraph.phrasing) for part in parts]
            named = shortened(" ".join(titles), place.paragraph.phrasing)
        if clause.content is not None:
            said = self._title(sentence.span_of(clause.content), place.paragraph.phrasing)
            named = shortened(
                f"{self._title(self._speaker(sentence, clause), place.paragraph.phrasing)}: {said}",
                place.paragraph.phrasing,
            )
        return Draft(
            report=self._reading.report.id,
            when=expression.when if expression else None,
            kind=kind,
            title=shortened(f"{called} {named}", place.paragraph.phrasing) if called and named else named,
            lang=place.paragraph.phrasing.code,
            evidence=(self._evidence(span, role, expression),) if expression else (self._undated(span, role),),
            actors=actors,
            places=self._reading.names_in(span, PLACE),
            persons=self._reading.persons(actors),
            figures=self._figures(span, place.paragraph.phrasing),
            concepts=concepts,
            words=content_words(span.of(self._text), place.paragraph.phrasing),
            context=self._reading.zone_names if role is Role.STORY else frozenset(),
        )

    def _title(self, span: Span, phrasing: Phrasing) -> str:
        return title(self._text, span, [expression.span for expression in self._reading.expressions], phrasing)

    def _speaker(self, sentence: Sentence, clause: Clause) -> Span:
        """Who speaks, in a saying that follows what it says."""
        return sentence.span_of((clause.words[0], max(clause.head, clause.words[0] + 1)))

    def _actors(self, sentence: Sentence, clause: Clause, span: Span) -> tuple[tuple[str, ...], str]:
        """Who the clause names, and the words for the person that its pronoun stands for."""
        actors = (*self._speakers(sentence, clause), *self._reading.names_in(span, ACTOR))
        actors = tuple(dict.fromkeys(actors))
        if not clause.pronoun or self._reading.persons(actors):
            return actors, ""
        who = self._subject(sentence, clause)
        if who is None:
            return actors, ""
        named = (hit for hit in self._reading.named if hit.id == who.id and hit.span.end <= who.span.end)
        full = max((hit.span.of(self._text) for hit in named), key=len)
        return tuple(dict.fromkeys((who.id, *actors))), full

    def _subject(self, sentence: Sentence, clause: Clause) -> Named | None:
        """Whom the pronoun that opens a clause stands for: «he» the person named last, «she» the body that speaks."""
        start = sentence.span_of(clause.words).start
        if clause.pronoun == "he":
            return self._reading.person_before(start)
        speaking = sentence.span_of((sentence.segments[sentence.segment_of(clause.head)][0], clause.words[0]))
        bodies = [
            hit for hit in self._reading.named if speaking.covers(hit.span) and not self._reading.persons([hit.id])
        ]
        return next((hit for hit in bodies if self._reading.gazetteer[hit.id].category == ACTOR), None)

    def _speakers(self, sentence: Sentence, clause: Clause) -> tuple[str, ...]:
        """Who speaks, where the content is a deed of theirs: «أعلن التحالف عن تنفيذ …», but not «أعلن أن …»."""
        if not clause.own or clause.words[0] <= clause.head:
            return ()
        return self._reading.names_in(sentence.span_of((clause.head, clause.words[0])), ACTOR)

    def _figures(self, span: Span, phrasing: Phrasing) -> tuple[Figure, ...]:
        dates = [expression.span for expression in self._reading.expressions]
        return figures(self._text, span, self._reading.report.id, phrasing.figures, dates)

    def _kind(self, sentence: Sentence, clause: Clause, expression: Expression | None) -> Kind:
        marks = {hit.concept for hit in sentence.marks if clause.whole[0] - 2 <= hit.at < clause.whole[1]}
        if "denial" in marks and (clause.said or expression is None):
            return Kind.DENIAL
        if clause.said:
            return Kind.ANNOUNCEMENT
        ahead = _ahead(expression.when if expression else None, self._reading.published.when)
        return Kind.PLANNED if ahead or (ahead is None and "planned" in marks) else Kind.OCCURRENCE

    def _role(self, sentence: Sentence, expression: Expression | None, actors: Iterable[str]) -> Role:
        """What the sentence is to the report; see DESIGN.md section 5."""
        reading = self._reading
        if any(hit.concept == "recalls" and hit.at < 3 for hit in sentence.marks):
            return Role.BACKGROUND
        if reading.zone.covers(sentence.span):
            return Role.STORY
        persons = reading.persons(actors)
        if persons and reading.zone_persons:
            return Role.STORY if persons & reading.zone_persons else Role.BACKGROUND
        when = expression.when if expression else None
        return Role.BACKGROUND if _long_before(when, reading.published.when) else Role.STORY

    def _evidence(self, span: Span, role: Role, expression: Expression, *, inherited: bool = False) -> Evidence:
        return replace(self._undated(span, role), expression=expression, inherited=inherited)

    def _undated(self, span: Span, role: Role) -> Evidence:
        text = self._text
        return Evidence(
            report=self._reading.report.id,
            role=role,
            span=span,
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
            expression=None,
        )

    def _content(self, place: _Place, clause: Clause) -> list[Draft]:
        """What a dated saying tells of, where it gives no day of its own."""
        head = next(hit for hit in place.sentence.heads if hit.at == clause.head)
        told = content(place.sentence, head)
        if told is None:
            return []
        draft = self._draft(place, told, None)
        if not draft.title or draft.concepts <= _THIN or draft.kind is not Kind.OCCURRENCE:
            return []
        return [replace(draft, said=True)]

    def _lead(self, place: _Place) -> list[Draft]:
        """What the opening sentence tells, though it gives no day."""
        sentence = place.sentence
        head = next((hit for hit in sentence.heads if hit.at <= 2), None)
        clause = (content(sentence, head) if head else None) or Clause((0, len(sentence.run)), (0, len(sentence.run)))
        draft = self._draft(place, clause, None)
        if not draft.title or draft.concepts <= _THIN or draft.kind is not Kind.OCCURRENCE:
            return []
        return [replace(draft, lead=True)]

    def _denial(self, place: _Place) -> list[Draft]:
        """A sentence without a date that disputes what was told."""
        sentence = place.sentence
        mark = next((hit for hit in sentence.marks if hit.concept == "denial"), None)
        if mark is None:
            return []
        home = sentence.segments[sentence.segment_of(mark.at)]
        if sentence.content_words((mark.at, home[1])) < _TELLING:
            return []
        draft = self._draft(place, Clause((mark.at, home[1]), home), None)
        return [draft] if draft.title and draft.kind is Kind.DENIAL else []

    def _continue(self, place: _Place, told: list[Draft], latest: list[Draft]) -> None:
        """Give a sentence without a date to the happening that it goes on telling of."""
        target = runs_on(place.sentence, place.paragraph.phrasing, latest, self._reading)
        if target is None:
            return
        whole = (0, len(place.sentence.run))
        head = next((hit for hit in place.sentence.heads if hit.at <= 1), None)
        said = content(place.sentence, head) if head else None
        more = self._draft(place, Clause(whole, (said.whole[0], whole[1]) if said else whole), None)
        expression = target.evidence[0].expression
        quote = self._undated(place.sentence.span_of(whole), target.role)
        piece = replace(quote, expression=expression, inherited=True)
        actors = tuple(dict.fromkeys((*target.actors, *more.actors)))
        grown = replace(
            target,
            evidence=(*target.evidence, piece),
            actors=actors,
            persons=self._reading.persons(actors),
            places=tuple(dict.fromkeys((*target.places, *more.places))),
            figures=(*target.figures, *more.figures),
            concepts=target.concepts | more.concepts,
            words=target.words | more.words,
        )
        for drafts in (told, latest):
            drafts[:] = [grown if draft.key == target.key else draft for draft in drafts]

    def _byline(self, place: _Place, told: list[Draft]) -> None:
        """The line that signs a quoted post: its date is the day of the saying, and above it stands what was said."""
        inside = [e for e in self._reading.expressions if place.paragraph.span.covers(e.span) and e.when is not None]
        above = self._reading.paragraphs[place.number - 1] if place.number else None
        if not inside or above is None or not place.first:
            return
        expression, span = inside[0], place.sentence.span_of((0, len(place.sentence.run)))
        author = span.of(self._text).lstrip("—–- >").split("(")[0].strip()
        posted = [draft for draft in told if above.span.covers(draft.evidence[0].span)]
        said = next((s for s in above.sentences if s.heads), above.sentences[0])
        words_said = self._title(said.span, above.phrasing)
        actors = tuple(
            dict.fromkeys((*self._reading.names_in(span, ACTOR), *self._reading.names_in(above.span, ACTOR)))
        )
        told.append(
            Draft(
                report=self._reading.report.id,
                when=expression.when,
                kind=Kind.ANNOUNCEMENT,
                title=shortened(f"{author}: {words_said}", above.phrasing),
                lang=above.phrasing.code,
                evidence=(self._evidence(span, self._role(place.sentence, expression, actors), expression),),
                actors=actors,
                places=self._reading.names_in(above.span, PLACE),
                persons=self._reading.persons(actors),
                figures=(),
                concepts=frozenset(hit.concept for sentence in above.sentences for hit in sentence.concepts),
                words=content_words(above.span.of(self._text), above.phrasing),
                announces=tuple(draft.key for draft in posted),
            )
        )


def _linked(drafts: list[Draft]) -> list[Draft]:
    """The sayings among the drafts of one sentence point to what they say."""
    content = tuple(draft.key for draft in drafts if draft.kind in (Kind.OCCURRENCE, Kind.PLANNED))
    return [replace(draft, announces=content) if draft.kind is Kind.ANNOUNCEMENT else draft for draft in drafts]


def _finer(one: Expression, other: Expression) -> bool:
    mine, theirs = (e.when.days if e.when else None for e in (one, other))
    if mine is None or theirs is None:
        return theirs is None and mine is not None
    return (mine[1] - mine[0]) < (theirs[1] - theirs[0])


def _ahead(when: When | None, published: When | None) -> bool | None:
    """True when the days lie after the report, False when before it; None when the two meet or nothing is known."""
    if when is None or published is None:
        return None
    if published.surely_before(when):
        return True
    return False if when.surely_before(published) else None


def _long_before(when: When | None, published: When | None) -> bool:
    if when is None or published is None or when.last is None or published.first is None:
        return False
    return (published.first - when.last).days > _LONG_AGO


def content_words(text: str, phrasing: Phrasing) -> frozenset[str]:
    """The folded words of a text that tell something, without article and clitics."""
    small = phrasing.trails | phrasing.drops
    found = set()
    for word in words(text):
        stem = word.forms[-1][0].removeprefix("ال")
        if len(stem) > 2 and word.folded not in small:
            found.add(stem)
    return frozenset(found)
