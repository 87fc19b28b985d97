"""What tells one deed from another of its kind by those who take part: who does it, to whom, and what is ordered.

Two agencies publish two videos; "ordered the trial" is no "ordered the arrest"; the strike that hit a school is not the
one of a series that hit the clinic.

Source:
    Conflicting arguments as evidence against event coreference (Bejan and Harabagiu 2010).
"""

from __future__ import annotations

from timeline_core.events.discourse.pairs import (
    Near,
    Pair,
    is_of_one_class,
    shares_number,
    shares_person,
    shares_place,
)
from timeline_core.events.discourse.traces import Traces
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind


def is_other_deed(pair: Pair) -> bool:
    """Who takes part in it is told, and is somebody else."""
    others = _is_by_another(pair) or _is_by_another_person(pair)
    return (
        others
        or pair.points_to_many_others
        or _is_another_act(pair)
        or _is_another_of_series(pair)
        or counts_on_with_other(pair)
    )


def _is_by_another(pair: Pair) -> bool:
    """Words and pictures are of who made them: two who publish publish twice."""
    classes = pair.concepts.classes
    made = pair.mention.predicate in classes and classes[pair.mention.predicate].says
    mine, theirs = pair.left.frame.doers, pair.traces.frame.doers
    ids = mine & {*pair.told.actors}, theirs & {*pair.mention.actors}
    mine, theirs = ids if all(ids) else (mine, theirs)
    return made and is_of_one_class(pair) and bool(mine and theirs) and mine.isdisjoint(theirs)


def _is_by_another_person(pair: Pair) -> bool:
    """Each tells by one verb what a person did who has no part in the other: "the king sent the widow a wreath … the
    mayor sent her one"; not "X met Y … Y met X".
    """
    told, mention = pair.told, pair.mention
    mine, theirs = _persons_doing(told, pair.left), _persons_doing(mention, pair.traces)
    others = mine.isdisjoint(mention.persons) and theirs.isdisjoint(told.persons)
    again = pair.named_again or pair.traces.again & pair.left.tells
    return bool(mine and theirs) and others and pair.left.head == pair.traces.head and not again


def _persons_doing(draft: Draft, traces: Traces) -> frozenset[str]:
    """The persons whom the subject names: by their role, else by the words."""
    return draft.persons & {*in_roles(draft.roles, ActorRole.AGENT)} or draft.persons & traces.frame.doers


def _is_another_act(pair: Pair) -> bool:
    """One verb, of two deeds: "ordered a trial of X … ordered his arrest"."""
    mine, theirs = pair.left.frame, pair.traces.frame
    if not is_of_one_class(pair) or not (mine.acts and theirs.acts):
        return False
    others = bool(mine.undergoers and theirs.undergoers) and mine.undergoers.isdisjoint(theirs.undergoers)
    return mine.acts.isdisjoint(theirs.acts) or others


def ordered_again(pair: Pair) -> frozenset[str]:
    """The deeds that one of them orders and the other tells, or orders by the same verb: "ordered the trial of X …
    X was tried".
    """
    one, other = pair.left.frame, pair.traces.frame
    both = one.acts & other.acts if pair.left.head == pair.traces.head else frozenset[str]()
    return both | (one.acts & pair.traces.deeds) | (other.acts & pair.left.deeds)


def is_ordered_for_others(pair: Pair) -> bool:
    """It is ordered for somebody of whom the happening does not tell: "freed a nurse … decided to free two men".

    To whom a verb was done that is only joined to that of the happening, its frame does not say.
    """
    other = pair.traces.frame
    if ordered_again(pair) <= pair.left.joined:
        return False
    met = pair.left.frame.undergoers | pair.left.matter | pair.traces.known
    return bool(other.undergoers) and other.undergoers.isdisjoint(met)


def _is_another_of_series(pair: Pair) -> bool:
    """One of several that are known, done to one of whom the happening does not tell: "the third strike hit us"."""
    frame, told = pair.traces.frame, pair.left.nouns | pair.left.frame.undergoers
    if not pair.traces.of_series or shares_place(pair) or pair.told.things & pair.mention.things:
        return False
    return frame.points or (bool(frame.undergoers) and frame.undergoers.isdisjoint(told))


def counts_on_with_other(pair: Pair) -> bool:
    """It counts others than the clause it is joined to, which tells of something else: "and 500 others were hurt"."""
    taken_up = pair.traces.known & pair.left.nouns or pair.traces.again & pair.left.tells
    return pair.traces.among_others and pair.near is not Near.SENTENCE and not taken_up


def is_of_an_ended_part(pair: Pair) -> bool:
    """The report has turned to another one like it since, and nothing in the mention goes back behind that.

    Of two bulletins in the same words each is told by its own: "X was hanged on Sunday. A court had convicted him … Y
    was hanged on Sunday. A court had convicted him".
    """
    named = pair.mention.kind is not Kind.OCCURRENCE and pair.traces.speakers & pair.left.speakers
    back = named or shares_person(pair) or shares_number(pair) or shares_place(pair)
    return pair.before_this_story and pair.near is Near.FAR and not back
