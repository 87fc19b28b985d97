"""The values that the levels of the parse hand on: units, groups, clauses, predicates, dates, and the tree itself.

Source:
    Cascaded partial parsing (Abney 1996): every level adds a layer to what the level below gives.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from timeline_core.model.span import Span


class Kind(StrEnum):
    """What a unit is once its readings are narrowed. `FINITE` is a verb that can head a clause by itself."""

    FINITE = "verb"
    AUXILIARY = "auxiliary"
    BASE = "base"
    """A verb without tense ("go", behind "to" or an auxiliary)."""
    GERUND = "gerund"
    PARTICIPLE = "participle"
    NOUN = "noun"
    DEFINITE = "definite"
    """A noun that an article or a pronoun glued to it makes definite («القائد»)."""
    NAME = "name"
    PRONOUN = "pronoun"
    CLITIC = "clitic"
    """A pronoun glued to a verb, a preposition or a conjunction: its object («قتله»)."""
    ADJECTIVE = "adjective"
    NUMBER = "number"
    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    PREPOSITION = "preposition"
    ADVERB = "adverb"
    NEGATION = "negation"
    PARTICLE = "particle"
    TO = "to"
    JOINT = "joint"
    """What joins two of a kind: "and", «و»."""
    OPENER = "opener"
    """What opens a clause below another: "when", «بعدما», "that"."""
    RELATIVE = "relative"
    DATE = "date"
    MARK = "mark"
    """A mark of punctuation."""

    __hash__ = str.__hash__
    """That of `Enum` is worked out anew each time, and kinds are looked up for each word."""


ACTIVE, PASSIVE = "active", "passive"
ACTION, LIGHT, PHASE = "action", "light", "phase"
"""Marks of a noun of action, of a verb whose noun tells what was done, and of one that says how far it is."""
ACCUSATIVE = "accusative"
"""Mark of an indefinite noun that is an object by its ending («منزلا»)."""
COMMENT, RESULT = "comment", "result"
"""Concepts of what opens a statement that goes with another one («فيما …»), or that follows from it («مما أدى إلى»)."""
DOER = "doer"
"""Mark of a participle that names who does something to others («صانع»), and tells of no day on which it was done."""
INTRANSITIVE = "intransitive"
"""Mark of a verb that has no object: «استقال», "resigned"."""
UNSURE = "unsure"
"""Mark of a word of which the sentence leaves open whether it is a verb or a noun."""
SAYS, DENIES, GOES_ON = "says", "denies", "goes on"
"""Acts of speech of a predicate: it says, it denies, or it continues a saying ("adding that …")."""


class Link(StrEnum):
    """How a predicate hangs below its parent."""

    MAIN = "main"
    JOINED = "joined"
    CONTENT = "content"
    RELATIVE = "relative"
    TIME = "time"
    COMPLEMENT = "complement"
    SOURCE = "source"
    CONDITION = "condition"
    PURPOSE = "purpose"
    QUOTE = "quote"


CIRCUMSTANCES = frozenset({Link.TIME, Link.CONDITION, Link.PURPOSE, Link.RELATIVE})
"""Links of adverbial and relative clauses: circumstances of a happening, not part of it (when, if, what for, who)."""


class Unit(NamedTuple):
    """A word, or a particle that is glued to one («و», «ل»), with the one reading that is left."""

    start: int
    end: int
    kind: Kind
    word: str = ""
    lemma: str = ""
    concept: str = ""
    """Class of a predicate; of an opener, the link that it makes."""
    marks: frozenset[str] = frozenset()
    """Features: `present`, `past`, `passive`, `feminine`, `plural`, `definite`, `action`, and what its class says."""
    lists: frozenset[str] = frozenset()
    """The small lists of the grammar on which the word stands, or what it is a form of."""


@dataclass(slots=True, eq=False)
class Group:
    """Units that go together: a verb with its auxiliaries, a noun with its adjectives, a preposition with its noun."""

    kind: str
    units: tuple[Unit, ...]
    head: Unit
    lead: str = ""
    """The preposition in front."""
    at: int = 0
    """Place among the groups of the sentence."""
    comma: bool = False
    """A comma stands right before it."""
    listed: bool = False
    """It goes on a list: "and" stands between it and a noun before it."""
    explains: Group | None = None
    """The noun before it that it explains (apposition): «الوزير | الشيخ سالم»."""
    clause: Clause | None = None
    partner: int = -1
    """Of a mark that opens or closes: the place of its partner."""
    role: str = ""
    """Of a paired mark: what stands inside."""
    span: Span = field(init=False)
    """From the first to the last unit."""

    def __post_init__(self) -> None:
        self.span = Span(self.units[0].start, self.units[-1].end)

    @property
    def marks(self) -> frozenset[str]:
        """The features of its head."""
        return self.head.marks


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate, or the place where one is awaited, with the groups around it."""

    link: Link
    above: Clause | None = None
    """The clause in which it stands."""
    host: Group | None = None
    """The noun that a relative clause is about."""
    opener: Group | None = None
    """The word that opened it."""
    sister: Clause | None = None
    """The clause that it is joined to."""
    head: Predicate | None = None
    groups: list[Group] = field(default_factory=list)
    bounded: bool = False
    """Only the mark that pairs with the one that opened it closes it."""
    comma: bool = False
    """It was opened behind a comma."""
    continues: bool = False
    """A relative clause behind a joint, that goes on with a statement of its own: «البلدة، والتي …»."""
    rule: str = ""
    predicates: list[Predicate] = field(default_factory=list)
    """All that stand in it, nouns of action and participles too, in order."""

    @property
    def parent(self) -> Predicate | None:
        """The predicate it hangs on: that of the clause it is joined to, else the nearest above.

        What hangs on a clause without a verb hangs on what that is joined to: «انسحب، لكن هذا بعيد عن البلدة التي …».
        """
        if self.sister is not None:
            return self.sister.head
        clause = self.above
        while clause is not None and (clause.head is None or clause.head is self.head):
            clause = clause.sister or clause.above
        return clause.head if clause is not None else None


@dataclass(slots=True, eq=False)
class Predicate:
    """A word or words by which a clause tells something."""

    kind: str
    """`verb`, `noun`, `participle` or `copula`."""
    span: Span
    group: Group
    head: Unit
    clause: Clause
    form: str = ""
    """Kind of its group: `finite`, `infinitive`, `gerund`…"""
    link: Link = Link.MAIN
    rule: str = ""
    """The rule that linked it."""
    parent: Predicate | None = None
    subject: Group | None = None
    object: Group | None = None
    polarity: str = "positive"
    modality: str = ""
    content: Predicate | None = None
    """What is said, known or wanted: the head of the clause of content or of the quotation that hangs on it."""
    speech: str = ""
    """`SAYS`, `DENIES` or `GOES_ON`; empty where it tells of no words."""
    rules: list[str] = field(default_factory=list)
    """Names of the rules that decided its link, subject, polarity, modality and speech."""

    @property
    def says(self) -> bool:
        """It tells that somebody said or denied something."""
        return self.speech in (SAYS, DENIES)

    @property
    def denies(self) -> bool:
        """It tells that somebody denied something."""
        return self.speech == DENIES

    @property
    def deed(self) -> Unit:
        """The word that names the action: of a light verb, its noun («شنّ غارة», "carried out a strike")."""
        if LIGHT not in self.head.marks:
            return self.head
        units = self.object.units if self.object is not None else ()
        behind = (one for one in self.clause.predicates if ACTION in one.head.marks and one.group.at > self.group.at)
        inside = (unit for unit in units if ACTION in unit.marks)
        return next(inside, None) or next((one.head for one in behind), self.head)


@dataclass(slots=True, eq=False)
class DateWord:
    """A date of the sentence with its verdict: what it dates, and by which rule."""

    span: Span
    group: Group
    rule: str
    predicate: Predicate | None = None
    noun: Group | None = None
    """The plain noun that it belongs to («فيلم عام 2014»)."""
    lead: str = ""
    """The preposition that leads to it, or to the words of time before it."""
    measure: str = ""
    """The rule by which it only measures («رابع هجوم منذ بداية العام»); empty where it tells a day."""


@dataclass(slots=True)
class Tree:
    """One sentence: its predicates in the order of their words, and its dates."""

    span: Span
    groups: tuple[Group, ...]
    predicates: tuple[Predicate, ...]
    dates: tuple[DateWord, ...]
    extents: dict[tuple[int, bool], Span | None] = field(default_factory=dict)
    """What was asked of its clauses already; see `extent.clause_extent`."""

    def untie(self) -> None:
        """Break the reference cycles between groups and clauses, so that their memory is freed at once.

        Python frees cycles only when it collects garbage, which is rare while reports are read.
        Nothing can be asked of the tree afterwards.
        """
        for group in self.groups:
            clause, group.clause = group.clause, None
            if clause is not None:
                clause.head = clause.above = clause.sister = clause.host = clause.opener = None
                clause.groups, clause.predicates = [], []
        for predicate in self.predicates:
            predicate.content = None
