"""`Drafter`: makes a draft of a clause: its title, kind, role, who and where, figures, and the words that prove it.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline_core.events.figures.counts import figures
from timeline_core.events.particulars import another, hours
from timeline_core.events.particulars import counted as whom
from timeline_core.events.report_reading import Reading
from timeline_core.events.title import shortened, title, unled
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.draft import Draft
from timeline_core.model.event import Evidence, Figure, Kind, Role
from timeline_core.model.expression import Expression, Origin
from timeline_core.model.span import Span
from timeline_core.model.when import Precision, When
from timeline_core.names.gazetteer import ACTOR, PLACE, Named
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.date_of_noun import in_title
from timeline_core.syntax.reported_speech import SPEAKER
from timeline_core.syntax.segments import Range
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.subordinate import owner, present
from timeline_core.text.words import words

CONTEXT = 32
"""Code points of prefix and suffix of an evidence."""
_TO_COME = frozenset({("offset", "1"), ("offset", "2"), ("turn", "next"), ("turn", "next2")})
"""What the reason of an expression says when its words look ahead («غدا», "next week"), whenever it is published."""
_TODAY = ("offset", "0")
"""The same where they mean the day of the report."""
_FIRST_VERB = 6
"""Words of a clause within which its verb stands."""
_SOURCE = 6
"""Words within which a source is named."""
_LONG_AGO = 10
"""Days before publication from which on an event is what the report reminds of, unless its opening tells of it."""


class Drafter:
    """Makes the drafts of one report."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.report.text
        self._counted: tuple[Span, tuple[Figure, ...]] | None = None

    def draft(self, sentence: Sentence, clause: Clause, expression: Expression | None) -> Draft:
        """What the clause tells, dated by the expression where there is one."""
        span = sentence.span_of(clause.whole)
        if expression is not None:
            span = span.hull(expression.span)
        actors, called = self._actors(sentence, clause, span)
        kind = self._kind(sentence, clause, expression)
        role = self.role(sentence, expression, actors)
        counted = self._figures(span, sentence)
        concepts = frozenset(hit.concept for hit in sentence.concepts_in(clause.whole))
        done = sentence.phrasing.concepts.done
        concepts |= {done[figure.what] for figure in counted if figure.what in done}
        named = self._named(sentence, clause)
        return Draft(
            report=self._reading.report.id,
            when=expression.when if expression else None,
            kind=kind,
            title=shortened(f"{called} {named}", sentence.phrasing) if called and named else named,
            lang=sentence.phrasing.code,
            evidence=(self.evidence(span, role, expression),) if expression else (self.undated(span, role),),
            actors=actors,
            places=self._reading.names_in(span, PLACE) or self._reading.places_above(span.start),
            persons=self._reading.meant(actors, span, sentence.phrasing.sides),
            figures=counted,
            hours=hours(sentence, clause.whole, expression.span) if expression else frozenset(),
            another=another(sentence, clause.whole, expression.span if expression else None),
            counted=whom(sentence, counted, lambda part: self._reading.names_in(part, ACTOR)),
            concepts=concepts,
            things=frozenset(
                hit.concept for hit in sentence.phrasing.topics.things.find(sentence.run[slice(*clause.whole)])
            ),
            words=content_words(span.of(self._text), sentence.phrasing),
            personal=bool(called) or self._names_person(sentence.span_of(clause.words)),
            context=self._reading.zone_names if role is Role.STORY else frozenset(),
        )

    def _names_person(self, span: Span) -> bool:
        return bool(self._reading.persons(self._reading.names_in(span, ACTOR)))

    def _named(self, sentence: Sentence, clause: Clause) -> str:
        """The title: the clause without what it skips; of a saying that comes last, who speaks and what is said."""
        if clause.content is not None:
            speaker = self.title(self._speaker(sentence, clause), sentence)
            said = self.title(sentence.span_of(clause.content), sentence)
            return shortened(f"{speaker}: {said}" if speaker else said, sentence.phrasing)
        if clause.noun:
            begin = clause.words[0]
            owned = next((at for at in sentence.dates if at[0] == begin + 1 and owner(sentence, at)), None)
            return unled(self.title(self._with_name(sentence.span_of(clause.words)), sentence, owned), sentence.grammar)
        if clause.skips is None:
            subject = self.title(self._unsaid_subject(sentence, clause), sentence) if clause.said else ""
            if subject:
                told = self.title(sentence.span_of((clause.head, clause.words[1])), sentence)
                return shortened(f"{subject} {told}", sentence.phrasing)
            return self.title(self._unattributed(sentence, self._placed(sentence, clause)), sentence)
        parts = ((clause.words[0], clause.skips[0]), (clause.skips[1], clause.words[1]))
        titles = [self.title(sentence.span_of(part), sentence) for part in parts]
        return shortened(" ".join(titles), sentence.phrasing)

    def _placed(self, sentence: Sentence, clause: Clause) -> Clause:
        """The clause without the «بعد» that places another one by it, where that one is told before it."""
        start, end = clause.words
        placing = sentence.phrasing.clauses.frames.at(sentence.run, start)
        behind = start > 0 and start in sentence.cuts and sentence.segment_of(start) == sentence.segment_of(end - 1)
        if placing is None or placing.concept != "beside" or placing.clitic or not behind or clause.said:
            return clause
        return replace(clause, words=(start + placing.count, end)) if start + placing.count < end else clause

    def _unattributed(self, sentence: Sentence, clause: Clause) -> Span:
        """The clause without the source named at its beginning («بحسب وكالة رويترز كان …»)."""
        span = sentence.span_of(clause.words)
        source = next((hit for hit in sentence.heads if hit.at == clause.words[0]), None)
        if source is None or source.concept != "attributes" or clause.said:
            return span
        near = sentence.span_of((source.at, min(source.at + _SOURCE, clause.words[1])))
        named = [hit.span.end for hit in self._reading.named if hit.span.start > span.start and near.covers(hit.span)]
        return replace(span, start=min(named[0], span.end)) if named else span

    def _with_name(self, span: Span) -> Span:
        """The span from the beginning of the name that it begins in."""
        return replace(span, start=min((span.start, *(hit.span.start for hit in self._reading.names_over(span.start)))))

    def _unsaid_subject(self, sentence: Sentence, clause: Clause) -> Span:
        """Who speaks, where the verb is joined to another one of the same speaker: "X denied it but said on Friday"."""
        first, opening = sentence.heads[0].at, sentence.segments[0][0]
        joined = not sentence.grammar.verb_first and first < clause.head and first - opening <= SPEAKER
        if not joined or sentence.content_words((clause.words[0], clause.head)) > 0:
            return Span(0, 0)
        return sentence.span_of((opening, first)) if first > opening else Span(0, 0)

    def title(self, span: Span, sentence: Sentence, keeps: Range | None = None) -> str:
        """The title of a part of the sentence; with the date of these words, which belongs to its noun."""
        pairs = zip(sentence.dated, sentence.dates, strict=True)
        dates = [
            date
            for date, at in pairs
            if sentence.of_name(at) is None and at != keeps and not in_title(sentence, at, span)
        ]
        return title(self._text, span, dates, sentence.phrasing)

    def _speaker(self, sentence: Sentence, clause: Clause) -> Span:
        """Who speaks, in a saying that follows what it says; of a denial the verb too."""
        before = (clause.words[0], max(clause.head + clause.denied, clause.words[0] + 1))
        behind = (clause.head + 1, clause.words[1])
        return sentence.span_of(behind if sentence.trailing(sentence.segment_of(clause.head)) else before)

    def _actors(self, sentence: Sentence, clause: Clause, span: Span) -> tuple[tuple[str, ...], str]:
        """Who the clause names, and the words for the person that its pronoun stands for."""
        actors = (*self._speakers(sentence, clause), *self._reading.names_in(span, ACTOR))
        actors = tuple(dict.fromkeys(actors))
        if not clause.pronoun or (clause.pronoun == "he" and self._reading.persons(actors)):
            return actors, ""
        if sentence.run[clause.words[0]].folded in sentence.phrasing.speech.impersonal or _of_her(sentence, clause):
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

    def _figures(self, span: Span, sentence: Sentence) -> tuple[Figure, ...]:
        """Those of the sentence, read once, that stand in the span."""
        if self._counted is None or self._counted[0] != sentence.span:
            told_by = sentence.phrasing.figures
            found = figures(self._text, sentence.span, self._reading.report.id, told_by, sentence.dated)
            self._counted = (sentence.span, found)
        return tuple(figure for figure in self._counted[1] if span.covers(figure.span))

    def _kind(self, sentence: Sentence, clause: Clause, expression: Expression | None) -> Kind:
        reach = range(clause.whole[0] - 2, clause.whole[1])
        marks = {hit.concept for hit in sentence.marks if hit.at in reach}
        denies = any(clause.whole[0] <= hit.at < clause.whole[1] for hit in sentence.denials)
        if clause.denied or (denies and (clause.said or expression is None)):
            return Kind.DENIAL
        if clause.said:
            return Kind.ANNOUNCEMENT
        ahead = self.ahead(expression)
        to_come = "planned" in marks or _to_come(sentence, clause) or self._later_today(sentence, clause, expression)
        return Kind.PLANNED if ahead or (ahead is None and to_come) else Kind.OCCURRENCE

    def _later_today(self, sentence: Sentence, clause: Clause, expression: Expression | None) -> bool:
        """True for a verb of the present that tells what is to be today: «يلتقي الوفد اليوم …»."""
        today = expression is not None and _TODAY in expression.reason.slots
        first = clause.words[0] + sentence.turned(clause.words[0])
        if not today or sentence.in_date(first) or not present(sentence, first):
            return False
        goes_on = any(form in sentence.phrasing.clauses.goes_on for form, _ in sentence.run[first].forms)
        return not goes_on and (
            sentence.grammar.unjoined(sentence.run[first].folded)[:1] not in sentence.phrasing.clauses.feminine_begins
            or _hers(sentence, first)
        )

    def ahead(self, expression: Expression | None) -> bool | None:
        """True when it lies after the report, False when before it; None when the two meet or nothing is known."""
        counted = expression is not None and expression.reason.origin in (Origin.PUBLISHED, Origin.INFERRED)
        anchor = expression.reason.anchor if expression is not None and counted else ""
        day = When(anchor) if anchor else self._reading.published.when
        if expression is not None and any(slot in _TO_COME for slot in expression.reason.slots):
            return True
        if expression is not None and _TODAY in expression.reason.slots:
            return None
        return _ahead(expression.when if expression else None, day)

    def role(self, sentence: Sentence, expression: Expression | None, actors: Iterable[str]) -> Role:
        """What the sentence is to the report; see DESIGN.md section 5."""
        reading = self._reading
        if any(hit.concept == "recalls" and hit.at < 3 for hit in sentence.marks):
            return Role.BACKGROUND
        if reading.zone.covers(sentence.span):
            return Role.STORY
        persons, when = reading.persons(actors), expression.when if expression else None
        if persons & reading.zone_persons:
            return Role.STORY
        return Role.BACKGROUND if _long_before(when, reading.published.when) else Role.STORY

    def evidence(self, span: Span, role: Role, expression: Expression, *, inherited: bool = False) -> Evidence:
        return replace(self.undated(span, role), expression=expression, inherited=inherited)

    def undated(self, span: Span, role: Role) -> Evidence:
        text = self._text
        return Evidence(
            report=self._reading.report.id,
            role=role,
            span=span,
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
            expression=None,
            told_in=self._reading.told_in(span.start),
            told_by=self._reading.told_by(span.start),
        )


def _hers(sentence: Sentence, at: int) -> bool:
    """True when the next word outside dates ends as the subject of «she» does: «تنطلق القمة», not «تلقى الوزير».

    So it is for a verb of what is held, whatever follows («تجرى في …»).
    """
    if any(form in sentence.phrasing.clauses.is_held for form, _ in sentence.run[at].forms):
        return True
    follows = next((word for k, word in enumerate(sentence.run[at + 1 :], at + 1) if not sentence.in_date(k)), None)
    return follows is not None and sentence.text[: follows.end].endswith(sentence.phrasing.clauses.feminine_ends)


def _of_her(sentence: Sentence, clause: Clause) -> bool:
    """True where the verb behind a «he» has another subject, as its letters show: «أنه ستهبط طائرة»."""
    at = clause.words[0]
    letters = sentence.grammar.without_future(sentence.run[at].folded)[:1]
    return (
        clause.pronoun == "he"
        and letters in sentence.phrasing.clauses.feminine_begins
        and (present(sentence, at) or sentence.phrasing.clauses.looks_ahead(sentence.run[at].folded))
    )


def _to_come(sentence: Sentence, clause: Clause) -> bool:
    """True when the first verb looks ahead: nothing is told to have happened before it."""
    start, end = clause.words
    for at in range(start, min(start + _FIRST_VERB, end)):
        if sentence.phrasing.clauses.looks_ahead(sentence.run[at].folded):
            return not sentence.concepts_in((start, at))
    return False


def _ahead(when: When | None, published: When | None) -> bool | None:
    """True when the days lie after the report, False when before it; None when the two meet or nothing is known.

    A stretch that begins with the report's day and goes on is ahead: «خلال الأسبوعين المقبلين».
    """
    if when is None or published is None:
        return None
    if when.precision is Precision.RANGE and when.days and published.days and published.days[0] == when.days[0]:
        return when.days[1] > published.days[1]
    if published.surely_before(when):
        return True
    return False if when.surely_before(published) else None


def _long_before(when: When | None, published: When | None) -> bool:
    if when is None or published is None or when.last is None or published.first is None:
        return False
    return (published.first - when.last).days > _LONG_AGO


def content_words(text: str, phrasing: Phrasing) -> frozenset[str]:
    """The folded words of a text that tell something, without article and clitics."""
    small = phrasing.titles.trails | phrasing.titles.drops
    found = set()
    for word in words(text):
        stem = phrasing.grammar.without_article(word.forms[-1][0])
        if len(stem) > 2 and word.folded not in small:
            found.add(stem)
    return frozenset(found)
