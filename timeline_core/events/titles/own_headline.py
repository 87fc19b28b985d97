"""The headline of the report itself, where it tells the same as a clause of its opening, and nothing else.

"Rebels shell the port of Marj" stands over "Rebels shelled the northern port of Marj on Friday".

Source:
    Headline and lead of a news story tell one happening (van Dijk 1988).
"""

from __future__ import annotations

from timeline_core.events.report_reading import Reading
from timeline_core.events.titles.length import fits
from timeline_core.events.titles.marks import balanced
from timeline_core.events.trees import Trees
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.groups import JOINT
from timeline_core.syntax.tree.values import Link, Predicate, Tree
from timeline_core.text.markup import without_markup
from timeline_core.text.sentences import without_marks
from timeline_core.text.words import words

_SHARED = 2
"""Words beside the verb that headline and clause share at least."""
_ENDING = 2
"""Letters by which two forms of a word may differ at their end: "soldier", "soldiers"."""
_STEM = 4
"""Letters of a word that may have such an ending."""
_SHORT = 2
"""Letters of words that tell nothing by themselves."""
_SPARE = 4
"""One word in so many of a headline may be told otherwise in the sentence."""
_TEASER = 2
"""Words at most before such dots."""
_DOTS = ".."
_MARKS = frozenset("?؟:|…!")
"""Of questions, sources, names of outlets."""


class OwnHeadline:
    """The headline of one report."""

    def __init__(self, reading: Reading, trees: Trees) -> None:
        self._reading, self._trees = reading, trees
        self._text = _untease(without_markup(without_marks(reading.report.title))).strip(" .")
        self._heads: dict[str, Predicate | None] = {}
        self._told: Span | None = None
        """The verb of the clause that it stands for: it is the title of one."""

    def of(self, sentence: Sentence, clause: Clause) -> str:
        """The headline; empty where it may tell anything but the clause."""
        told = clause.predicate
        plain = told is not None and not (clause.said or clause.denied or clause.noun or clause.timed)
        if told is None or not plain or not self._is_usable or not self._reading.zone.covers(sentence.span):
            return ""
        head = self._head(sentence.phrasing.code)
        alike = head is not None and _is_same(head, told) and self._is_one_deed(head, told, sentence.phrasing)
        again = self._told is not None and self._told != told.span
        if again or not alike or head is None or not self._shares(head, told, sentence):
            return ""
        self._told = told.span
        return self._text

    def _head(self, code: str) -> Predicate | None:
        """What it tells, read in that language, unless it only goes on («وإغلاق المعبر»); a report asks for it once for
        each of its opening clauses."""
        if code not in self._heads:
            tree = self._trees.of_words(self._text, code)
            goes_on = tree is not None and any(group.kind == JOINT for group in tree.groups[:1])
            self._heads[code] = _main(tree) if tree is not None and not goes_on else None
        return self._heads[code]

    @cached_property
    def _is_usable(self) -> bool:
        return (
            fits(self._text)
            and not _MARKS & set(self._text)
            and _DOTS not in self._text
            and balanced(self._text) == self._text
        )

    def _is_one_deed(self, head: Predicate, told: Predicate, phrasing: Phrasing) -> bool:
        """One deed of that class («مقتل» and «قتل», but not «إصابة»), or one verb."""
        mine, theirs = (
            {hit.concept for hit in phrasing.topics.deeds.find(words(span.of(text)))}
            for span, text in ((head.span, self._text), (told.span, self._reading.report.text))
        )
        return bool(mine & theirs) or head.head.lemma == told.head.lemma != ""

    def _shares(self, head: Predicate, told: Predicate, sentence: Sentence) -> bool:
        """Its words but the verb stand in the sentence, all but few, none of them in a date; its subject is the
        clause's, or at least no object of it."""
        phrasing, text = sentence.phrasing, self._reading.report.text
        verb = head.group.span if head.kind == "verb" else Span(head.head.start, head.head.end)
        mine = _forms(self._text[: verb.start] + " " + self._text[verb.end :], phrasing)
        theirs = _known(sentence.span.of(text), phrasing)
        dated = _known(" ".join(date.of(text) for date in sentence.dated), phrasing)
        lost = [word for word in mine if not _is_in(word, theirs)]
        few = len(lost) <= len(mine) / _SPARE and not any(form.isdecimal() for word in lost for form in word)
        if len(mine) < _SHARED or not few or any(dated.intersection(word) for word in mine):
            return False
        if head.subject is None:
            return head.kind == "noun"
        named = _forms(head.subject.span.of(self._text), phrasing)
        done, undone = (
            _known(group.span.of(text), phrasing) if group is not None else frozenset[str]()
            for group in (told.subject, told.object)
        )
        by = all(_is_in(word, done) for word in named)
        return by or (all(_is_in(word, theirs) for word in named) and not any(_is_in(word, undone) for word in named))


def _untease(title: str) -> str:
    """The headline without what only calls for attention: «بالفيديو.. الشرطة تضبط …»."""
    teaser, dots, told = title.partition(_DOTS)
    return told if dots and len(words(teaser)) <= _TEASER else title


def _main(tree: Tree) -> Predicate | None:
    """What the headline tells: its verb, or the noun of action that it is."""
    heads = [one for one in tree.predicates if one.clause.head is one and one.link is Link.MAIN]
    return next(iter(heads or [one for one in tree.predicates if one.kind == "noun"]), None)


def _is_same(head: Predicate, told: Predicate) -> bool:
    """Of one class, both told as having happened, or both not; done by or to the same side of it."""
    one, other = head.deed.concept, told.deed.concept
    voices = "passive" in head.head.marks, "passive" in told.head.marks
    alike = head.polarity == told.polarity and head.modality == told.modality
    return bool(one) and one == other and alike and (head.kind == "noun" or voices[0] == voices[1])


def _forms(text: str, phrasing: Phrasing) -> list[frozenset[str]]:
    """Of each word that tells something its forms, with and without what is glued to it."""
    small = phrasing.titles.trails | phrasing.titles.drops
    told = (word for word in words(text) if word.folded not in small)
    found = (frozenset(phrasing.grammar.without_article(form) for form, _ in word.forms) for word in told)
    return [forms for forms in found if any(len(form) > _SHORT or form.isdecimal() for form in forms)]


def _known(text: str, phrasing: Phrasing) -> frozenset[str]:
    return frozenset().union(*_forms(text, phrasing))


def _is_in(word: frozenset[str], others: frozenset[str]) -> bool:
    return any(_is_form(one, other) for one in word for other in others)


def _is_form(one: str, other: str) -> bool:
    """Two forms of one word."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _STEM and len(long) - len(short) <= _ENDING and long.startswith(short))
