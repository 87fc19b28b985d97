"""The table of likeness: what two tellings share or differ in, and how much each of it weighs.

A weight is the decimal logarithm of how many times oftener two tellings of one happening have it than two tellings of
other happenings of one story, rounded by hand; `python -m benchmarks.likeness` counts them in dossiers.

Source:
    Fellegi and Sunter, A theory for record linkage (1969); DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline_core.merge import differences as differ
from timeline_core.merge.apart import is_day
from timeline_core.merge.bounds import Bounds, day_of_report, told_on
from timeline_core.merge.facts import TELLING
from timeline_core.merge.pair import Pair
from timeline_core.merge.threshold import ENOUGH
from timeline_core.model.actor_role import ActorRole
from timeline_core.model.draft import Draft
from timeline_core.model.event import Likeness

_LESS_SURE = 0.3
"""What is asked for beside that where one of them says no day."""
_HELD = 4
"""Tellings against which one more is held to say why it is of their happening."""
NEWS_OF = timedelta(1)
"""From a day to the report that tells of it without saying it."""
TWICE = "two "
"""Before the name of a column of which two tellings share two values."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One row: what is looked at."""

    name: str
    weight: float
    example: str
    holds: Callable[[Pair], bool]
    shares: str = ""
    """Of a row that speaks for two: the column of `Glance` of which they share a value wherever it holds; two values
    behind `TWICE`."""


def in_tenths(weight: float) -> int:
    """A weight as a whole number: the table gives tenths."""
    return round(10 * weight)


def score_by_table(one: Draft, other: Draft, bounds: Bounds) -> float:
    """Score two reports' tellings of one day by all that they share and differ in; 0 where it is not enough.

    From 1 for what is just enough, so that it can be held against the scores of the rules; never more where only one
    says a day, so that it is of none of two days that it fits.
    """
    return score_pair(Pair(one, other, bounds))


def score_pair(pair: Pair) -> float:
    """The same of two that stand side by side."""
    needed = _needed(pair.one, pair.other, pair.bounds) if pair.one.report != pair.other.report else None
    if needed is None or differ.react_otherwise(pair) or differ.name_others_of_a_kind(pair):
        return 0.0
    if not (pair.one_class or pair.one_scene or pair.deeds or _wording(pair) in _ALIKE):
        return 0.0
    total = weigh(pair).total
    if total < needed:
        return 0.0
    return 1.0 if needed > ENOUGH else 1.0 + (total - needed) / 2


def _needed(one: Draft, other: Draft, bounds: Bounds) -> float | None:
    """The sum that two tellings of one day need; None where nothing says that they are of one.

    A telling without a day is of the day of its report, or of the one before it; that is less sure. So are two of one
    longer time, told by reports of one day: "the bank lost three billion in the quarter".
    """
    if one.when is not None and other.when is not None:
        if one.when.days != other.when.days or is_day(one) is not is_day(other):
            return None
        return ENOUGH if is_day(one) else ENOUGH + _LESS_SURE if _are_of_one_day(one, other, bounds) else None
    days = [one.when.first if one.when is not None and is_day(one) else told_on(one, bounds) for one in (one, other)]
    first, last = days
    if first is None or last is None:
        return None
    if one.when is None and other.when is None:
        return ENOUGH if first == last else None
    told, day = (first, last) if one.when is None else (last, first)
    return ENOUGH + _LESS_SURE if timedelta(0) <= told - day <= NEWS_OF else None


def _are_of_one_day(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True where the reports of both are of one day that is known."""
    day = day_of_report(one, bounds)
    return day is not None and day == day_of_report(other, bounds)


def weigh(pair: Pair) -> Likeness:
    """The sum of all rows that hold."""
    found = [row for row in FEATURES if row.holds(pair)]
    return Likeness(round(sum(row.weight for row in found), 1), tuple(row.name for row in found))


def likeness_of(draft: Draft, before: Sequence[Draft], bounds: Bounds) -> Likeness | None:
    """With the likest of the first tellings of other reports before it in one happening; None where there is none."""
    others = [one for one in before if one.report != draft.report][:_HELD]
    return max((weigh(Pair(one, draft, bounds)) for one in others), key=lambda found: found.total, default=None)


def _wording(pair: Pair) -> str:
    """Which of the rows of wording holds; empty across languages, and for what is too short to tell."""
    if pair.one.lang != pair.other.lang:
        return ""
    share, words = pair.wording, pair.shared_words
    return next((name for name, least, count in _WORDINGS if share >= least and words >= count), "other wording")


_WORDINGS = (
    ("one wording", 0.6, 6),
    ("like wording", 0.4, 4),
    ("near wording", 0.3, 4),
    ("near wording", 0.5, 3),
    ("some wording", 0.2, 2),
)
"""Row, least share of the words (Dice), and least number of them; the first that holds."""
_ALIKE = ("one wording", "like wording")
"""The rows by which two may be one though no class or deed says so."""
_ALL_BUT = 0.8
"""Share of the words from which on two sentences differ in a word or two."""
_MANY = 3
"""Numbers in figures, of which two tellings of one happening share half."""
_FAR, _GROWN = 1.5, 3
"""How many times as many another count of one happening is at most, and a toll that has grown."""


def _worded(name: str) -> Callable[[Pair], bool]:
    return lambda pair: _wording(pair) == name


def _alike_but_for_numerals(pair: Pair) -> bool:
    return pair.wording >= _ALL_BUT and differ.give_other_numerals(pair)


def _one_deed_of_a_person(pair: Pair) -> bool:
    """True where one person does one thing in two languages; in one the words say more: a minister speaks often."""
    return pair.one_deed_of_a_person and pair.one.lang != pair.other.lang


def _done_to_one_person(pair: Pair) -> bool:
    """True where one agent, were it only a court, does to one person what both have a predicate of one class for."""
    if not pair.one_class:
        return False
    parts = pair.mine.parts & pair.theirs.parts
    agent = any(role is ActorRole.AGENT for role, _ in parts)
    return agent and any(role is ActorRole.PATIENT and id in pair.persons for role, id in parts)


FEATURES = (
    Feature("class", 0.5, "two arrests", lambda p: p.one_class, "class"),
    Feature("scene", 0.3, "a strike hits, and five are killed", lambda p: p.one_scene and not p.one_class, "scenes"),
    Feature("deed", 0.5, "both tell of a killing", lambda p: bool(p.deeds), "deeds"),
    Feature("regional deed", 1.3, "one quake in one country", lambda p: p.regional_deed, "regional"),
    Feature("person", 1.0, "both name one mayor", lambda p: bool(p.persons), "persons"),
    Feature("persons", 1.0, "both name two persons", lambda p: len(p.persons) > 1, TWICE + "persons"),
    Feature("actor", 0.8, "both name one army", lambda p: bool(p.actors), "actors"),
    Feature("actors", 1.0, "both name two bodies", lambda p: len(p.actors) > 1, TWICE + "actors"),
    Feature("agent", 0.3, "one army does it", lambda p: p.in_one_role(ActorRole.AGENT), "agent"),
    Feature("patient", 1.0, "it is done to one person", lambda p: p.in_one_role(ActorRole.PATIENT), "patient"),
    Feature("speaker", 0.5, "one minister says it", lambda p: p.in_one_role(ActorRole.SPEAKER), "speaker"),
    Feature("person's deed", 1.0, "one minister resigns, told in two languages", _one_deed_of_a_person, "persons"),
    Feature("person's fate", 1.0, "one editor is acquitted, told twice", _done_to_one_person, "patient"),
    Feature("land", 0.3, "both are in one country", lambda p: bool(p.places) and not p.exact_places, "places"),
    Feature("place", 0.7, "both are in one town", lambda p: bool(p.exact_places), "exact"),
    Feature("small place", 0.4, "both are in one quarter", lambda p: bool(p.small_places), "small"),
    Feature("thing", 1.1, "a market, and a market", lambda p: bool(p.things), "things"),
    Feature("number", 1.5, "27 killed, and 27 killed", lambda p: p.number >= TELLING, "number"),
    Feature("small number", 0.7, "three killed, and three killed", lambda p: 1 < p.number < TELLING, "small number"),
    Feature("one wording", 2.8, "six of ten words", _worded("one wording")),
    Feature("like wording", 2.2, "four of ten words", _worded("like wording")),
    Feature("near wording", 1.2, "three of ten words", _worded("near wording")),
    Feature("some wording", 0.3, "two of ten words", _worded("some wording")),
    Feature("other wording", -1.0, "hardly a word in common", _worded("other wording")),
    Feature("other person", -1.0, "each names one whom the other does not", differ.name_other_persons),
    Feature("other place", -1.0, "each names a place that the other does not", differ.name_other_places),
    Feature("other numerals", -1.0, "up by 9.2, and up by 3.1", differ.give_other_numerals),
    Feature("many other numerals", -1.5, "9.2 to 118, and 3.1 to 240", lambda p: differ.give_other_numerals(p, _MANY)),
    Feature("but for numerals", -1.5, "buses for 12 schools, and for 80", _alike_but_for_numerals),
    Feature("other way", -2.0, "killed by a bomb, and in clashes", differ.tell_other_ways),
    Feature("other sequel", -1.0, "a funeral, and what it follows", differ.name_other_sequels),
    Feature("other agent", -2.0, "another army does it", lambda p: differ.have_others(p, ActorRole.AGENT)),
    Feature("other patient", -1.5, "it is done to another", lambda p: differ.have_others(p, ActorRole.PATIENT)),
    Feature("other number", -0.4, "26 killed, and later 55", lambda p: _FAR < differ.count_times_as_many(p) <= _GROWN),
    Feature("far number", -2.0, "two killed, and 19", lambda p: differ.count_times_as_many(p) > _GROWN),
    Feature("other thing", -1.5, "a market, and a school", differ.name_other_things),
)
WEIGHT_OF_COLUMN = {
    name: sum(in_tenths(row.weight) for row in FEATURES if row.shares == name)
    for name in dict.fromkeys(row.shares for row in FEATURES if row.shares)
}
"""Of what two tellings share -> the most that it weighs, in tenths."""
_WEIGHT_OF_WORDING = {row.name: in_tenths(row.weight) for row in FEATURES if row.name.endswith("wording")}
MOST_OF_WORDING = tuple(
    max(
        (_WEIGHT_OF_WORDING[name] for name, _, least in _WORDINGS if least <= words),
        default=_WEIGHT_OF_WORDING["other wording"],
    )
    for words in range(max(least for _, _, least in _WORDINGS) + 1)
)
"""The most that a wording weighs of which so many words are shared, in tenths; the last for all more."""
