"""The words of one language in groups, and how they are read from its file: of figures, sides, the hour of the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline_core.concepts import Concepts
from timeline_core.errors import LanguageError
from timeline_core.text.fold import fold
from timeline_core.text.words import Lexicon, spelled

Table = Mapping[str, Sequence[str]]
_BOUNDS = ("about", "at_least", "up_to")


@dataclass(frozen=True, slots=True)
class Sides:
    """By which words a person stands for his forces."""

    words: frozenset[str]
    """Folded words right before the name («قوات»), or before the title that it has."""
    phrases: frozenset[tuple[str, ...]]
    """The same of several words ("forces loyal to")."""
    titles: frozenset[str]
    owned: frozenset[str]
    """Folded words behind the name in the genitive ("Haftar's forces")."""


@dataclass(frozen=True, slots=True)
class ClockWords:
    """How a language tells the hour of the day; all folded."""

    heads: frozenset[str]
    """What an hour stands behind («الساعة»)."""
    tails: frozenset[str]
    """What it stands before ("p.m.")."""
    zones: frozenset[str]
    """Before the name of a place whose hour it is («بتوقيت»)."""
    leads: frozenset[str]
    words: frozenset[str]
    """What else belongs to it («الثالثة», «والنصف»)."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """How a language counts people and things."""

    nouns: Lexicon
    acts: Lexicon
    people: Lexicon
    behind: Lexicon
    """Verbs behind those that they were done to: «97 مدنيا قتلوا»."""
    others: Lexicon
    """What can be counted and is nobody: units, money, ages («عاما», "kilometres"); an act takes no such number."""
    open: Lexicon
    """Words for a number that is not known («عشرات»): at least so many as the concept says."""
    tallies: Lexicon
    """What names the counted before its number («عدد القتلى», "death toll")."""
    states: frozenset[str]
    """Counts whose noun says only what they are: hostages may be killed or freed."""
    named: frozenset[str]
    """Concepts of acts that need a noun of people behind the number: «تحرير» is of towns as well."""
    numbers: Lexicon
    scales: Lexicon
    duals: Lexicon
    parts: Lexicon
    """What leads to a part of those counted before («بينهم», "including")."""
    ranges: Lexicon
    """What leads to a lowest and a highest number («بين», "between")."""
    to: Lexicon
    """What stands between the ends of a range («إلى», "to")."""
    out: Lexicon
    """What stands before a number that is no longer so («من 30 إلى 45»)."""
    of: frozenset[str]
    """Folded words between a part and its whole («من», "of")."""
    bounds: Lexicon
    """What makes a number `about` so many, `at_least` or `up_to` so many («أقل من», "up to")."""
    after: Lexicon
    """The same where it stands behind the number («على الأقل»)."""
    no: Lexicon
    """`words` say that so many were not («لم»), `right` do so only right before; none reaches past a `but`."""
    joints: frozenset[str]
    """Folded words that join two things ("and"): what stands behind one counts nothing before it."""
    kin: Lexicon
    """A noun of a family: `of` (its name stands behind it), `words` (before it)."""
    reach: int
    """How many words behind its number the counted thing may stand."""


@dataclass(frozen=True, slots=True)
class OtherWords:
    """By which words one happening of a day is told from another one."""

    hours: Lexicon
    """Parts of the day: `dawn`, `morning`, `noon`, `afternoon`, `evening`, `night`, `early`, `late`."""
    another: Lexicon
    """`before` a deed ("second"), `after` one («آخر»), `again`; `over` (a time in which they are counted: "week")."""


def others_of(read: Reader) -> OtherWords:
    """Compile what tells one happening from another one."""
    return OtherWords(hours=Lexicon(read.table("part_of_day"), article=True), another=Lexicon(read.table("another")))


def sides_of(table: Table) -> Sides:
    """Compile `[sides]`."""
    return Sides(
        words=folded(table.get("words", ())),
        phrases=frozenset(spelled(phrase) for phrase in table.get("phrases", ())),
        titles=folded(table.get("titles", ())),
        owned=folded(table.get("owned", ())),
    )


def figures_of(read: Reader, concepts: Concepts) -> FigureWords:
    """Compile the sections of figures and numbers."""
    return FigureWords(
        nouns=Lexicon(read.table("figure_noun"), article=True),
        acts=Lexicon(read.table("figure_act")),
        people=Lexicon({"people": read.words("figure_people")}),
        behind=Lexicon(read.table("figure_behind")),
        others=Lexicon({"other": read.words("figure_other")}),
        open=Lexicon(read.table("figure_open"), article=True),
        tallies=Lexicon(read.table("figure_tally")),
        states=concepts.states,
        named=frozenset(read.words("figure_named")),
        numbers=Lexicon(read.table("number")),
        scales=Lexicon(read.table("scale")),
        duals=Lexicon(read.table("dual")),
        parts=Lexicon({"part": read.words("figure_part")}),
        ranges=Lexicon({"range": read.words("figure_range")}),
        to=Lexicon({"to": read.table("figure_range").get("to", ())}),
        out=Lexicon({"out": read.table("figure_range").get("out", ())}),
        of=folded(read.words("figure_of")),
        bounds=Lexicon({name: read.words(name) for name in _BOUNDS}),
        after=Lexicon({name: read.table(name).get("after", ()) for name in _BOUNDS}),
        no=Lexicon({name: read.table("figure_no").get(name, ()) for name in ("words", "right", "but")}),
        joints=folded(read.table("joins").get("only", ())),
        kin=Lexicon(read.table("kin")),
        reach=len(read.table("figure_reach").get("slots", ())),
    )


def folded(words: Iterable[str]) -> frozenset[str]:
    """The words in one spelling."""
    return frozenset(fold(word) for word in words)


class Reader:
    """Sections of one language's data, checked as they are read."""

    def __init__(self, code: str, data: Mapping[str, object]) -> None:
        self._code, self._data = code, data

    def table(self, section: str) -> Table:
        table = self._data.get(section)
        if not isinstance(table, Mapping):
            raise LanguageError(f"language {self._code!r}: the section [events.{section}] is missing")
        for name, words in table.items():
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise LanguageError(f"language {self._code!r}: [events.{section}] {name} is not a list of words")
        return table

    def words(self, section: str) -> Sequence[str]:
        return self.table(section).get("words", ())
