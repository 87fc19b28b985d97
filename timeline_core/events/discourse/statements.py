"""Statements inside one report: which words go on with one that was made, and which are another.

Source:
    Speech acts and attribution (Austin 1962; Prasad et al. 2008, "attribution").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_core.events.discourse.numbers import figures_far
from timeline_core.events.discourse.other_deeds import is_of_an_ended_part
from timeline_core.events.discourse.pairs import (
    Near,
    Pair,
    Row,
    has_other_day,
    is_of_one_class,
    says_the_same,
    shares_deed,
    shares_place,
    tells_alike,
)
from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind, Role
from timeline_core.model.when import Precision
from timeline_core.syntax.clause import Clause


def _speaks_again(pair: Pair) -> bool:
    goes_on = pair.traces.continues and pair.near is not Near.FAR
    named = bool(pair.traces.speakers & pair.left.speakers)
    return goes_on or named or _speaks_for_it(pair) or _holds_its_office(pair)


def _speaks_for_it(pair: Pair) -> bool:
    """One of the body that spoke right before goes on: "the militia threatened them … its commander said"."""
    bodies = pair.left.speakers - pair.told.persons
    return pair.traces.for_speaker and bool(bodies) and pair.near is not Near.FAR


def _holds_its_office(pair: Pair) -> bool:
    """A definite noun for who spoke, with no name: "the mayor Adam Novak said … the mayor said"."""
    return not pair.traces.speakers and pair.traces.office in pair.left.frame.doers


def _speaks_in_person(pair: Pair) -> bool:
    """One person speaks, whose words are of one occasion, whatever they turn to, until another one speaks."""
    return bool(pair.traces.speakers & pair.left.speakers & pair.told.persons)


def _is_of_one_matter(pair: Pair) -> bool:
    others = {*pair.told.actors} & {*pair.mention.actors} - pair.left.speakers - pair.traces.speakers
    nouns = pair.left.matter & pair.traces.matter
    return bool(nouns or others) or shares_deed(pair) or shares_place(pair) or _denies_what_was_said(pair)


def _denies_what_was_said(pair: Pair) -> bool:
    """Both deny, and one only calls it what others said: "denied the claims … denied any link to the raid"."""
    known, words = pair.concepts.classes, pair.left.again_of | pair.traces.again_of
    denies = pair.told.kind is Kind.DENIAL is pair.mention.kind
    return denies and any(known[name].says for name in words if name in known)


def _is_another_statement(pair: Pair) -> bool:
    """Of another speaker or day, made before, or on another matter: further on, on a day, where words turn away."""
    other = pair.traces.speakers and not pair.traces.speakers & pair.left.speakers and not _speaks_for_it(pair)
    repeats = tells_alike(pair) and pair.mention.when is None
    before = ((pair.traces.anterior and not pair.left.anterior) or _only_reminds(pair)) and not repeats
    dated = pair.mention.when is not None and pair.told.when is None
    far = pair.near is Near.FAR and not (_speaks_in_person(pair) and pair.spoke_last)
    away = (far or pair.traces.turns or dated) and not _is_of_one_matter(pair)
    counts = figures_far(pair.told, pair.mention, pair.concepts)
    apart = has_other_day(pair) or is_of_an_ended_part(pair) or _only_names_it(pair)
    return bool(other) or before or away or counts or apart or _is_another_act(pair)


def _only_names_it(pair: Pair) -> bool:
    """Further on, and not of who is told to speak, its day is none of the other's: "said a vote on the pact is near …
    the pact, which was announced on 4 May".
    """
    one_day = (pair.mention.when is None) is not (pair.told.when is None)
    return one_day and pair.near is Near.FAR and not _speaks_again(pair)


def _only_reminds(pair: Pair) -> bool:
    """A day long before the report, or a month or year, is no day of what is said without one."""
    when, background = pair.mention.when, pair.mention.role is Role.BACKGROUND is not pair.told.role
    coarse = when is not None and when.precision not in (Precision.DAY, Precision.RANGE)
    return pair.told.when is None and (background or coarse)


def _is_another_act(pair: Pair) -> bool:
    """A person speaks for the body that spoke, and does something else by it: "it condemned", "its man said"."""
    others = (pair.traces.speakers & pair.mention.persons) - pair.left.speakers
    return bool(others) and not is_of_one_class(pair) and not _speaks_for_it(pair)


SPEAKERS = (
    Row("same speaker", 1.5, "“the ministry said … the ministry added”", _speaks_again),
    Row("same person speaks", 0.5, "“the minister said … X said”: who speaks once in a report", _speaks_in_person),
    Row("same words", 1.5, "most of the words that tell something are the same", says_the_same),
    Row("beside it", 0.5, "the sentence right behind it", lambda pair: pair.near is not Near.FAR),
    Row("in its sentence", 1.0, "“the ministry denied it, and said …”", lambda pair: pair.near is Near.SENTENCE),
    Row("same matter", 0.5, "a deed, a place, somebody else or a noun in common", _is_of_one_matter),
)
"""What speaks for two statements being one."""


def how_much_is_one(pair: Pair) -> float:
    """How much speaks for two statements being one; 0 where anything speaks against it."""
    return 0.0 if _is_another_statement(pair) else sum(row.weight for row in SPEAKERS if row.holds(pair))


def how_speaks_on(pair: Pair) -> float:
    """How much speaks for words being of the speaker of a statement; 0 where they are of another, or turn away."""
    if pair.traces.turns or not _speaks_again(pair):
        return 0.0
    return sum(row.weight for row in SPEAKERS if row.holds(pair))


def link_sayings(told: Sequence[tuple[Clause, Draft]]) -> list[Draft]:
    """The drafts of one sentence; its sayings point to what they say."""
    return [
        replace(draft, announces=tuple(other.key for part, other in told if _says_it(clause, part, other)))
        if draft.kind is Kind.ANNOUNCEMENT
        else draft
        for clause, draft in told
    ]


def _says_it(clause: Clause, part: Clause, other: Draft) -> bool:
    """True when the other draft tells what the saying says."""
    if part.said or other.kind not in (Kind.OCCURRENCE, Kind.PLANNED):
        return False
    inside = clause.content is not None and clause.content[0] <= part.words[0] < clause.content[1]
    return inside or part.head == clause.head
