"""Continuity: whether a clause goes on with a happening that the report has told, or leaves it.

A story goes on while its time, place and those who take part stay; what shifts one of them begins another. «وأسفر
الانفجار عن أضرار» goes on by the noun that points back, "one of the shells hit a bakery" by the scene.

Source:
    The event-indexing model (Zwaan, Langston and Graesser 1995); centering (Grosz, Joshi and Weinstein 1995).
"""

from __future__ import annotations

from timeline_core.events.discourse.coreference import (
    lie_elsewhere,
    stands_for_any,
    takes_up_one,
)
from timeline_core.events.discourse.incompatible import is_of_one_day
from timeline_core.events.discourse.numbers import figures_far
from timeline_core.events.discourse.one_act import shares_verb
from timeline_core.events.discourse.other_deeds import counts_on_with_other, is_of_an_ended_part
from timeline_core.events.discourse.pairs import Met, Near, Pair, Row, shares_number, shares_place
from timeline_core.events.discourse.statements import how_speaks_on
from timeline_core.events.discourse.traces import VIOLENCE
from timeline_core.model.event import Kind, Role

_MOTION = frozenset({"carry", "move"})
"""Classes of deeds that end somewhere else."""
RULE = "rule"
"""The class of what courts do, and its scene."""
_DECIDES = frozenset({"decide", "change", "hold", "free", "rule"})
"""Classes of what else a court does in a hearing."""
_UNREST = frozenset({"gather", "clash"})
"""Classes of marches and riots."""
_IN_UNREST = frozenset({"gather", "carry", "use", "change", "harm", "damage", "cause", "move", "do"})
"""Classes of what the two sides do in one."""
_BY_DOERS = frozenset({"harm", "seize", "damage", "hold"})
"""Classes of deeds by which those who did them are called: "the robbers", «المهاجمون»."""


def points_back(pair: Met) -> bool:
    """A definite noun of its deed is the subject, or what it happened in."""
    pointing = pair.traces.subject | pair.traces.during
    return bool(pointing & pair.left.tells) or (pair.named_again and bool(pair.traces.again))


def goes_on_with_it(pair: Pair) -> bool:
    """It points back by a noun, or in the same breath to what that was done to: "stormed the bank, and left it"."""
    return points_back(pair) or (is_joined_to_it(pair) and pair.traces.pronoun) or _is_of_its_course(pair)


def _is_of_its_course(pair: Met) -> bool:
    """Who had a part in it does what is done in the course of such: "robbed a bank … the robbers fled"."""
    frame = pair.traces.frame
    if is_of_its_hearing(pair) or is_of_its_unrest(pair) or is_of_its_doers(pair):
        return True
    course = pair.concepts.are_in_course(pair.traces.classes)
    known = (frame.doers & pair.traces.known) | (frame.company & pair.left.frame.company)
    parts = pair.left.matter | pair.left.frame.company | pair.left.frame.undergoers
    return course and _is_harsh(pair) and pair.near is not Near.FAR and not known.isdisjoint(parts)


def is_of_its_hearing(pair: Met) -> bool:
    """The court that ruled decides more in the same case: "jailed three … the court freed four in the case"."""
    company, deeds = pair.traces.frame.company, pair.left.deeds | pair.traces.deeds
    case = (pair.traces.known & pair.left.matter) - deeds
    court = pair.left.frame.company & company or (not company and pair.near is Near.SENTENCE)
    decided = pair.traces.classes <= _DECIDES and bool(pair.traces.classes)
    return RULE in pair.left.scenes and decided and bool(court and case) and pair.near is not Near.FAR


def is_of_its_unrest(pair: Met) -> bool:
    """It is told of what belongs to a march or riot, which was told right before: "marched … police fired tear gas"."""
    part = pair.traces.of_unrest and pair.near is not Near.FAR and _is_done_in_unrest(pair.traces.classes)
    told = pair.left.of_unrest and _is_done_in_unrest(pair.left.classes)
    return part and (told or not _UNREST.isdisjoint(pair.left.classes))


def _is_done_in_unrest(classes: frozenset[str]) -> bool:
    return bool(classes) and classes <= _IN_UNREST


def is_of_its_doers(pair: Met) -> bool:
    """Those who did it, so called by the deed, do more in the course of it: "attacked a store … the attackers fled"."""
    course = pair.concepts.are_in_course(pair.traces.classes)
    told = not _BY_DOERS.isdisjoint(pair.left.classes)
    return pair.traces.by_doers and course and told and pair.near is not Near.FAR


def _is_harsh(pair: Met) -> bool:
    """It is news by itself, or a deed of violence that was kept from happening: "foiled a raid"."""
    deeds, known = pair.concepts.deeds, pair.concepts
    says = {name for name in pair.left.classes if name in known.classes and known.classes[name].says}
    return bool(known.news_of(pair.left.classes - says)) or bool(pair.told.concepts & deeds.lethal)


def _stands_for_it(pair: Met) -> bool:
    again = pair.concepts.scenes_of(pair.traces.again_of & pair.traces.subject)
    return not again.isdisjoint(pair.left.scenes)


def _is_of_its_scene(pair: Met) -> bool:
    evoked = {VIOLENCE} if pair.traces.evokes_violence else set[str]()
    mine, theirs = (pair.concepts.news_of(traces.classes) for traces in (pair.left, pair.traces))
    return not pair.concepts.scenes_of(mine).isdisjoint(evoked | pair.concepts.scenes_of(theirs))


def _is_the_story_of_its_scene(pair: Met) -> bool:
    return pair.alone and _is_of_its_scene(pair)


def _leads_away(pair: Pair) -> bool:
    """Its place is where those who were hurt came to: "the wounded were taken to the capital"."""
    return pair.traces.of_victims and pair.traces.classes <= _MOTION


def is_joined_to_it(pair: Met) -> bool:
    """Whoever did that does this in the same breath."""
    return pair.near is Near.SENTENCE and pair.traces.goes_with in pair.left.deeds


ROWS = (
    Row("points back", 2.0, "“the blast broke windows”: a definite noun of its deed", points_back, points=True),
    Row("any happening", 2.0, "“the incident took place …”, “it happened …”", stands_for_any, points=True),
    Row("its course", 1.5, "“robbed a bank … the robbers fled”: who had a part in it", _is_of_its_course, points=True),
    Row("scene again", 1.0, "“the attack”: a definite noun of its scene", _stands_for_it, points=True),
    Row("same number", 1.5, "“seven were killed … the seven died”", shares_number, points=True),
    Row("one of its scene", 1.0, "“five bombs were dropped”: weapons, ruins, victims", _is_of_its_scene),
    Row("story of its scene", 0.5, "and no other happening of it was told", _is_the_story_of_its_scene, points=True),
    Row("taken up", 0.5, "any noun that is definite now", takes_up_one),
    Row("same verb", 0.5, "“dropped bombs … dropped them”", shares_verb),
    Row("same place", 0.5, "the same town", shares_place),
    Row("in one breath", 1.0, "“a court lifted the sentence, and changed it”", is_joined_to_it, points=True),
    Row("one sentence", 1.0, "in the same sentence", lambda pair: pair.near is Near.SENTENCE),
    Row("beside it", 0.5, "the sentence right behind it", lambda pair: pair.near is Near.NEXT),
    Row("the story", 0.5, "what the report opens with", lambda pair: pair.told.lead),
)


_BY_TRACES = (
    points_back,
    stands_for_any,
    _is_of_its_course,
    _stands_for_it,
    _is_the_story_of_its_scene,
    is_joined_to_it,
)
"""What points to a happening by the traces of a clause."""


def may_continue(met: Met) -> bool:
    """A clause that happened can go on with it by its traces alone, whatever it counts."""
    return met.told.kind is Kind.OCCURRENCE and any(points(met) for points in _BY_TRACES)


def how_continues(pair: Pair) -> float:
    """How much speaks for the clause going on with the happening; 0 where its time, place or numbers shift."""
    told, mention = pair.told, pair.mention
    if told.kind is not Kind.OCCURRENCE or mention.kind is not Kind.OCCURRENCE:
        return how_speaks_on(pair) if mention.kind is not Kind.OCCURRENCE is not told.kind else 0.0
    if (mention.another and not pair.traces.of_series) or told.said or pair.points_to_many_others:
        return 0.0
    if told.when is not None and mention.when is not None and not is_of_one_day(told, mention):
        return 0.0
    if (pair.listed and not points_back(pair)) or is_of_an_ended_part(pair) or counts_on_with_other(pair):
        return 0.0
    if told.role is Role.BACKGROUND and pair.near is not Near.SENTENCE:
        return 0.0
    if mention.role is Role.BACKGROUND and told.role is not Role.BACKGROUND:
        return 0.0
    if (lie_elsewhere(pair) and not _leads_away(pair)) or (
        figures_far(told, mention, pair.concepts) and not points_back(pair)
    ):
        return 0.0
    held = [row for row in ROWS if row.holds(pair)]
    return sum(row.weight for row in held) if any(row.points for row in held) else 0.0
