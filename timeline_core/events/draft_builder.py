"""`Drafter`: makes a draft of a clause: its title, kind, role, who and where, figures, and the words that prove it.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline_core.events.ahead import ahead, is_today
from timeline_core.events.denials import denies
from timeline_core.events.figures.counted import Counted
from timeline_core.events.particulars import another, hours
from timeline_core.events.particulars import counted as whom
from timeline_core.events.report_reading import Reading
from timeline_core.events.roles.metonymy import capitals_in
from timeline_core.events.roles.referents import Referents
from timeline_core.events.roles.roles import DOERS, ClauseRoles
from timeline_core.events.scenes.addresses import narrowest
from timeline_core.events.scenes.designations import designations
from timeline_core.events.scenes.scene import Scene
from timeline_core.events.scenes.wording import content_words, plain_words
from timeline_core.events.titles.headline import Titles
from timeline_core.events.titles.meant.subject_words import is_of_nobody
from timeline_core.events.trees import Trees
from timeline_core.model.actor_role import ActorRole, Roles, in_roles, joined_roles
from timeline_core.model.draft import Draft
from timeline_core.model.entry import UNNAMED
from timeline_core.model.event import Evidence, Kind, Role
from timeline_core.model.expression import Expression
from timeline_core.model.span import Span
from timeline_core.model.when import When
from timeline_core.names.gazetteer import ACTOR, PLACE, Named
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.extent import clause_extent
from timeline_core.syntax.tree.values import Predicate, Tree

CONTEXT = 32
"""Code points of prefix and suffix of an evidence."""
_OUTLET = "outlet"
"""Type of an actor that passes on what others say."""
_LONG_AGO = 10
"""Days before publication from which on an event is what the report reminds of, unless its opening tells of it."""


class Drafter:
    """Makes the drafts of one report."""

    def __init__(self, reading: Reading, trees: Trees) -> None:
        self._reading, self._trees, self._titles = reading, trees, Titles(reading, trees)
        self._referents = Referents(reading, trees)
        self._text = reading.report.text
        self._counted = Counted(reading, trees)
        self._slots: tuple[tuple[Span, Clause], ClauseRoles] | None = None
        self._scenes: tuple[Span, Scene] | None = None

    def draft(self, sentence: Sentence, clause: Clause, expression: Expression | None) -> Draft:
        """What the clause tells, dated by the expression where there is one."""
        return self.titled(self.untitled(sentence, clause, expression), sentence, clause)

    def titled(self, draft: Draft, sentence: Sentence, clause: Clause) -> Draft:
        """The draft that `untitled` made of the clause, with its title."""
        _, _, called = self._actors(sentence, clause, draft.evidence[0].span)
        return replace(draft, title=self._titles.of(sentence, clause, called))

    def untitled(self, sentence: Sentence, clause: Clause, expression: Expression | None) -> Draft:
        """What the clause tells; its title, which costs most, is left empty for `titled`."""
        span = sentence.span_of(clause.whole)
        if expression is not None:
            span = span.hull(expression.span)
        actors, who, called = self._actors(sentence, clause, span)
        roles = self._roles(sentence, clause, span, who)
        kind = self.kind(sentence, clause, expression)
        role = self.role(sentence, expression, actors)
        counted = self._counted.figures(span, sentence, clause)
        concepts = frozenset(hit.concept for hit in sentence.concepts_in(clause.whole))
        done = sentence.phrasing.concepts.done
        concepts |= {done[figure.what] for figure in counted if figure.what in done}
        return Draft(
            report=self._reading.report.id,
            when=expression.when if expression else None,
            kind=kind,
            title="",
            lang=sentence.phrasing.code,
            evidence=(self.evidence(span, role, expression),),
            actors=actors,
            roles=roles,
            places=self._reading.names_in(span, PLACE) or self._reading.places_above(span.start),
            scene=self._scene(sentence, clause, span, roles),
            persons=self._reading.meant(actors, span, sentence.phrasing.sides),
            figures=counted,
            hours=hours(sentence, clause.whole, expression.span) if expression else frozenset(),
            another=another(sentence, clause.whole, expression.span if expression else None),
            counted=whom(sentence, counted, lambda part: self._reading.names_in(part, ACTOR)),
            concepts=concepts,
            things=frozenset(
                hit.concept for hit in sentence.phrasing.topics.things.find(sentence.run.part(*clause.whole))
            ),
            words=content_words(self._text, span, sentence.phrasing),
            wordings=(plain_words(self._reading, span, sentence.phrasing),),
            called=designations(self._reading, sentence, clause.whole),
            personal=bool(called) or self._names_person(sentence.span_of(clause.words)),
            context=self._reading.zone_names if role is Role.STORY else frozenset(),
        )

    def _names_person(self, span: Span) -> bool:
        return bool(self._reading.persons(self._reading.names_in(span, ACTOR)))

    def title(self, span: Span, sentence: Sentence) -> str:
        """The title of a part of the sentence, without its dates."""
        return self._titles.plain([span], sentence)

    def _actors(self, sentence: Sentence, clause: Clause, span: Span) -> tuple[tuple[str, ...], str, str]:
        """Whom the words name, for whom their pronoun stands, and the words for that one."""
        actors = (*self._speakers(sentence, clause), *self._reading.names_in(span, ACTOR))
        actors = tuple(dict.fromkeys(actors))
        if not clause.pronoun or (clause.pronoun == "he" and self._reading.persons(actors)):
            return actors, "", ""
        nobody = clause.predicate is not None and is_of_nobody(clause.predicate, self._trees.grammar(sentence))
        if nobody or sentence.run[clause.words[0]].folded in sentence.phrasing.speech.impersonal:
            return actors, "", ""
        who = self._subject(sentence, clause)
        if who is None:
            return actors, "", ""
        named = (hit for hit in self._reading.named if hit.id == who.id and hit.span.end <= who.span.end)
        full = max((hit.span.of(self._text) for hit in named), key=len)
        return tuple(dict.fromkeys((who.id, *actors))), who.id, full

    def _roles(self, sentence: Sentence, clause: Clause, span: Span, who: str) -> Roles:
        """What each of them is to it. `who`: for whom the pronoun stands that is its subject.

        The deed of a speaker («أعلن الجيش عن تنفيذ …») is his where nobody else is told to have done it; no death is,
        of which he only tells («أعلنت الوزارة مقتل …»), nor what comes about by itself.
        """
        named = self._named_roles(sentence, clause, span, who)
        slots = self._clause_roles(sentence, clause)
        told = in_roles(named, ActorRole.AGENT) or (slots is not None and slots.comes_about(span))
        done = ActorRole.SOURCE if told else ActorRole.AGENT
        speakers = ((done, id) for id in self._speakers(sentence, clause))
        meant = ((self._role_of_subject(sentence, clause), who),) if who else ()
        return joined_roles((*speakers, *meant, *named))

    def _role_of_subject(self, sentence: Sentence, clause: Clause) -> ActorRole:
        """What the subject of the clause is to it: «قال إنه قتل» tells to whom it was done."""
        slots = self._clause_roles(sentence, clause)
        if clause.said or slots is None or clause.predicate is None:
            return ActorRole.SPEAKER if clause.said else ActorRole.AGENT
        return slots.of_subject(clause.predicate)

    def _named_roles(self, sentence: Sentence, clause: Clause, span: Span, who: str) -> Roles:
        """The role of each actor that is named in the span, by its slot in the tree; nobody does a thing to himself."""
        named = self._reading.hits_in(span, ACTOR)
        slots = self._clause_roles(sentence, clause)
        if slots is None:
            return joined_roles((ActorRole.OTHER, hit.id) for hit in named)
        capitals = ((role, hit.id) for role, hit in slots.governing(capitals_in(self._reading, span)))
        undergone = self._counted.undergone(span, sentence, clause)
        roles = (*slots.of(named, self._reading.states_in(span), undergone), *capitals)
        roles = tuple((self._of_outlet(role, id), id) for role, id in roles)
        roles = self._with_subject(sentence, clause, slots, roles)
        if in_roles(roles, ActorRole.PATIENT) or self._names_person(span) or not slots.is_done_to_unnamed():
            return joined_roles(roles)
        person = self._referents.person(sentence, span.start)
        other = bool(person) and person != who and all(person != id for _, id in roles)
        return joined_roles((*roles, (ActorRole.PATIENT, person)) if other else roles)

    def _with_subject(self, sentence: Sentence, clause: Clause, slots: ClauseRoles, named: Roles) -> Roles:
        """With the subject of its verb, where another clause names him and it has nobody else but forces of his."""
        if clause.pronoun or clause.predicate is None:
            return named
        role = ActorRole.SPEAKER if clause.said or clause.denied else slots.of_subject(clause.predicate)
        owned = self._referents.tells_own_force(sentence, clause.predicate)
        others = tuple(one for one in named if not (owned and one[0] is role and one[1].startswith(UNNAMED)))
        who = "" if in_roles(others, role) else self._referents.subject(sentence, clause.predicate)
        return ((role, who), *others) if who else named

    def _of_outlet(self, role: ActorRole, id: str) -> ActorRole:
        """An outlet beside a happening is to whom somebody told it: «قال لوكالة …»."""
        told = role is ActorRole.OTHER and self._reading.gazetteer[id].type == _OUTLET
        return ActorRole.SOURCE if told else role

    def _clause_roles(self, sentence: Sentence, clause: Clause) -> ClauseRoles | None:
        """The slots of the clause; None in a language without a grammar."""
        tree = self._trees.of(sentence)
        if tree is None:
            return None
        key = (sentence.span, clause)
        if self._slots is None or self._slots[0] != key:
            slots = self._counted.slots(sentence, tree)
            self._slots = key, ClauseRoles(sentence, tree, self._trees.grammar(sentence), clause, slots)
        return self._slots[1]

    def _scene(self, sentence: Sentence, clause: Clause, span: Span, roles: Roles) -> tuple[str, ...] | None:
        """Where it happened: the places in the slots of its predicates, but for states that do it; else those above."""
        tree, doers = self._trees.of(sentence), {id for role, id in roles if role in DOERS}
        if tree is None:
            return None
        if self._scenes is None or self._scenes[0] != sentence.span:
            grammar, hits = self._trees.grammar(sentence), self._reading.hits_in(sentence.span, PLACE)
            states = frozenset(hit.span for hit in self._reading.states_in(sentence.span))
            self._scenes = sentence.span, Scene(sentence, tree, grammar, hits, states)
        governing = self._governing(sentence, clause, span)
        found = self._scenes[1].of(clause, span, by_outlet=self._is_by_outlet(roles))
        found = [hit for hit in found if hit.id not in doers and hit.span not in governing]
        found = narrowest(found, self._text, self._reading.gazetteer) + self._struck(sentence, clause, span)
        ids = [hit.id for hit in sorted(found, key=lambda hit: hit.span)]
        return tuple(dict.fromkeys(ids)) or self._reading.places_above(span.start)

    def _is_by_outlet(self, roles: Roles) -> bool:
        """An outlet says it, and nobody else."""
        speakers = in_roles(roles, ActorRole.SPEAKER)
        return bool(speakers) and all(self._reading.gazetteer[id].type == _OUTLET for id in speakers)

    def _governing(self, sentence: Sentence, clause: Clause, span: Span) -> frozenset[Span]:
        """Where a capital stands for a government, and is no place of what happened."""
        capitals, slots = capitals_in(self._reading, span), self._clause_roles(sentence, clause)
        return frozenset(hit.span for _, hit in slots.governing(capitals)) if slots is not None else frozenset()

    def _struck(self, sentence: Sentence, clause: Clause, span: Span) -> list[Named]:
        """The states that it was done to, though they are named as actors."""
        slots, states = self._clause_roles(sentence, clause), self._reading.states_in(span, ACTOR)
        return [*slots.are_struck(states)] if slots is not None and states else []

    def _subject(self, sentence: Sentence, clause: Clause) -> Named | None:
        """Whom the pronoun that opens a clause stands for: «he» the person named last, «she» the body that speaks.

        Where no person is named at all, it is a body that «he» speaks of too: «قال الجيش إنه قصف …».
        """
        start = sentence.span_of(clause.words).start
        if clause.pronoun == "he":
            person = self._reading.person_before(start)
            if person is not None:
                return person if _can_mean(clause.predicate, person) else None
            if not _is_of_one_gender(clause.predicate):
                return None
        speaking = _speaking(sentence, self._trees.of(sentence), clause)
        bodies = [hit for hit in self._reading.hits.inside(speaking) if not self._reading.persons([hit.id])]
        return next((hit for hit in bodies if self._reading.gazetteer[hit.id].category == ACTOR), None)

    def _speakers(self, sentence: Sentence, clause: Clause) -> tuple[str, ...]:
        """Who speaks, where the content is a deed of theirs: «أعلن التحالف عن تنفيذ …», but not «أعلن أن …»."""
        told = (clause.own or clause.noun) and not clause.said and 0 <= clause.head < clause.words[0]
        slots = self._clause_roles(sentence, clause) if told else None
        return slots.speaking(self._reading.hits_in(sentence.span, ACTOR)) if slots is not None else ()

    def kind(self, sentence: Sentence, clause: Clause, expression: Expression | None) -> Kind:
        """Whether it happened, is only said or planned, or is denied."""
        reach = range(clause.whole[0] - 3, clause.whole[1])
        marks = {hit.concept for hit in sentence.marks if hit.at in reach}
        may_deny = clause.said or expression is None
        if clause.denied or (may_deny and denies(sentence, self._trees.of(sentence), clause)):
            return Kind.DENIAL
        to_come = ahead(expression, self._reading.published.when)
        if clause.said and not to_come:
            return Kind.ANNOUNCEMENT
        told = expression is None and clause.predicate is not None and not clause.noun
        listed = "planned" in marks and not told
        looks = listed or clause.planned or (not clause.timed and self._later_today(clause, expression))
        return Kind.PLANNED if to_come or (to_come is None and looks) else Kind.OCCURRENCE

    @staticmethod
    def _later_today(clause: Clause, expression: Expression | None) -> bool:
        """True for a verb of the present that tells what is to be today: «يلتقي الوفد اليوم …»."""
        return expression is not None and is_today(expression) and clause.present

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
        return Role.BACKGROUND if is_long_before(when, reading.published.when) else Role.STORY

    def undated(self, span: Span, role: Role) -> Evidence:
        return self.evidence(span, role, None)

    def evidence(self, span: Span, role: Role, expression: Expression | None, *, inherited: bool = False) -> Evidence:
        text = self._text
        return Evidence(
            report=self._reading.report.id,
            role=role,
            span=span,
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
            expression=expression,
            inherited=inherited,
            told_in=self._reading.told_in(span.start),
            told_by=self._reading.told_by(span.start),
        )


def is_long_before(when: When | None, published: When | None) -> bool:
    """It was so long before the report that it is no news of it."""
    if when is None or published is None or when.last is None or published.first is None:
        return False
    return (published.first - when.last).days > _LONG_AGO


def _can_mean(told: Predicate | None, person: Named) -> bool:
    """Nobody else is told between: in «وصل أحمد. يبدأ الفريق موسمه، علما بأنه يواجه …» it is the team."""
    subject = told.parent.subject if told is not None and told.parent is not None else None
    return subject is None or person.span.end > subject.span.start


def _is_of_one_gender(told: Predicate | None) -> bool:
    """Its saying has a subject whose gender is not the other one: «قال الجيش إنه», and not «قالت الحركة إنه»."""
    saying = told.parent if told is not None else None
    return saying is not None and saying.subject is not None and "feminine" not in saying.head.marks


def _speaking(sentence: Sentence, tree: Tree | None, clause: Clause) -> Span:
    """The words of the saying that the clause belongs to, up to the clause."""
    start = sentence.span_of(clause.words).start
    heads = tree.predicates if tree is not None and clause.head >= 0 else ()
    saying = next((one for one in heads if sentence.range_of(one.span)[0] == clause.head), None)
    span = clause_extent(tree, saying.clause) if tree is not None and saying is not None else None
    return Span(span.start, start) if span is not None and span.start < start else Span(start, start)
