"""`Event`: a dated happening, with the words that prove it. The unit of the timeline, of filters and of decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline_core.model.actor_role import Roles
from timeline_core.model.expression import Expression
from timeline_core.model.span import Span
from timeline_core.model.when import When


class Kind(StrEnum):
    """What the date belongs to: a happening, an act of saying, a plan, or a denial (DESIGN.md section 5)."""

    OCCURRENCE = "occurrence"
    ANNOUNCEMENT = "announcement"
    PLANNED = "planned"
    DENIAL = "denial"


class Role(StrEnum):
    """What an event is to one report: its story, or background that it only reminds of."""

    STORY = "story"
    BACKGROUND = "background"


class Status(StrEnum):
    """What the reader said of an event; a draft is what only the machine has seen."""

    DRAFT = "draft"
    EDITED = "edited"
    """A person made it, or corrected something of it, and neither accepted nor rejected it as a whole."""
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words of one report that say so, and the expression that dates them.

    Source:
        W3C Web Annotation, TextQuoteSelector and TextPositionSelector.
    """

    report: str
    role: Role
    span: Span
    exact: str
    prefix: str
    """Up to 32 code points before the quote; with `suffix` it finds the quote again in a changed text."""
    suffix: str
    expression: Expression | None
    """None for words without a date that tell of a happening dated by another report."""
    inherited: bool = False
    """True when the date was not said in these words but runs on from other words of the report."""
    told_in: str = ""
    """The place from where it is told, as the dateline or the heading above it has it."""
    told_by: str = ""
    """Who speaks there in an interview, a court, a mail that is quoted."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a report gives: how many of what. Reports that differ are shown to differ."""

    what: str
    """A concept of the language data: killed, wounded, arrested, operations, detainees, vehicles…"""
    low: int
    """0 when it sets no lower limit («أقل من 50», "up to 50")."""
    high: int | None
    """None when the report sets no upper limit («أكثر من 10 آلاف»)."""
    approximate: bool
    report: str
    span: Span

    @property
    def up_to(self) -> bool:
        """True when only the most is known."""
        return not self.low and self.high is not None


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two tellings share and differ in, by the rows of the table of likeness, and the sum of what it weighs."""

    total: float
    features: tuple[str, ...]
    """Names of rows: "person", "other number"."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report said of the happening in one place: what the event was joined from, and may be split into."""

    when: When | None
    kind: Kind
    title: str
    lang: str
    evidence: tuple[Evidence, ...]
    """Of one report, in order of place; never empty."""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    concepts: frozenset[str] = frozenset()
    """What it tells of, in no language: kill, raid, arrest…"""
    words: frozenset[str] = frozenset()
    """Folded content words."""
    lead: bool = False
    """True for what the opening of the report tells."""
    personal: bool = False
    """True when the title names a person."""
    roles: Roles = ()
    """What each actor is to it, and its sources."""
    by: str = ""
    """Id of the decision that put it into this event; empty when the machine did."""
    likeness: Likeness | None = None
    """With the likest of the tellings of other reports before it; None for the first, and for more of one report."""
    made_by: str = ""
    """Id of the decision by which a person made an event of these words; empty when the machine did."""
    dated: str = ""
    """The words in which a person typed its date; empty where it was read in the report."""
    naming: tuple[tuple[str, Span], ...] = ()
    """Id of an actor, source or place, and the words of the report that name it."""

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.evidence[0].report


class Days(StrEnum):
    """How the days of two tellings go together."""

    SAME = "same"
    MEET = "meet"
    UNTOLD = "untold"
    """One of them says no day."""
    APART = "apart"
    """Only a person joins what no day belongs to both of."""


@dataclass(frozen=True, slots=True)
class Join:
    """What two tellings share: the reason why they are one happening."""

    days: Days
    names: tuple[str, ...]
    """Ids of actors, then of places."""
    concepts: tuple[str, ...]
    words: int
    """Content words that both have; 0 between two scripts says nothing."""
    of: int
    """Content words of the telling that has fewer."""
    by: str = ""
    """Id of the decision that joined them; empty when the machine did."""
    likeness: Likeness | None = None
    """What weighed for it and against it; None where a person joined them."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What the machine derived, kept beside what a person put in its place."""

    when: When | None
    title: str
    kind: Kind
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening. Equal when everything is; the same happening in two derivations has the same `id`."""

    id: str
    """Its first day (or `undated`), two hyphens and a short hash of its earliest evidence."""
    when: When | None
    kind: Kind
    title: str
    lang: str
    evidence: tuple[Evidence, ...]
    """The words that prove its date, then the others in order of published day and of place; never empty."""
    actors: tuple[str, ...] = ()
    """Gazetteer ids of those who have a part in it, in order of first mention."""
    places: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    announces: tuple[str, ...] = ()
    """Ids of the events that this announcement announces."""
    disputes: tuple[str, ...] = ()
    """Ids of the events that this denial disputes."""
    tellings: tuple[Telling, ...] = ()
    """What it was joined from, in the order of joining."""
    status: Status = Status.DRAFT
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    machine: Machine | None = None
    """None until a person corrects something."""
    decisions: tuple[str, ...] = ()
    """Ids of the decisions in force upon it, in order."""
    roles: Roles = ()
    """What each of `actors` is to it, and its sources, who have no part in it."""
    dated: str = ""
    """The words in which a person set its date; empty where words of a report give it."""

    @property
    def by_hand(self) -> bool:
        """True where a person made it of words of a report."""
        return bool(self.tellings) and bool(self.tellings[0].made_by)

    @property
    def named(self) -> tuple[str, ...]:
        """Ids of all that it names: actors, sources, places, each once."""
        return tuple(dict.fromkeys((*self.actors, *(id for _, id in self.roles), *self.places)))

    @property
    def background(self) -> bool:
        """True when every report only reminds of it."""
        return all(piece.role is Role.BACKGROUND for piece in self.evidence)

    @property
    def bounded(self) -> bool:
        """True where no report gives its day: it is on or before the day of the one whose words stand first."""
        return self.when is not None and self.when.bound

    @property
    def joined(self) -> tuple[Join, ...]:
        """Why the tellings are one happening: of each but the first, what it shares with the likest one before it."""
        return tuple(_likest(self.tellings[:n], telling) for n, telling in enumerate(self.tellings) if n)

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that tell of it, in order of evidence, each once."""
        return tuple(dict.fromkeys(piece.report for piece in self.evidence))


def _likest(before: Sequence[Telling], telling: Telling) -> Join:
    return max((_join(other, telling) for other in before), key=_weight)


def count_shared(one: Telling, other: Telling) -> tuple[int, int, bool, int]:
    """Count what the two tellings share; more is greater."""
    return _weight(_join(one, other))


def _weight(join: Join) -> tuple[int, int, bool, int]:
    return (len(join.names), len(join.concepts), join.days is Days.SAME, join.words)


def _join(one: Telling, other: Telling) -> Join:
    actors, places = frozenset(one.actors), frozenset(one.places)
    return Join(
        days=_days(one.when, other.when),
        names=(*(id for id in other.actors if id in actors), *(id for id in other.places if id in places)),
        concepts=tuple(sorted(one.concepts & other.concepts)),
        words=len(one.words & other.words),
        of=min(len(one.words), len(other.words)),
        by=other.by,
        likeness=other.likeness if not other.by else None,
    )


def _days(one: When | None, other: When | None) -> Days:
    if one is None or other is None:
        return Days.UNTOLD
    if one == other:
        return Days.SAME
    return Days.MEET if one.meets(other) else Days.APART
