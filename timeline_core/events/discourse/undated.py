"""What one sentence tells beside its dates, as drafts without a day; and what each telling leaves in the discourse.

Source:
    DESIGN.md section 5: nothing that was told is silent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from timeline_core.concepts import Concepts
from timeline_core.events.dating.dating import Dating
from timeline_core.events.discourse.mentions import Mention, Mentions, has_passed
from timeline_core.events.discourse.traces import Traces, is_action, traces
from timeline_core.events.draft_builder import Drafter, is_long_before
from timeline_core.events.report_reading import Reading
from timeline_core.events.roles.metonymy import capitals_in
from timeline_core.events.roles.people import People, doer, supported, undergoers
from timeline_core.events.roles.referents import is_echo
from timeline_core.events.trees import Trees
from timeline_core.events.unreal import is_method
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind
from timeline_core.model.span import Span
from timeline_core.model.when import When
from timeline_core.names.gazetteer import ACTOR
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.values import RESULT, DateWord, Group, Link, Predicate, Tree
from timeline_core.syntax.tree.values import Clause as TreeClause
from timeline_core.syntax.tree.values import Kind as UnitKind
from timeline_core.syntax.word_range import WordRange

_PART = (ActorRole.AGENT, ActorRole.PATIENT, ActorRole.SPEAKER)
_STATEMENTS = (Link.MAIN, Link.JOINED)
_POINTING = frozenset({UnitKind.DETERMINER, UnitKind.PRONOUN})
_CALLED = frozenset({UnitKind.NAME, UnitKind.DEFINITE})
_FEWEST = 3
"""Words that say what happened: «رفض دخول المنزل» does, a verb by itself or torn from its object does not."""
_NO_SPEAKERS = ("outlet", "source")
"""Types of those whose saying is no news of its own: an agency passes on, «شهود» are nobody in particular."""


class Undated:
    """Drafts what the sentences of one report tell without a day."""

    def __init__(self, reading: Reading, trees: Trees, dating: Dating, drafter: Drafter) -> None:
        self._reading, self._trees, self._dating, self._drafter = reading, trees, dating, drafter
        self._in_present: bool | None = None
        self.long_ago: set[Span] = set()
        """The words of what has no day, and was done with what a date of its sentence puts long before the report."""

    def told(
        self, sentence: Sentence, dated: Sequence[Clause], drafts: Sequence[tuple[Clause, Draft]], *, opening: bool
    ) -> list[tuple[Clause, Draft]]:
        """What it tells beside its dates, but for what only goes around a dated noun of the same deed.

        Args:
            dated: the clauses that its dates date.
            drafts: what they tell.
            opening: it opens the report.
        """
        clauses, tree = self._dating.clauses(sentence), self._trees.of(sentence)
        if clauses is None or tree is None or self._dating.introduces(sentence):
            return []
        people = People(sentence.phrasing, self._trees.grammar(sentence))
        inner = [clause.words for clause in dated if clause.noun]

        @cache
        def drafted(told: Clause) -> Draft:
            return _without(inner, self._drafter.untitled(sentence, told, None), sentence, told)

        mentions = Mentions(
            sentence,
            tree,
            self._trees.grammar(sentence),
            clauses,
            lambda group: self._is_speaker(group, people, opening=opening) and not self._passes_on(group, sentence),
            lambda told: self._is_news(sentence, told, drafted(told.clause), opening=opening, alone=not dated),
            self._dating.is_open,
            in_present=self._is_in_present(),
        )
        found = ((one, drafted(one.clause)) for one in mentions.beside(dated, opening=opening))
        news = (
            (one.clause, self._drafter.titled(draft, sentence, one.clause))
            for one, draft in found
            if self._is_news(sentence, one, draft, opening=opening, alone=not dated)
            and not _goes_around(sentence, one, draft, drafts)
        )
        told = [(clause, draft) for clause, draft in news if len(draft.title.split()) >= _FEWEST]
        shown = [date.span for date in tree.dates if date.noun is not None]
        told = [(clause, draft) for clause, draft in told if not _is_shown(clause, sentence, shown)]
        long_ago = partial(is_long_before, published=self._reading.published.when)
        past = [clause.predicate for clause, draft in drafts if not clause.noun and long_ago(draft.when)]
        happened = ((clause, draft) for clause, draft in told if draft.kind is Kind.OCCURRENCE and not opening)
        self.long_ago |= {draft.evidence[0].span for clause, draft in happened if _goes_with(clause, past)}
        return told

    def _is_in_present(self) -> bool:
        """The whole report tells in the present of headlines (historic present): none of its statements is of the past.

        "Police clear the square. Two demonstrators die. The mayor calls for calm."
        """
        if self._in_present is None:
            every = (one for paragraph in self._reading.paragraphs for one in paragraph.sentences)
            self._in_present = not any(self._tells_of_past(sentence) for sentence in every)
        return self._in_present

    def _tells_of_past(self, sentence: Sentence) -> bool:
        """One of its statements is in the past, or of a day before ("they hit it on Monday"), or it has no tree."""
        clauses, tree = self._dating.clauses(sentence), self._trees.of(sentence)
        if clauses is None or tree is None:
            return True
        heads = [one for one in tree.predicates if one.clause.head is one and one.link in _STATEMENTS]
        before = [one.span for one in self._reading.expressions_in(sentence.span) if self._is_before(one.when)]
        dated = [one.predicate for one in tree.dates if one.span in before]
        return any(has_passed(one, clauses) or one in dated for one in heads)

    def _is_before(self, when: When | None) -> bool:
        """It ended before the day of the report."""
        published = self._reading.published.when
        if when is None or published is None or when.last is None or published.first is None:
            return False
        return when.last < published.first

    def _passes_on(self, group: Group, sentence: Sentence) -> bool:
        """It only means whoever spoke last ("the statement added"), or is an outlet ("the paper said")."""
        grammar = self._trees.grammar(sentence)
        return grammar.names("outlets", group.head) or is_echo(group, grammar, sentence.phrasing.clauses.definite)

    def _is_speaker(self, group: Group, people: People, *, opening: bool) -> bool:
        """Somebody whose statement is news: who is named, but for an outlet, or speaks for others ("the governor").

        Where a report opens with it, somebody that nothing is known of will do ("BP has announced that …").
        """
        named = self._reading.names_in(group.span, ACTOR)
        if named:
            return any(self._reading.gazetteer[id].type not in _NO_SPEAKERS for id in named)
        alone = all(unit.kind is UnitKind.NAME for unit in group.units)
        governs = alone and bool(capitals_in(self._reading, group.span))
        return people.acts_for_others(group.head) or governs or (opening and group.head.kind in _CALLED)

    def _only_passes_on(self, predicate: Predicate) -> bool:
        """Its subject is an outlet, or somebody who only told it: «نقلته إذاعة …»."""
        subject, gazetteer = predicate.subject, self._reading.gazetteer
        named = self._reading.names_in(subject.span, ACTOR) if subject is not None else ()
        return bool(named) and all(gazetteer[id].type in _NO_SPEAKERS for id in named)

    def _is_news(self, sentence: Sentence, told: Mention, draft: Draft, *, opening: bool, alone: bool) -> bool:
        """What harms, holds or frees somebody is news whoever does it; what else happens, where somebody known does.

        A report opens with its news: there it is enough that somebody or something with a name does it ("BP suspends
        drilling"), or that it is of a class with which reports open ("the truce begins"), where the sentence dates
        nothing: `alone`. A plan without a day is none, nor that an outlet passed something on.
        """
        if draft.kind is Kind.PLANNED or self._only_passes_on(told.predicate) or _is_of_words(told.predicate):
            return False
        if self._is_of_writing(sentence, told.predicate) or self._is_of_pace(sentence, told.predicate):
            return False
        if draft.kind is not Kind.OCCURRENCE or in_roles(draft.roles, *_PART):
            return True
        predicate = told.predicate
        if self._is_of_people(sentence, predicate) or (opening and _has_name(predicate)):
            return True
        if opening and alone and _opens_reports(predicate):
            return True
        told_by = predicate.deed.marks | predicate.head.marks | supported(predicate)
        told_by |= _what_followed(predicate, self._trees.of(sentence))
        deeds = draft.concepts - sentence.phrasing.concepts.deeds.thin
        to_whom = predicate.subject is not None or predicate.object is not None or predicate.deed is not predicate.head
        return "news" in told_by and bool(deeds or draft.figures or to_whom)

    def _is_of_writing(self, sentence: Sentence, predicate: Predicate) -> bool:
        """The writer says what the report itself is: "we write about the arrest"."""
        subject, grammar = predicate.subject, self._trees.grammar(sentence)
        if is_method(predicate, grammar):
            return True
        present = "present" in predicate.head.marks and predicate.link is Link.MAIN
        return present and subject is not None and grammar.names("oneself", subject.head)

    def _is_of_pace(self, sentence: Sentence, predicate: Predicate) -> bool:
        """It tells how fast or hard something goes on: «تباطأت وتيرة المسيرات», "the pace of the marches slowed"."""
        subject = predicate.subject
        return subject is not None and self._trees.grammar(sentence).names("paces", subject.head)

    def _is_of_people(self, sentence: Sentence, predicate: Predicate) -> bool:
        """People do it, or it is done to them: «نقل الأهالي المصابين», "two nurses were taken to the coast"."""
        people, actor = People(sentence.phrasing, self._trees.grammar(sentence)), doer(predicate)
        passive = "passive" in predicate.head.marks
        if actor is not None and (people.named(actor.head, only=passive) or self._is_name(actor)):
            return True
        return any(people.is_person(unit) for unit in undergoers(predicate))

    def _is_name(self, group: Group) -> bool:
        """Its head is somebody's name, and not only what belongs to it («قضية نورا»)."""
        named = self._reading.hits_in(group.span, ACTOR)
        known = group.head.kind is not UnitKind.PRONOUN
        return known and any(hit.span.start <= group.head.start < hit.span.end for hit in named)

    def head_of(self, sentence: Sentence, words: WordRange, clause: Clause | None = None) -> Predicate | None:
        """The predicate of a clause: the verb that heads it, else the first one in it.

        Of the deed that a saying announces, its noun: «أعلن الجيش مقتل من هاجموا …».
        """
        told = clause.predicate if clause is not None else None
        if told is not None and told.kind == "verb" and told.clause.head is told:
            return told
        tree = self._trees.of(sentence)
        every = tree.predicates if tree is not None else ()
        inside = [one for one in every if words[0] <= sentence.range_of(one.span)[0] < words[1]]
        if clause is not None and clause.own and told is None:
            action = next((one for one in inside if one.kind == "noun"), None)
            if action is not None and action.group.head is action.head and _opens(sentence, action, words):
                return action
        inside = [one for one in inside if not _only_describes(one, sentence, words)]
        return min(inside, default=None, key=_rank)

    def traces_of(self, sentence: Sentence, words: WordRange, draft: Draft, head: Predicate | None) -> Traces | None:
        """What those words leave in the discourse; None in a language without a grammar."""
        tree = self._trees.of(sentence)
        if tree is None:
            return None
        return traces(
            sentence,
            tree,
            sentence.span_of(words),
            head,
            self._trees.grammar(sentence),
            lambda span: frozenset(self._reading.names_in(span, ACTOR)),
            speaking=frozenset(in_roles(draft.roles, ActorRole.SPEAKER)),
            persons=draft.persons,
            turns=sentence.phrasing.topics.turns_away.at(sentence.run, 0) is not None,
            of_open_day=any(self._dating.is_open(date) and _has_date(head, date) for date in tree.dates),
        )


def _has_date(told: Predicate | None, date: DateWord) -> bool:
    """The date is of the verb, or of the one before it with the same subject: "today the court met, and jailed X"."""
    if told is None or date.predicate is told:
        return told is not None
    sister = told.clause.sister
    return told.subject is None and sister is not None and _has_date(sister.head, date)


def _is_shown(clause: Clause, sentence: Sentence, days: Sequence[Span]) -> bool:
    """What is of a day by its noun before the verb is of no other: "the image of 5 May shows it destroyed"."""
    told, words = clause.predicate, sentence.span_of(clause.words)
    return told is not None and any(words.covers(day) and day.end <= told.span.start for day in days)


def _goes_with(clause: Clause, others: Sequence[Predicate | None]) -> bool:
    """It is joined to one of those, or one tells when it was: "after the city fell in 2012, a council was formed"."""
    own = _first_of(clause.predicate)
    return own is not None and any(own in (_first_of(one), _first_of(_timed_by(one))) for one in others)


def _first_of(predicate: Predicate | None) -> TreeClause | None:
    """The clause that its own goes on from."""
    clause = predicate.clause if predicate is not None else None
    while clause is not None and clause.sister is not None:
        clause = clause.sister
    return clause


def _timed_by(predicate: Predicate | None) -> Predicate | None:
    """What was done at the time that it tells."""
    return predicate.parent if predicate is not None and predicate.link is Link.TIME else None


def _only_describes(predicate: Predicate, sentence: Sentence, words: WordRange) -> bool:
    """It says who or what a noun of the words is that does not open them: "approved the trial of X, who had fled"."""
    host = predicate.clause.host if predicate.clause.head is predicate else None
    return host is not None and sentence.range_of(host.span)[0] > words[0]


def _opens(sentence: Sentence, action: Predicate, words: WordRange) -> bool:
    """The group of the noun begins the words."""
    return sentence.range_of(action.group.span)[0] <= words[0] < sentence.range_of(action.group.span)[1]


def _rank(predicate: Predicate) -> tuple[bool, bool, Span]:
    return (predicate.clause.head is not predicate, predicate.clause.link is Link.RELATIVE, predicate.span)


def _without(inner: Sequence[WordRange], draft: Draft, sentence: Sentence, clause: Clause) -> Draft:
    """The draft without what the dated nouns in its words tell: whoever freed him who was arrested arrested nobody."""
    here = [words for words in inner if clause.words[0] <= words[0] and words[1] <= clause.words[1]]
    if not here:
        return draft
    hits = (hit for hit in sentence.concepts_in(clause.whole) if not any(low <= hit.at < high for low, high in here))
    spans = [sentence.span_of(words) for words in here]
    figures = tuple(one for one in draft.figures if not any(span.covers(one.span) for span in spans))
    return replace(draft, concepts=frozenset(hit.concept for hit in hits), figures=figures)


def _what_followed(predicate: Predicate, tree: Tree | None) -> frozenset[str]:
    """The features of what came of it, in its own sentence: «انزلقت حافلة مما أدى إلى وفاة راكبين»."""
    passed = (one for one in tree.predicates if "past" in one.head.marks) if tree is not None else ()
    clauses = (one.clause for one in passed if one.clause.head is one)
    results = (one for one in clauses if one.opener is not None and one.opener.units[-1].concept == RESULT)
    below = (one for one in results if one.above is predicate.clause)
    return frozenset().union(*(inner.head.marks for one in below for inner in one.predicates))


def _has_name(predicate: Predicate) -> bool:
    """It heads its sentence, and its subject is called by a name: "Washington puts the group on its list"."""
    subject = predicate.subject
    return predicate.link is Link.MAIN and subject is not None and subject.head.kind is UnitKind.NAME


def _opens_reports(predicate: Predicate) -> bool:
    """It heads its sentence, says what it is about (no "it"), and is of a class with which reports open."""
    subject, told_by = predicate.subject, predicate.deed.marks | predicate.head.marks
    return predicate.link is Link.MAIN and subject is not None and not _points(subject) and "opens" in told_by


def _is_of_words(predicate: Predicate) -> bool:
    """It tells where words of before were published: "this was posted on the channel too"."""
    return _points(predicate.subject) and {"says", "passive"} <= predicate.head.marks


def _points(subject: Group | None) -> bool:
    """It is "this" or "it", with no noun."""
    return subject is not None and all(unit.kind in _POINTING for unit in subject.units)


def _goes_around(sentence: Sentence, mention: Mention, draft: Draft, drafts: Sequence[tuple[Clause, Draft]]) -> bool:
    """A dated noun stands in its words, and tells of the same deed: «أصيبت سفينة بصاروخين أطلقا الأحد».

    So does what only presents it, or tells what became of it: "this came at a meeting held on Monday", "the talks held
    on Monday bore fruit".
    """
    words, own = mention.clause.words, _concepts(sentence, mention.predicate)
    own |= _of_its_scene(sentence.phrasing.concepts, mention.predicate.deed.concept)
    return any(
        clause.noun
        and words[0] <= clause.words[0]
        and clause.words[1] <= words[1]
        and draft.kind is other.kind
        and (own & other.concepts or _only_presents(mention.predicate, clause.predicate))
        for clause, other in drafts
    )


def _only_presents(told: Predicate, dated: Predicate | None) -> bool:
    """It is no news by itself, and is told of "this", or of the action that the dated relative clause is about."""
    if dated is None or "news" in told.head.marks | told.deed.marks:
        return False
    if _points(told.subject):
        return True
    host = dated.clause.host if dated.clause.head is dated and "phase" not in dated.head.marks else None
    return host is not None and host is told.subject and is_action(host.head)


def _of_its_scene(known: Concepts, predicate: str) -> frozenset[str]:
    """The deeds that belong to one scene with a class: whoever was hit was hit by what was fired."""
    scene = known.classes[predicate].scene if predicate in known.classes else ""
    alike = (one for one in known.classes.values() if scene and one.scene == scene)
    return frozenset().union(*(one.deeds for one in alike))


def _concepts(sentence: Sentence, predicate: Predicate) -> frozenset[str]:
    """What the predicate itself tells, and not what stands beside it: «قام بجولة في موقع التفجير» tells of no blast."""
    deed = predicate.deed
    spans = (predicate.span, Span(deed.start, deed.end))
    return frozenset(hit.concept for span in spans for hit in sentence.concepts_in(sentence.range_of(span)))
