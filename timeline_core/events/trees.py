"""The trees of a report: every sentence parsed, with its dates and the names in it.

Source:
    DESIGN.md section 1: parse comes behind the dates and names, before what is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from timeline_core.events.ahead import ahead, is_today
from timeline_core.events.report_reading import Reading
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.entry import STATES
from timeline_core.model.expression import Expression
from timeline_core.model.span import Span
from timeline_core.model.when import Precision, When
from timeline_core.names.gazetteer import PLACE
from timeline_core.syntax.parse import Parser
from timeline_core.syntax.rules.measures import OF_NAME
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.phrases.name_edges import OF_PERSON, OF_PLACE, OPENS_ALONE, NamePlace
from timeline_core.syntax.tree.pieces import DatePlace
from timeline_core.syntax.tree.values import DateWord, Group, Predicate, Tree
from timeline_core.temporal.quotation import is_spoken
from timeline_core.text.words import words

DAY, NEAR, STRETCH, AHEAD, BARE, OPEN, TODAY = "day", "near", "stretch", "ahead", "bare", "open", "today"
SPOKEN = "spoken"
YEAR, SAME = "year", "same"
_OF_YEARS = (Precision.YEAR, Precision.HALF, Precision.QUARTER)
_OF_DAYS = ("deictic", "weekday")
"""Rules of words that mean a day, though it may have none to count from."""
_NONE_OWNED: Mapping[Span, int] = MappingProxyType({})
_MONTH = 31
"""Days: a longer time is no time by which news tells when something was."""


def trees(reading: Reading, parsers: Mapping[str, Parser]) -> Iterator[Tree]:
    """The tree of every sentence in a language that has a grammar, in text order."""
    return Trees(reading, parsers).every()


class Trees:
    """The trees of one report's sentences: each is made once, when it is asked for."""

    def __init__(self, reading: Reading, parsers: Mapping[str, Parser]) -> None:
        self._reading, self._of_all = reading, parsers
        self._parsers: dict[str, Parser] = {}
        """Of the languages of which there are trees."""
        self._made: dict[int, Tree] = {}
        """By where the sentence begins."""
        self._outside: list[Tree] = []

    def of(self, sentence: Sentence) -> Tree | None:
        """The tree of that sentence; None in a language without a grammar."""
        found = self._made.get(sentence.span.start)
        if found is None and (parser := self._parser(sentence.phrasing.code)) is not None:
            found = tree_of_sentence(self._reading, sentence.span, parser, sentence.phrasing)
            self._made[sentence.span.start] = found
        return found

    def _parser(self, code: str) -> Parser | None:
        if code not in self._parsers and code in self._of_all:
            self._parsers[code] = self._of_all[code]
        return self._parsers.get(code)

    def of_words(self, text: str, code: str) -> Tree | None:
        """The tree of words that stand outside of the text, as those of a headline."""
        parser = self._parser(code)
        if parser is None:
            return None
        tree = parser.parse(text, Span(0, len(text)), ())
        self._outside.append(tree)
        return tree

    def owned(self, sentence: Sentence) -> Mapping[Span, int]:
        """Date -> where the noun stands that it says which one it is: «انتخابات أيار», "Sunday's election"."""
        tree = self.of(sentence)
        dates = tree.dates if tree is not None else ()
        if not dates:
            return _NONE_OWNED
        owners = ((date, _owner(date)) for date in dates)
        return {date.span: noun.head.start for date, noun in owners if noun is not None and _names_it(date, noun)}

    def grammar(self, sentence: Sentence) -> Grammar:
        """The grammar of the language of that sentence, which has a tree."""
        return self._parsers[sentence.phrasing.code].grammar

    def can_be_action(self, sentence: Sentence, verb: Predicate) -> bool:
        """Its word may be a noun of action instead: «نشر», "raids"."""
        spelling = self._reading.report.text[verb.head.start : verb.head.end]
        return self._parsers[sentence.phrasing.code].can_be_action(spelling)

    def can_be_participle(self, sentence: Sentence, verb: Predicate) -> bool:
        """Its word may be a participle instead: "built"."""
        spelling = self._reading.report.text[verb.head.start : verb.head.end]
        return self._parsers[sentence.phrasing.code].can_be_participle(spelling)

    def untie(self) -> None:
        """Give the memory of the trees back; nothing can be asked of them afterwards."""
        for tree in (*self._made.values(), *self._outside):
            tree.untie()

    def can_be_verb(self, sentence: Sentence, spelling: str) -> bool:
        """A table knows words so spelled as a verb: «نفذ», but not «يرعا»."""
        return self._parsers[sentence.phrasing.code].can_be_verb(spelling)

    def is_word(self, sentence: Sentence, spelling: str) -> bool:
        """A table or the list of nouns knows the word as it stands."""
        return self._parsers[sentence.phrasing.code].is_whole(spelling)

    def shares_letter(self, sentence: Sentence, spelling: str) -> bool:
        """What leads to the word took a letter of its article: «للمعسكر», but not «للجنة»."""
        return self._parsers[sentence.phrasing.code].shares_letter(spelling)

    def every(self) -> Iterator[Tree]:
        """The tree of every sentence, in text order."""
        for paragraph in self._reading.paragraphs:
            for sentence in paragraph.sentences:
                tree = self.of(sentence)
                if tree is not None:
                    yield tree


def _owner(date: DateWord) -> Group | None:
    told = date.predicate
    if told is not None:
        return told.group if told.kind == "noun" and told.clause.head is not told else None
    return date.noun


def _names_it(date: DateWord, noun: Group) -> bool:
    """The date stands right beside the noun, and is no day that only the report knows («أمس»)."""
    if noun.at - date.group.at == 1 or date.measure == OF_NAME:
        return True
    units = date.group.units
    written = any(unit.word[-4:].isdigit() for unit in units)
    which = any(BARE in unit.marks and (written or DAY not in unit.marks) for unit in units)
    return date.group.at - noun.at == 1 and not date.group.lead and which


def tree_of_sentence(reading: Reading, span: Span, parser: Parser, phrasing: Phrasing) -> Tree:
    """The tree of the sentence that stands there."""
    text, published = reading.report.text, reading.published.when
    dates = [
        DatePlace(one.span, marks_of(one, published) | _bare(one, phrasing) | _spoken(one, text))
        for one in reading.dates.inside(span)
    ]
    return parser.parse(text, span, dates, [*_names(reading, span)])


def _names(reading: Reading, span: Span) -> Iterator[NamePlace]:
    """The names in the sentence, and what each is; nothing right behind a person's name belongs to it."""
    behind, text = -1, reading.report.text
    for one in reading.hits.overlapping(span):
        person = bool(reading.persons((one.id,)))
        alone = one.span.start - behind == 1 and text[behind].isspace() and not person
        place = one.category == PLACE or reading.gazetteer[one.id].type in STATES
        what = OF_PERSON if person else OF_PLACE if place else ""
        yield NamePlace(one.span, frozenset({what, OPENS_ALONE if alone else ""} - {""}))
        behind = one.span.end if person else -1


def _spoken(expression: Expression, text: str) -> frozenset[str]:
    """Whether it is the "today" of somebody who is quoted."""
    spoken = is_today(expression) and is_spoken(text, expression.span.start)
    return frozenset({SPOKEN}) if spoken else frozenset()


def _bare(expression: Expression, phrasing: Phrasing) -> frozenset[str]:
    """Whether no word for a month or year opens it: «2014», «أيار»."""
    first = next(iter(words(expression.text)), None)
    if first is None or first.folded in phrasing.periods.heads:
        return frozenset()
    bare = phrasing.grammar.without_article(first.folded) == first.folded
    return frozenset({BARE}) if bare else frozenset()


def marks_of(expression: Expression, published: When | None) -> frozenset[str]:
    """What the rules of the parse know of a time: a day, one told from the report's day ("last month"), a stretch, …"""
    when = expression.when
    days = when.days if when is not None else None
    if when is None or days is None:
        day = expression.reason.rule in _OF_DAYS or (when is not None and _names_a_day(when))
        return frozenset({DAY}) if day else frozenset()
    lies = published is not None and ahead(expression, published)
    asked = (AHEAD, lies), (OPEN, is_open(expression)), (TODAY, is_today(expression))
    found = {mark for mark, holds in asked if holds}
    if days[0] == days[1]:
        return frozenset({DAY, *found})
    turned = any(name.endswith("turn") and value for name, value in expression.reason.slots)
    if turned and (days[1] - days[0]).days <= _MONTH:
        found.add(NEAR)
    if when.precision is Precision.RANGE:
        found.add(STRETCH)
    if when.precision in _OF_YEARS:
        found.add(YEAR)
    if expression.reason.rule == SAME:
        found.add(SAME)
    return frozenset(found)


def _names_a_day(when: When) -> bool:
    """It is a day of a month or year that is not known: `XXXX-05-10`, `XXXX-XX-16`."""
    _, _, day = when.edtf.rpartition("-")
    return when.edtf.count("-") > 1 and day.isdigit()


def is_open(expression: Expression) -> bool:
    """Which of two days or months is meant, the one before or the one to come, its words do not say."""
    return expression.reason.rule == "weekday" or any(name == "side" for name, _ in expression.reason.slots)


def is_day(expression: Expression) -> bool:
    """Whether the expression is one day."""
    return DAY in marks_of(expression, None)
