"""Mentions: what a sentence tells to have happened beside its dates, one for every verb that heads a clause.

«قتل ثلاثة مدنيين» and "police arrested two men" are told though no day stands there; what is wanted, denied,
planned or usual is not.

Source:
    DESIGN.md section 5: every predicate of a class that happens is a mention, whether a date stands beside it or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from timeline_core.events.dated_clauses import DatedClauses
from timeline_core.events.limits import limit_of
from timeline_core.model.verdict import Limit
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.rules.speech import is_decision
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import JOINT, NOUN
from timeline_core.syntax.tree.values import COMMENT, GOES_ON, RESULT, DateWord, Group, Link, Predicate, Tree
from timeline_core.syntax.tree.values import Clause as TreeClause
from timeline_core.syntax.tree.values import Kind as UnitKind
from timeline_core.syntax.word_range import WordRange

_TELLS = frozenset({Link.MAIN, Link.JOINED, Link.CONTENT})
"""Links of what the report itself tells, or what somebody says to have happened."""
_BESIDE = frozenset({COMMENT, "contrast", RESULT})
"""What opens a statement beside the others."""
_MANY = frozenset({"plural", "dual"})
_QUALITY = frozenset({"participle", "guessed"})
_HAPPENED = "past"
_SAID = 2
"""Words that say what somebody said."""


class Mention(NamedTuple):
    """A clause that tells of a happening, with its predicate."""

    clause: Clause
    predicate: Predicate


class Mentions:
    """The mentions of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        tree: Tree,
        grammar: Grammar,
        clauses: DatedClauses,
        speaks: Callable[[Group], bool],
        is_news: Callable[[Mention], bool],
        is_open: Callable[[DateWord], bool],
        *,
        in_present: bool,
    ) -> None:
        """
        Args:
            speaks: whether the words name somebody whose statement is news.
            is_news: whether what they tell is.
            is_open: whether nobody can tell the day of a date.
            in_present: the whole report tells in the present of headlines.
        """
        self._sentence, self._tree, self._grammar, self._clauses = sentence, tree, grammar, clauses
        self._speaks, self._is_worth, self._in_present = speaks, is_news, in_present
        self._dated = {id(date.predicate) for date in tree.dates if not is_open(date)}

    def beside(self, dated: Sequence[Clause], *, opening: bool = False) -> Iterator[Mention]:
        """What the sentence tells beside what its dates date, in order of place.

        Args:
            dated: the clauses that its dates date.
            opening: it opens the report, and may tell in the present of headlines: "police arrest three men".
        """
        told, sayings, held = [clause.words for clause in dated], list[Mention](), list[tuple[Mention, Predicate]]()
        asides = [clause.words for clause in dated if _is_relative(clause)]
        inner = [clause.words for clause in dated if not clause.noun and not clause.timed]
        found = list[Mention]()
        for predicate in self._tree.predicates:
            if not self._is_told(predicate, opening=opening):
                continue
            at = self._sentence.range_of(predicate.span)[0]
            if any(words[0] <= at < words[1] for words in told):
                continue
            clause = self._clauses.verbal(predicate)
            if clause is None or (not self._states(predicate) and any(_covers(clause.words, words) for words in inner)):
                continue
            saying = self._saying_of(Mention(clause, predicate))
            if saying is not None:
                held.append((Mention(clause, predicate), saying))
                continue
            if self._only_says(predicate):
                if self._says_enough(clause, predicate):
                    sayings.append(Mention(clause, predicate))
                continue
            found.append(self._as_said(Mention(clause, predicate)))
            told += self._hiding(found[-1])
        left = _beside(sayings, [words for words in told if words not in asides])
        said = (self._action_said(one, asides) or one for one in left)
        return iter((*found, *_not_kept(held, left), *said))

    def _as_said(self, told: Mention) -> Mention:
        """A statement that is told itself is marked as one."""
        clause, predicate = told
        if clause.said or not self._states(predicate):
            return told
        at = self._sentence.range_of(predicate.span)[0]
        return Mention(replace(clause, said=True, head=at, denied="denies" in predicate.head.marks), predicate)

    def _hiding(self, told: Mention) -> Iterator[WordRange]:
        """Its words, in which nothing else is told; what is no news itself hides no news."""
        if self._is_worth(told):
            yield told.clause.words

    def _saying_of(self, told: Mention) -> Predicate | None:
        """The saying that tells it, where it is no deed or no news: «قال الوزير إنه تعرض لتهديدات», "said prices rose".

        A deed is told itself, whoever says so: «قالت الشرطة إنها اعتقلت», "said that the miller had been robbed".
        """
        predicate = told.predicate
        said = next((one for one in (predicate, *_above(predicate)) if one.link is not Link.JOINED), predicate)
        saying = said.parent
        if said.link is not Link.CONTENT or saying is None or self._states(predicate):
            return None
        if not (self._only_says(saying) and self._is_told(saying, opening=False)):
            return None
        clause = self._clauses.verbal(saying)
        if clause is None or not self._says_enough(clause, saying):
            return None
        return saying if _is_only_stated(predicate) or not self._is_worth(told) else None

    def _is_counted(self, clause: Clause) -> bool:
        """It is about a toll, which is known from who counts: «ارتفاع حصيلة القتلى»."""
        known = self._sentence.phrasing.concepts.classes.values()
        counts = frozenset[str]().union(*(one.deeds for one in known if one.says and not one.news))
        return any(hit.concept in counts for hit in self._sentence.concepts_in(clause.words))

    def _action_said(self, saying: Mention, told: Sequence[WordRange]) -> Mention | None:
        """What a saying tells to have happened by a noun of action: «أعلن الجيش مقتل …», "announced the arrest of".

        Args:
            told: the nouns that dated relative clauses tell of already.
        """
        content = self._clauses.told_by(saying.predicate, saying.clause.words[1])
        if content is None or content[1] is not None or any(_overlap(content[0].words, words) for words in told):
            return None
        group = self._clauses.sayings.content(saying.predicate)
        actions = (one for one in self._tree.predicates if one.group is group and _is_deed(one.head.marks))
        action = next((one for one in actions if not self._is_counted(content[0])), None)
        return Mention(content[0], action) if action is not None else None

    def _is_told(self, predicate: Predicate, *, opening: bool) -> bool:
        """It heads a clause of its own that says that it happened."""
        heads = predicate.clause.head is predicate and predicate.kind == "verb" and _stands_alone(predicate)
        if not heads or id(predicate) in self._dated or self._is_misread(predicate):
            return False
        told = has_passed(predicate, self._clauses) and not self._is_of_another_gender(predicate)
        told = told or ((opening or self._in_present) and self._is_headline(predicate))
        if not told or limit_of(predicate, day=True) is not Limit.NONE or not self._is_news(predicate):
            return False
        usual = self._clauses.is_usual(predicate) or self._clauses.is_conditional(predicate)
        return not usual and not self._hangs_below(predicate) and not self._only_became(predicate)

    def _is_misread(self, predicate: Predicate) -> bool:
        """What stands before it cannot be its subject, and nothing stands behind it: a feminine noun before a masculine
        verb («صورة الحفل | يجمعنا»), or one that a joint parts from it («صياد | وزوجته»). So it is no verb here.
        """
        subject, verb = predicate.subject, predicate.group
        if (
            subject is None
            or not self._grammar.head_first
            or subject.at > verb.at
            or subject is predicate.clause.opener
        ):
            return False
        before, behind = self._tree.groups[verb.at - 1], self._tree.groups[verb.at + 1 : verb.at + 2]
        if any(one.kind == NOUN for one in behind if not one.lead) or "passive" in predicate.head.marks:
            return False
        parted = before.kind == JOINT and not self._grammar.has("resumes", before.head.word)
        beside = subject.at + 1 == verb.at and not (subject.lead or _QUALITY & subject.marks)
        crossed = beside and "feminine" in subject.marks and "masculine" in predicate.head.marks
        named = any(unit.kind is UnitKind.NAME for unit in subject.units) or bool(_MANY & predicate.head.marks)
        return (parted and subject.at + 2 == verb.at) or (crossed and not named)

    def _is_of_another_gender(self, predicate: Predicate) -> bool:
        """A feminine noun stands right before a masculine past: then it is the present of another verb, of the same
        letters: «الجمعية | تقدم المساعدة».
        """
        subject, verb = predicate.subject, predicate.head.marks
        if subject is None or not self._grammar.head_first or subject.at + 1 != predicate.group.at or subject.lead:
            return False
        noun, named = subject.head.marks, any(unit.kind is UnitKind.NAME for unit in subject.units)
        crossed = "feminine" in noun and "masculine" in verb and _MANY.isdisjoint(noun | verb)
        return crossed and not named and "participle" not in noun

    def _only_became(self, predicate: Predicate) -> bool:
        """It tells how things are by now: «أصبح السكان يرون فيها …»."""
        became = self._grammar.names("becomes", predicate.head)
        return became and any(
            one.parent is predicate and one.kind == "verb" and "present" in one.head.marks
            for one in self._tree.predicates
        )

    def _hangs_below(self, predicate: Predicate) -> bool:
        """What it is the content of, or joined to, is not told itself: a wish, a denial, a relative clause."""
        return any(
            not (_stands_alone(one) or one.speech == GOES_ON)
            or limit_of(one, day=True) not in (Limit.NONE, Limit.STATE)
            for one in _above(predicate)
        )

    def _is_headline(self, predicate: Predicate) -> bool:
        """It tells news in the present, the subject first, as headlines do: "80 are killed", «الجيش يقصف إدلب»."""
        subject = predicate.subject
        first = subject is not None and subject.span < predicate.span
        said = predicate.link is Link.CONTENT and predicate.parent is not None
        in_headline = not said or (predicate.parent is not None and "present" in predicate.parent.head.marks)
        return first and predicate.form == "finite" and in_headline

    def _only_says(self, predicate: Predicate) -> bool:
        """A mere saying: what it says to have happened is told; the saying itself only where it says no such thing."""
        return self._states(predicate) and "news" not in predicate.head.marks

    def _is_news(self, predicate: Predicate) -> bool:
        """Of a class that happens; a mere saying where it names who speaks, and then what is said."""
        marks = predicate.deed.marks | predicate.head.marks
        if not self._only_says(predicate):
            return "happens" in marks or ("phase" in marks and self._goes_on_with_news(predicate))
        speaker = predicate.subject
        return speaker is not None and self._speaks(speaker)

    def _goes_on_with_news(self, predicate: Predicate) -> bool:
        """People go on with what is news: «واصل المتظاهرون احتجاجاتهم», "went on with their march"."""
        behind = (
            one for one in predicate.clause.predicates if one.kind == "noun" and one.group.at > predicate.group.at
        )
        first = next(behind, None)
        return predicate.subject is not None and first is not None and _is_harsh(first.head.marks)

    def _says_enough(self, saying: Clause, predicate: Predicate) -> bool:
        """Words beside the speaker and the verb tell what is said."""
        sentence, speaker = self._sentence, predicate.subject
        taken = [predicate.span, speaker.span if speaker is not None else predicate.span]
        known = sum(sentence.content_words(sentence.range_of(span)) for span in {*taken})
        return sentence.content_words(saying.whole) - known >= _SAID

    def _states(self, predicate: Predicate) -> bool:
        """It is a statement: "said", "condemned", «حذر»."""
        marks = frozenset[str]() if is_decision(predicate) else predicate.head.marks
        return predicate.says or ("says" in marks and "support" not in marks)


def _beside(sayings: Sequence[Mention], told: Sequence[WordRange]) -> list[Mention]:
    """The sayings in whose words nothing else is told."""
    return [one for one in sayings if not any(_overlap(one.clause.words, words) for words in told)]


def _not_kept(held: Sequence[tuple[Mention, Predicate]], left: Sequence[Mention]) -> Iterator[Mention]:
    """What was held for its saying, where a deed stands beside it and the saying is not told."""
    kept = {id(one.predicate) for one in left}
    return (one for one, saying in held if id(saying) not in kept)


def _is_deed(marks: frozenset[str]) -> bool:
    """It happens, and is no saying itself: «أعربت عن شكرها» tells of no deed beside the statement."""
    return "happens" in marks and "says" not in marks


def _is_only_stated(predicate: Predicate) -> bool:
    """It says little of what was done: "increased", «تعرض»."""
    stated = {"stated", "active"} <= predicate.head.marks and predicate.object is None
    return stated and not _is_harsh(predicate.deed.marks)


def _is_harsh(marks: frozenset[str]) -> bool:
    """It is a deed that is news, and no words: "the killing of", not "the warning"."""
    return "news" in marks and "says" not in marks


def _is_relative(clause: Clause) -> bool:
    """It only tells of a noun: «مسؤوليته عن التفجير الذي وقع أمس»."""
    return clause.noun and clause.predicate is not None and clause.predicate.link is Link.RELATIVE


def _covers(outer: WordRange, inner: WordRange) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(one: WordRange, other: WordRange) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _above(predicate: Predicate) -> Iterator[Predicate]:
    """What it is the content of, or joined to, and so on."""
    one = predicate.parent if predicate.link is not Link.MAIN else None
    while one is not None:
        yield one
        one = one.parent if one.link is not Link.MAIN else None


def _stands_alone(predicate: Predicate) -> bool:
    """It is told by itself; so is what only goes with the sentence: «فيما قتل …، أمر الوزير …»."""
    if predicate.link in _TELLS:
        return True
    return predicate.link is Link.COMPLEMENT and (_goes_with_all(predicate.clause) or predicate.parent is None)


def _goes_with_all(clause: TreeClause) -> bool:
    """A statement of its own that limits the others or comments on them («فيما …», «إلا أن …»).

    So is one behind a comma that goes on with where they lead: «تحول الخلاف إلى شجار، حيث قتل اثنان».
    """
    if clause.opener is None:
        return False
    return clause.opener.units[-1].concept in _BESIDE or clause.rule == "goes on where"


def has_passed(predicate: Predicate, clauses: DatedClauses) -> bool:
    """Its tense is of what has happened: "killed", "have been killed", «قتل»."""
    units = predicate.group.units
    return any(_HAPPENED in unit.marks or clauses.completes(unit) for unit in units)
