"""The words of one language in groups, and how they are read from its file: of figures, sides, the hour of the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline_core.concepts import Concepts
from timeline_core.errors import LanguageError
from timeline_core.lexicon.grammar import Grammar
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
    singles: Lexicon
    """One person, without an article that says that he is known: «طفل», "a woman"."""
    single_leads: frozenset[str]
    """Folded words of which one must stand before it: "a"; none where a noun without an article says so itself."""
    kinds: Lexicon
    """Nouns of people of `any` sort («شخص»), and of a `kind` that may be a part of them («طفل», "women")."""
    parts: Lexicon
    """What leads to a part of those counted before («بينهم», "including")."""
    ranges: Lexicon
    """What leads to a lowest and a highest number («بين», "between")."""
    to: Lexicon
    """What stands between the ends of a range («إلى», "to")."""
    doers: Lexicon
    """Before the number of those who did it: "by", «على يد»."""
    out: Lexicon
    """What stands before a number that is no longer so («من 30 إلى 45»)."""
    of: frozenset[str]
    definite: frozenset[str]
    """Articles that stand apart: behind one a word for the killed is a noun, and no verb ("the wounded")."""
    """Folded words between a part and its whole («من», "of")."""
    labels: frozenset[str]
    """Folded words behind which a number is a name and counts nothing: «القرية رقم 12», "Point number 4"."""
    ordinals: frozenset[str]
    """Folded words that make one ordinal with the ten behind them: «السابعة عشرة»."""
    bounds: Lexicon
    """What makes a number `about` so many, `at_least` or `up_to` so many («أقل من», "up to")."""
    after: Lexicon
    """The same where it stands behind the number («على الأقل»)."""
    no: Lexicon
    """`words` say that so many were not («لم»), `right` do so only right before; none reaches past a `but`."""
    digits: re.Pattern[str]
    """A number in figures, with the letter that may be glued before it."""
    hyphened: re.Pattern[str]
    """Two such numbers with a hyphen between."""
    point: re.Pattern[str] | None
    """A letter that is typed for a decimal point («5ر1»)."""
    and_: frozenset[str]
    """What may be glued to a number in words: «لست» is not «ل» and «ست»."""
    adds: frozenset[str]
    """Folded words between the parts of one number ("and")."""
    joints: frozenset[str]
    """Folded words that join two things ("and"): what stands behind one counts nothing before it."""
    kin: Lexicon
    """A noun of a family: `of` (its name stands behind it), `words` (before it)."""
    reach: int
    """How many words behind its number the counted thing may stand."""

    def pointed(self, word: str) -> bool:
        """True for a folded word in which a letter stands for a decimal point."""
        return self.point is not None and self.point.search(word) is not None


@dataclass(frozen=True, slots=True)
class OtherWords:
    """By which words one happening of a day is told from another one."""

    hours: Lexicon
    """Parts of the day: `dawn`, `morning`, `noon`, `afternoon`, `evening`, `night`, `early`, `late`."""
    another: Lexicon
    """`before` a deed ("second"), `after` one («آخر»), `again`; `over` (a time in which they are counted: "week")."""
    nth: Lexicon
    """Which one of a series: "seventh", «سابعة»."""


def others_of(read: Reader) -> OtherWords:
    """Compile what tells one happening from another one."""
    return OtherWords(
        hours=Lexicon(read.table("part_of_day"), article=True),
        another=Lexicon(read.table("another")),
        nth=Lexicon(read.table("nth"), article=True),
    )


def sides_of(table: Table) -> Sides:
    """Compile `[sides]`."""
    return Sides(
        words=folded(table.get("words", ())),
        phrases=frozenset(spelled(phrase) for phrase in table.get("phrases", ())),
        titles=folded(table.get("titles", ())),
        owned=folded(table.get("owned", ())),
    )


def figures_of(read: Reader, concepts: Concepts, grammar: Grammar) -> FigureWords:
    """Compile the sections of figures and numbers."""
    glued = f"[{re.escape(grammar.letters)}]?" if grammar.letters else ""
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
        singles=Lexicon({"one": read.words("figure_one")}),
        kinds=Lexicon({kind: read.words("figure_kinds", kind) for kind in ("any", "kind")}),
        single_leads=folded(read.words("figure_one", "leads")),
        parts=Lexicon({"part": read.words("figure_part")}),
        ranges=Lexicon({"range": read.words("figure_range")}),
        to=Lexicon({"to": read.words("figure_range", "to")}),
        doers=Lexicon({"doers": read.words("figure_doers")}),
        out=Lexicon({"out": read.words("figure_range", "out")}),
        of=folded(read.words("figure_of")),
        definite=folded(read.words("figure_of", "definite")),
        labels=folded(read.words("figure_label")),
        ordinals=folded(read.words("figure_label", "ordinals")),
        bounds=Lexicon({name: read.words(name) for name in _BOUNDS}),
        after=Lexicon({name: read.table(name).get("after", ()) for name in _BOUNDS}),
        no=Lexicon({name: read.words("figure_no", name) for name in ("words", "right", "but")}),
        digits=re.compile(rf"{glued}\d+(?:\.\d+)?"),
        hyphened=re.compile(rf"{glued}(\d{{1,6}})-(\d{{1,6}})"),
        point=re.compile(rf"\d(?:{'|'.join(map(re.escape, grammar.point))})\d") if grammar.point else None,
        and_=frozenset({"", *grammar.and_}),
        adds=folded(read.words("joins", "adds")),
        joints=folded(read.words("joins", "only")),
        kin=Lexicon(read.table("kin")),
        reach=len(read.words("figure_reach", "slots")),
    )


def folded(words: Iterable[str]) -> frozenset[str]:
    """The words in one spelling."""
    return frozenset(fold(word) for word in words)


class Reader:
    """Sections of one language's data, checked as they are read. What is not there holds no words.

    A section or list that nobody asked for is refused at the end: nothing would read it.
    """

    def __init__(self, code: str, data: Mapping[str, object]) -> None:
        self._code, self._data = code, data
        self._asked: dict[str, set[str] | None] = {}
        """Section -> the lists that were asked for; None where all were."""

    def table(self, section: str) -> Table:
        """All lists of the section."""
        self._asked[section] = None
        return self._section(section)

    def words(self, section: str, name: str = "words") -> Sequence[str]:
        """One list of the section."""
        asked = self._asked.setdefault(section, set())
        if asked is not None:
            asked.add(name)
        return self._section(section).get(name, ())

    def finish(self) -> None:
        """Refuse what nothing reads.

        Raises:
            LanguageError: there is such a section or list; the message names it.
        """
        for section in self._data:
            if section not in self._asked:
                raise LanguageError(f"language {self._code!r}: nothing reads the section [events.{section}]")
            asked = self._asked[section]
            unread = [] if asked is None else [name for name in self._section(section) if name not in asked]
            if unread:
                raise LanguageError(f"language {self._code!r}: nothing reads [events.{section}] {unread[0]}")

    def _section(self, section: str) -> Table:
        table = self._data.get(section, {})
        if not isinstance(table, Mapping):
            raise LanguageError(f"language {self._code!r}: [events.{section}] is no section")
        for name, words in table.items():
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise LanguageError(f"language {self._code!r}: [events.{section}] {name} is not a list of words")
        return table


def inflected(group: Table, verbs: Table) -> list[str]:
    """Every form of the verbs of a group: its stems with the endings of the past and the beginnings of the present."""
    past = [verb + ending for verb in group.get("past", ()) for ending in verbs.get("past", ("",))]
    present = [beginning + verb for verb in group.get("present", ()) for beginning in verbs.get("present", ("",))]
    return [*past, *present, *group.get("verbs", ()), *group.get("words", ())]


def owned(nouns: Sequence[str], verbs: Table) -> list[str]:
    """The nouns, and each with an owner glued to it («سيطرتها»), before which its last letter may be another one."""
    from_, to = verbs.get("before_owner") or ("", "")
    bare = [noun for noun in nouns if " " not in noun]
    stems = [noun.removesuffix(from_) + to if from_ and noun.endswith(from_) else noun for noun in bare]
    return [*nouns, *(stem + ending for stem in stems for ending in verbs.get("owner", ()))]
