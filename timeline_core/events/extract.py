"""A report in, what it tells out: dated drafts, and the undated ones of its opening.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeAlias

from timeline_core.events.dating.dating import Dating
from timeline_core.events.dating.placed import Placed, dated_clauses
from timeline_core.events.denials import denials, home, stands
from timeline_core.events.discourse.anaphors import Anaphors
from timeline_core.events.discourse.background import carry_background
from timeline_core.events.discourse.discourse import Discourse
from timeline_core.events.discourse.quoted_post import quoted_post
from timeline_core.events.discourse.references import SAY, Reference, References
from timeline_core.events.discourse.statements import link_sayings
from timeline_core.events.discourse.traces import Traces
from timeline_core.events.discourse.undated import Undated
from timeline_core.events.draft_builder import Drafter
from timeline_core.events.figures.of_clause import without_others
from timeline_core.events.lasting import lasting, no_finer
from timeline_core.events.report_reading import Reading
from timeline_core.events.scenes.entries import Entries, Spot
from timeline_core.events.scenes.opening_scene import in_opening_scene
from timeline_core.events.trees import Trees
from timeline_core.events.verdicts import verdicts
from timeline_core.knowledge import Knowledge
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.draft import Draft, find_opening
from timeline_core.model.event import Kind, Role
from timeline_core.model.expression import Expression
from timeline_core.model.span import Span
from timeline_core.model.verdict import Verdict
from timeline_core.model.when import Precision
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.word_range import WordRange
from timeline_core.temporal.quotation import is_spoken_on

_SAID = (Kind.ANNOUNCEMENT, Kind.DENIAL)
_BEGIN = "begin"
"""Class of what begins on its day, though it goes on since."""
_TELLING = 3
"""Words that a denial needs to say what it denies."""


_Telling: TypeAlias = tuple[Clause | None, Draft]


class Extracted(NamedTuple):
    """What one report tells, and what became of each of its dates."""

    drafts: tuple[Draft, ...]
    verdicts: tuple[Verdict, ...]


def extract(reading: Reading, known: Knowledge) -> Extracted:
    """What the report tells, in order of place; no draft stands twice.

    Args:
        reading: of the report, with its dates resolved and its names found.
        known: the languages that the report may be in.
    """
    return Extractor(reading, known).extracted()


class Extractor:
    """Walks one reading. Used once."""

    def __init__(self, reading: Reading, known: Knowledge) -> None:
        self._trees = Trees(reading, known.parsers)
        self._known = known
        self._reading, self._drafter = reading, Drafter(reading, self._trees)
        self._dating = Dating(reading, self._trees, known)
        self._text = reading.report.text
        self._placed: dict[Span, Placed] = {}
        self._entries = Entries(reading, self._dating, self._drafter, known.outline)
        self._undated = Undated(reading, self._trees, self._dating, self._drafter)
        self._references = References(reading, self._trees, self._dating, self._drafter, known.concepts)
        self._anaphors = Anaphors(reading, self._trees)
        self._discourse = Discourse(known.concepts, reading.gazetteer, reading.layout.item_at)
        self._concepts = known.concepts

    def extracted(self) -> Extracted:
        """The drafts, and the verdict of every date."""
        drafts = self.drafts()
        pieces = (piece.expression for draft in drafts for piece in draft.evidence)
        used = {expression.span for expression in pieces if expression is not None}
        found = Extracted(drafts, tuple(verdicts(self._reading, self._placed, used)))
        self._trees.untie()
        return found

    def drafts(self) -> tuple[Draft, ...]:
        opened = tells = False
        for place in self._places():
            if place.paragraph.byline:
                self._byline(place)
                continue
            if place.paragraph.heading and place.number < len(self._reading.paragraphs) - 1:
                continue
            fresh = self._sentence(place, lead=not opened, tells=tells)
            opened = True
            tells = tells or any(draft.kind is Kind.OCCURRENCE for _, draft in fresh)
            self._discourse.next_sentence(self._take_all(place, fresh))
        starts = [
            (paragraph.span.start, one.span.start)
            for paragraph in self._reading.paragraphs
            for one in paragraph.sentences
        ]
        placed = in_opening_scene(self._discourse.drafts(), self._reading, self._concepts)
        return carry_background(placed, starts, self._undated.long_ago)

    def _take_all(self, place: Spot, fresh: Sequence[_Telling]) -> list[Draft]:
        """What the discourse makes of all that a sentence tells; what somebody only tells again is no statement."""
        if self._goes_on_with_entry(place):
            return []
        passing = [one for one in fresh if self._passes_on(place.sentence, *one)]
        others = [one for one in fresh if one not in passing]
        told = [draft.evidence[0].span for _, draft in fresh if draft.kind is Kind.OCCURRENCE]
        taken = [self._take(place, clause, draft, told) for clause, draft in others]
        stated = [draft for _, draft in fresh if draft.kind in _SAID]
        again = self._refer(place, [draft for _, draft in others], stated, _told_again(taken, place.sentence.span))
        spans = [one.draft.evidence[0].span for one in again]
        for clause, draft in passing:
            if self._holds(draft, spans):
                self._discourse.vouch(draft)
            else:
                taken.append(self._take(place, clause, draft, told))
        self._recall(place, taken, [one.draft.evidence[0].span for one in again if one.predicate != SAY])
        if not taken and not again and is_spoken_on(self._text, place.sentence.span):
            words = self._drafter.undated(place.sentence.span_of(place.sentence.whole), Role.STORY)
            self._discourse.speak_on(words, self._text)
        return taken

    def _goes_on_with_entry(self, place: Spot) -> bool:
        """A later sentence of an entry without a day only says more of what the entry told; it is given to that."""
        day = self._day_of(place)
        if day is None or place.first or self._expressions_in(place.sentence):
            return False
        found = self._references.of(place.sentence, ())
        given = [self._discourse.point(replace(one.draft, when=day.when), one.traces) for one in found]
        return any(given)

    def _recall(self, place: Spot, taken: Sequence[Draft], given: Sequence[Span]) -> None:
        """Give the clauses of nouns that stand for a happening to that one; a clause that tells of one itself stays.

        Args:
            given: the clauses that are given to one already.
        """
        if not self._discourse.told or self._day_of(place) is not None:
            return
        own = [piece.span for draft in taken if draft.kind is Kind.OCCURRENCE for piece in draft.evidence]
        stated = [piece.span for draft in taken if draft.kind in _SAID for piece in draft.evidence]
        for noun in self._anaphors.of(place.sentence):
            inside = any(span.start <= noun.at < span.end for span in own)
            talked_about = not noun.said and any(span.start <= noun.at < span.end for span in stated)
            if (inside or talked_about) and (noun.when or not noun.beside):
                continue
            if any(span.start <= noun.at < span.end for span in given):
                continue
            words = place.sentence.range_of(noun.quote)
            quote = partial(self._drafter.undated, role=Role.STORY)
            tells = partial(self._drafter.untitled, place.sentence, Clause(words, words), None)
            self._discourse.recall(noun, quote, tells, inside=inside)

    def _passes_on(self, sentence: Sentence, clause: Clause | None, draft: Draft) -> bool:
        """Somebody who is no person says it without a day: "rescuers said that …"."""
        if clause is None or draft.kind is not Kind.ANNOUNCEMENT or draft.when is not None:
            return False
        head = self._undated.head_of(sentence, clause.words)
        plain = head is not None and head.head.concept == SAY
        return plain and not self._reading.persons(in_roles(draft.roles, ActorRole.SPEAKER))

    def _take(self, place: Spot, clause: Clause | None, draft: Draft, told: Sequence[Span]) -> Draft:
        """What the discourse makes of it. `told`: what the sentence tells to have happened."""
        sentence = place.sentence
        words = clause.words if clause is not None else sentence.whole
        own = clause is not None and clause.own
        tells = draft.kind in _SAID or own or (draft.when is not None and draft.kind is Kind.OCCURRENCE)
        head = self._undated.head_of(sentence, words, clause if tells else None)
        left = self._undated.traces_of(sentence, words, draft, head)
        named = draft if head is None else replace(draft, predicate=head.deed.concept or head.head.concept)
        if self._day_of(place) is not None or left is None:
            return self._discourse.add(named, left or Traces())
        only_judges = draft.kind is Kind.ANNOUNCEMENT and draft.when is None and head is not None and not head.content
        if only_judges and self._discourse.accompany(named, left):
            return named
        again = self._discourse.find_same(named, left) if self._holds(draft, told) and draft.kind in _SAID else None
        return again if again is not None else self._discourse.take(named, left)

    def _refer(
        self, place: Spot, fresh: Sequence[Draft], stated: Sequence[Draft], told: Sequence[Span]
    ) -> list[Reference]:
        """Give what the sentence tells besides to the happenings that it goes on with; the clauses that add nothing.

        Args:
            fresh: what it tells by itself.
            stated: its statements.
            told: its words that tell again what was told before.
        """
        if not self._discourse.told or self._day_of(place) is not None:
            return []
        happened = [draft.evidence[0].span for draft in fresh if draft.kind is Kind.OCCURRENCE]
        found = [*self._references.of(place.sentence, fresh, stated)]
        more = [one for one in found if one.predicate != SAY or not self._holds(one.draft, happened)]
        again = [one for one in more if self._goes_on(one)]
        spans = [one.draft.evidence[0].span for one in again]
        for one in found:
            if one.predicate == SAY and one not in again and self._holds(one.draft, [*spans, *told]):
                self._discourse.vouch(one.draft)
        return again

    def _goes_on(self, one: Reference) -> bool:
        """It is given to a happening that was told; where its traces go on with none, it is not even drafted."""
        goes_on = not one.may_lapse or self._discourse.may_go_on(one.traces)
        return goes_on and self._discourse.point(one.draft, one.traces)

    def _holds(self, statement: Draft, spans: Sequence[Span]) -> bool:
        return any(statement.evidence[0].span.covers(span) for span in spans)

    def _places(self) -> Iterator[Spot]:
        for number, paragraph in enumerate(self._reading.paragraphs):
            for k, sentence in enumerate(paragraph.sentences):
                if any(letter.isalnum() for letter in sentence.span.of(self._text)):
                    yield Spot(paragraph, number, sentence, k == 0)

    def _sentence(self, place: Spot, *, lead: bool, tells: bool) -> Sequence[_Telling]:
        """What it tells. `lead`: it opens the report. `tells`: something that it may dispute stands before it."""
        sentence = place.sentence
        placed = self._dating.placed(sentence)
        self._placed.update((one.expression.span, one) for one in placed)
        dated = dated_clauses(placed)
        told, drafts = self._dated(place, dated)
        day = self._day_of(place)
        when = day.when if day is not None else None
        exact = when is not None and (when.days is None or when.precision is Precision.DAY)
        dates_main = self._dating.dates_main(sentence, placed, exact=exact)
        if day is not None and not dates_main and not (dated and (place.paragraph.row or not place.first)):
            on = [] if place.paragraph.row and not place.first else self._entries.told(place, day)
            return [*drafts, *_alone(on)]
        undated: Sequence[_Telling] = self._undated.told(sentence, [clause for clause, _ in dated], told, opening=lead)
        if day is not None and place.first and dated:
            drafts += self._entries.stated(place, day, placed)
            undated = _apart(undated, drafts)
        if not dated and not undated and lead:
            drafts += _alone(self._lead(place))
        denies = any(draft.kind is Kind.DENIAL for _, draft in undated)
        denial = self._denial(place) if tells and not dated and not denies else []
        if denial:
            undated = [one for one in undated if one[1].kind is not Kind.OCCURRENCE]
        every: list[_Telling] = [*drafts, *undated, *_alone(denial)]
        every.sort(key=lambda one: one[1].evidence[0].span)
        return _opened(every) if lead else every

    def _dated(
        self, place: Spot, dated: Sequence[tuple[Clause, Expression]]
    ) -> tuple[list[tuple[Clause, Draft]], list[_Telling]]:
        """What its dates date, as it is told, and as it is linked: sayings with what they say."""
        found = ((clause, self._draft(place.sentence, clause, expression)) for clause, expression in dated)
        told = [(clause, draft) for clause, draft in found if draft is not None and self._happened(place, draft)]
        heads = {clause.head for clause, _ in dated if clause.head >= 0 and not clause.said}
        for clause, _ in dated:
            if clause.said and not clause.denied and clause.head not in heads:
                told += self._content(place, clause)
        linked = zip(told, without_others(link_sayings(told)), strict=True)
        row = self._day_of(place) if place.paragraph.row else None
        return told, [(clause, no_finer(draft, row)) for (clause, _), draft in linked]

    def _draft(self, sentence: Sentence, clause: Clause, expression: Expression) -> Draft | None:
        """What the clause tells on its day; since a day, a period up to the report: None where that has no day,
        and of a saying, which has no day by it («قال إن … منذ الأحد»)."""
        draft = self._drafter.draft(sentence, clause, expression)
        when, placed = expression.when, self._placed[expression.span]
        if when is None or when.first is None:
            return draft
        if not placed.begins:
            return lasting(draft, when, placed.end.when) if draft is not None and placed.end is not None else draft
        if draft.kind is Kind.ANNOUNCEMENT and clause.head < sentence.range_of(expression.span)[0]:
            return None
        if draft.kind is not Kind.OCCURRENCE:
            return draft
        if clause.predicate is not None and clause.predicate.deed.concept == _BEGIN:
            return draft
        if clause.timed:
            return lasting(draft, when, None)
        end = placed.end.when if placed.end is not None else self._reading.published.when
        if end is None or end.last is None or end.last <= when.first:
            return None
        return lasting(draft, when, end)

    def _expressions_in(self, sentence: Sentence) -> list[Expression]:
        """The expressions of a sentence that say something of the days."""
        return self._reading.expressions_in(sentence.span)

    def _content(self, place: Spot, clause: Clause) -> list[tuple[Clause, Draft]]:
        """What a dated saying tells of, where it gives no day of its own."""
        content = self._dating.content(place.sentence, clause)
        if content is None:
            return []
        draft = self._drafter.draft(place.sentence, content, None)
        if not _happened(draft, place.sentence):
            return []
        return [(content, replace(draft, said=True))]

    def _happened(self, place: Spot, draft: Draft) -> bool:
        """False for what has no title, and for the words that introduce a chronology: "a timeline of … in 2021"."""
        coarse = draft.when is not None and draft.when.precision not in (Precision.DAY, Precision.RANGE)
        introduces = coarse and not draft.concepts
        return bool(draft.title) and not (
            introduces and self._reading.layout.only_introduces(place.sentence.span.start)
        )

    def _day_of(self, place: Spot) -> Expression | None:
        """The day that the entry, row or heading gives which the sentence stands in."""
        return self._reading.layout.day_at(place.sentence.span.start)

    def _lead(self, place: Spot) -> list[Draft]:
        """What the opening sentence tells, though it gives no day."""
        sentence = place.sentence
        clause = self._dating.undated(sentence, through=True)
        if clause is None:
            return []
        draft = self._drafter.draft(place.sentence, clause, None)
        verbless = clause.predicate is None or clause.predicate.kind == "noun"
        harmed = verbless and bool(draft.figures or in_roles(draft.roles, ActorRole.PATIENT))
        if not _happened(draft, sentence) and not (harmed and draft.title and draft.kind is Kind.OCCURRENCE):
            return []
        return [replace(draft, lead=True)]

    def _denial(self, place: Spot) -> list[Draft]:
        """A sentence without a date that disputes what was told."""
        sentence = place.sentence
        tree = self._trees.of(sentence)
        mark = next(denials(sentence, tree), None)
        if mark is None or stands(sentence, tree, mark.at):
            return []
        whole = home(sentence, tree, mark.at)
        told = WordRange(mark.at, whole.end)
        if sentence.content_words(told) < _TELLING:
            return []
        draft = self._drafter.draft(place.sentence, Clause(told, whole), None)
        return [draft] if draft.title and draft.kind is Kind.DENIAL else []

    def _byline(self, place: Spot) -> None:
        """The line that signs a quoted post."""
        above = self._reading.paragraphs[place.number - 1] if place.number and place.first else None
        told = self._discourse.told
        post = quoted_post(self._reading, self._drafter, place.sentence, place.paragraph, above, told, self._trees)
        if post is not None:
            self._discourse.add(post)


def _told_again(taken: Sequence[Draft], sentence: Span) -> list[Span]:
    """The words of the sentence by which it tells again of a happening that was told before it."""
    known = (draft for draft in taken if draft.evidence[0].span.start < sentence.start)
    return [piece.span for draft in known for piece in draft.evidence if sentence.covers(piece.span)]


def _apart(undated: Sequence[_Telling], drafts: Sequence[_Telling]) -> list[_Telling]:
    """Those of which no draft tells some of the words."""
    spans = [draft.evidence[0].span for _, draft in drafts]
    return [one for one in undated if not any(span.overlaps(one[1].evidence[0].span) for span in spans)]


def _alone(drafts: Iterable[Draft]) -> list[_Telling]:
    return [(None, draft) for draft in drafts]


def _opened(found: Sequence[_Telling]) -> Sequence[_Telling]:
    """With what the report opens with marked as its story."""
    openings = find_opening([draft for _, draft in found])
    return [(clause, draft) for (clause, _), draft in zip(found, openings, strict=True)]


def _happened(draft: Draft, sentence: Sentence) -> bool:
    """True for what, though it gives no day, says enough to be a happening."""
    thin = draft.concepts <= sentence.phrasing.concepts.deeds.thin
    return bool(draft.title) and not thin and draft.kind is Kind.OCCURRENCE
