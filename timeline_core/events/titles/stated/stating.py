"""A noun with a clause that tells of it, composed anew as the statement that it makes.

«العملية التي نفذها الجيش في حلب» tells that «نفذ الجيش العملية في حلب», «الجسر الذي هدم» that «هدم الجسر», and "the
man who was arrested" that "the man was arrested": the noun takes the place that its clause leaves for it.

Source:
    A relative clause presupposes the statement that it makes of its noun, which fills a gap or a pronoun in it
    (Keenan and Comrie 1977).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.events.titles.edits import Edit
from timeline_core.events.titles.meant.subject_words import SubjectWords
from timeline_core.events.titles.stated.forms import MANY, can_stand_for, is_feminine
from timeline_core.events.titles.stated.host import Hosts
from timeline_core.events.titles.stated.own_subject import OwnSubjects
from timeline_core.events.titles.stated.own_words import OwnWords, own_groups
from timeline_core.model.span import Span
from timeline_core.syntax.tree.groups import JOINT
from timeline_core.syntax.tree.values import ACCUSATIVE, Clause, Group, Kind, Link, Predicate, Unit

_SPOKEN = frozenset({"first", "second"})
_FINITE = ("finite", "copula")
_SHORT = 2
"""Letters of «في», which is written so alone too; one alone is glued to its noun («به»)."""


class Stated(NamedTuple):
    """A statement: its words in the order in which it tells them."""

    spans: tuple[Span, ...]
    edits: tuple[Edit, ...]
    """Pronouns that it does without, and a subject that it says for them."""
    noun: int
    """Which of the spans is the noun."""


class Knows(NamedTuple):
    """What is known of spellings, and of who does what a clause leaves open."""

    verb: Callable[[str], bool]
    word: Callable[[str], bool]
    doer: Callable[[Predicate, int], Span | None]
    """The subject of the clause around, for a verb that has none of its own up to that place."""


class Stating:
    """Makes statements of the nouns of one sentence."""

    def __init__(self, view: ClauseView, text: str, words: SubjectWords, knows: Knows) -> None:
        self._text, self._tree, self._grammar = text, view.tree, view.grammar
        self._letters, self._persons = view.sentence.grammar, view.sentence.persons
        self._words, self._knows = words, knows
        self._hosts, self._own, self._subjects = Hosts(view), OwnWords(view), OwnSubjects(view, words)

    def of(self, predicate: Predicate | None, span: Span) -> Stated | None:
        """The statement that the clause of the verb makes of the noun with which the words begin; None where it is not
        sure of which noun it tells, or as what."""
        if predicate is None or predicate.clause.link is not Link.RELATIVE or predicate.clause.head is not predicate:
            return None
        if predicate.link is not Link.RELATIVE and predicate.clause.sister is not None:  # «التي …، والتي …»
            return None
        host = self._hosts.of(predicate, span)
        if host is None or predicate.form not in _FINITE:
            return None
        if self._grammar.subject_first:
            return self._without_opener(predicate, host, span)
        begin, end = next(group.span.start for group in own_groups(predicate.clause)), self._own.end(predicate, span)
        words, subject, back = Span(begin, end), self._subjects.of(predicate), self._resumed(predicate, end)
        if back is not None:
            return self._with_pronoun(predicate, subject, back, host, words)
        return self._without_pronoun(predicate, subject, host, words)

    def _resumed(self, predicate: Predicate, end: int) -> tuple[Unit, Unit] | None:
        """What the first pronoun of the clause is glued to, and the pronoun, where that may stand for the noun: it owns
        no other noun than the subject."""
        groups = (one for one in own_groups(predicate.clause) if one.at >= predicate.group.at and one.span.start < end)
        pairs = (pair for group in groups for pair in pairwise(group.units))
        found = next((pair for pair in pairs if pair[1].kind is Kind.CLITIC and self._points(pair[1])), None)
        subject = self._subjects.of(predicate)
        mine = (*predicate.group.units, *(subject.units if subject is not None else ()))
        return found if found and (found[0].kind is Kind.PREPOSITION or found[0] in mine) else None

    def _points(self, pronoun: Unit) -> bool:
        return self._grammar.has("anaphors", pronoun.word)

    def _with_pronoun(
        self, predicate: Predicate, subject: Group | None, back: tuple[Unit, Unit], host: Span, span: Span
    ) -> Stated | None:
        """The noun takes the place of the pronoun: of the object («نفذها الجيش»), behind a preposition («سيطر عليها»),
        or of the owner of the subject («انطلقت أعماله»)."""
        carrier, pronoun = back
        noun, spelling = self._hosts.noun(host), self._unbound(carrier, pronoun)
        if noun is None or not spelling or not can_stand_for(pronoun, noun, self._grammar):
            return None
        behind = [one for one in own_groups(predicate.clause) if predicate.group.at < one.at]
        if any(one.span.end <= pronoun.start and one is not subject for one in behind):
            return None
        verb = Span(span.start, predicate.group.span.end)
        who = self._knows.doer(predicate, span.end) if subject is None else self._who(carrier, pronoun, subject, verb)
        if who is None:
            return None
        if predicate.clause.opener is None or _is_in_case(noun):
            filled = (Edit(Span(verb.end, verb.end), who.of(self._text)),) if subject is None else ()
            return Stated((host.hull(span),), filled, 0)
        led = [Span(carrier.start, pronoun.end)] if carrier.kind is Kind.PREPOSITION else []
        rest = max(verb.end, pronoun.end, who.end if subject is not None else 0)
        who = Span(led[0].end, who.end) if led and who.covers(led[0]) else who
        spans = (verb, who, *led, host, Span(rest, max(rest, span.end)))
        return Stated(spans, tuple(self._respelled(carrier, pronoun, spelling)), len(spans) - len((host, span)))

    def _who(self, carrier: Unit, pronoun: Unit, subject: Group, verb: Span) -> Span:
        """The words of the subject, up to the pronoun that owns it."""
        return Span(verb.end, pronoun.end if carrier in subject.units else self._subjects.end(subject))

    def _without_pronoun(self, predicate: Predicate, subject: Group | None, host: Span, span: Span) -> Stated | None:
        """The noun is the subject: «الأمطار التي هطلت | على الجبل»."""
        noun, verb, clause = self._hosts.noun(host), predicate.head.marks, predicate.clause
        if subject is not None or noun is None or predicate.subject not in (None, clause.opener, clause.host):
            return None
        many = "plural" in noun.marks
        crossed = "masculine" in verb and "feminine" in noun.marks and not many
        things = many or is_feminine(predicate, self._grammar)  # «السيول التي ضربت»: a plural that no list knows
        crossed = crossed or ("feminine" in verb and "masculine" in noun.marks and not things)
        if crossed or verb & _SPOKEN or self._resumes(clause, noun):
            return None
        if verb & MANY and not (noun.marks & MANY or noun.kind is Kind.NUMBER):
            return None
        return Stated((host, span), (), 0)

    def _resumes(self, clause: Clause, noun: Unit) -> bool:
        """A pronoun behind a preposition may stand for the noun, which then does nothing: «الجسر الذي مر عليه»."""
        pairs = (pair for group in own_groups(clause) for pair in pairwise(group.units))
        led = (two for one, two in pairs if one.kind is Kind.PREPOSITION and two.kind is Kind.CLITIC)
        return any(self._points(unit) and can_stand_for(unit, noun, self._grammar) for unit in led)

    def _without_opener(self, predicate: Predicate, host: Span, span: Span) -> Stated | None:
        """The noun before its verb, without the word that opens the clause: "the man [who] was arrested"."""
        opener = predicate.clause.opener
        if opener is None or len(opener.units) > 1 or opener.units[0].kind is not Kind.RELATIVE:
            return None
        last = next((one for one in reversed(self._tree.groups) if one.span.end == host.end), None)
        if last is None or predicate.subject is not opener or self._tree.groups[opener.at - 1].kind == JOINT:
            return None
        counted = any(unit.kind is Kind.NUMBER for unit in self._hosts.units(host))
        many = "plural" not in predicate.head.marks or "plural" in last.marks or counted
        return Stated((span,), (Edit(opener.span),), 0) if many else None

    def _unbound(self, carrier: Unit, pronoun: Unit) -> str:
        """The word as it is written without the pronoun; empty where that is not known."""
        spelling = self._text[carrier.start : pronoun.start]
        if carrier.kind is Kind.PREPOSITION:
            forms = [*self._letters.unbound_forms(spelling)]
            return forms[-1] if len(spelling) > _SHORT else spelling * (len(spelling) == _SHORT)
        known = self._knows.verb if carrier.kind is Kind.FINITE else self._knows.word
        return next((one for one in self._letters.unbound_forms(spelling) if known(one)), "")

    def _respelled(self, carrier: Unit, pronoun: Unit, spelling: str) -> Iterator[Edit]:
        if spelling == self._text[carrier.start : pronoun.start]:
            yield Edit(Span(pronoun.start, pronoun.end))
        else:
            glued = next((unit.start for unit in self._glued_before(carrier)), carrier.start)
            yield Edit(Span(glued, pronoun.end), self._text[glued : carrier.start] + spelling)

    def _glued_before(self, carrier: Unit) -> Iterator[Unit]:
        """The particle that is written in one word with it: «س|يرعاه»."""
        units = (unit for group in self._tree.groups for unit in group.units)
        return (unit for unit in units if unit.end == carrier.start and unit.start < unit.end)


def _is_in_case(noun: Unit) -> bool:
    """Its ending tells that it is no subject: «حريقا», «بنتين»."""
    return bool(noun.marks & {ACCUSATIVE, "dual"})
